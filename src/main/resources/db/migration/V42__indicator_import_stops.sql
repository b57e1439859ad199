alter table hyte.indicator_import add column stops integer not null default 0 check (stops >= 0);
comment on column hyte.indicator_import.stops is 'how often all its tries had failed and it waited for a person; each time is told by mail';
