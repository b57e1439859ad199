create table hyte.indicator_comparison (
    username           text not null references hyte.person (username) on delete cascade,
    municipality_code  text not null references hyte.municipality (code),
    position           smallint not null check (position between 1 and 6),
    region_id          integer not null references hyte.region (id) on update cascade,
    primary key (username, municipality_code, position),
    unique (username, municipality_code, region_id)
);
comment on table hyte.indicator_comparison is 'the municipalities with which a person compares a municipality; any that the source tells of, at most six';
