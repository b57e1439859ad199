create table hyte.indicator_import (
    id                 bigint generated always as identity primary key,
    kind               text not null check (kind in ('SHIPPED', 'FILE', 'SOTKANET', 'OWN', 'BY_HAND')),
    state              text not null check (state in ('RUNNING', 'DONE', 'REFUSED', 'STOPPED')),
    municipality_code  text references hyte.municipality (code),
    source             text not null check (length(source) <= 300),
    started_at         timestamptz not null,
    started_by         text,
    finished_at        timestamptz,
    rows_read          integer not null default 0,
    rows_new           integer not null default 0,
    rows_changed       integer not null default 0,
    rows_unchanged     integer not null default 0,
    rows_refused       integer not null default 0,
    problem            text,
    problem_arguments  text[] not null default '{}',
    check ((state = 'RUNNING') = (finished_at is null)),
    check ((kind in ('OWN', 'BY_HAND')) = (municipality_code is not null))
);
create unique index one_sotkanet_import_at_a_time on hyte.indicator_import (kind)
    where state = 'RUNNING' and kind = 'SOTKANET';
comment on table hyte.indicator_import is 'each time that values came in, and how it ended';
comment on column hyte.indicator_import.municipality_code is 'whose own values they are; null for values that all see';
comment on column hyte.indicator_import.source is 'name of the file, address of the service, or empty where a person typed the value';
comment on column hyte.indicator_import.started_by is 'username; null where a timer, the start or a command did it';
comment on column hyte.indicator_import.problem is 'key of a message, for the reader''s language: why it was refused, or why the last attempt failed';

-- How far an import from the source has come: what is here is not fetched again after a failure or a restart.
create table hyte.indicator_import_step (
    import_id          bigint not null references hyte.indicator_import (id) on delete cascade,
    indicator_id       integer not null references hyte.indicator (id) on delete cascade,
    imported           boolean not null,
    problem            text,
    problem_arguments  text[] not null default '{}',
    primary key (import_id, indicator_id),
    check (imported or problem is not null)
);
comment on column hyte.indicator_import_step.problem is 'why the indicator was not imported, or which of its rows were refused';

alter table hyte.indicator
    add column municipality_code text references hyte.municipality (code),
    add column licence text not null generated always as (case
        when municipality_code is not null then 'OWN'
        when producer_fi like '%(THL)%' then 'CC_BY_4_0'
        else 'PRODUCER_TERMS' end) stored,
    add check ((id > 1000000) = (municipality_code is not null));
create index indicator_of_municipality on hyte.indicator (municipality_code) where municipality_code is not null;
create sequence hyte.own_indicator_id as integer start 1000001;
comment on column hyte.indicator.id is 'id in Sotkanet; of a municipality''s own indicators from hyte.own_indicator_id';
comment on column hyte.indicator.municipality_code is 'whose own indicator it is, which nobody else sees; null for Sotkanet''s';
comment on column hyte.indicator.licence is 'THL''s data are CC BY 4.0, those of other producers come with their own terms (Sotkanet''s terms of use)';

-- What the source says of an indicator of the catalogue, and what a person has decided about it.
create table hyte.indicator_source (
    indicator_id  integer primary key references hyte.indicator (id) on delete cascade,
    state         text not null check (state in ('TAKEN', 'WAITING', 'LEFT_OUT', 'GONE')),
    title_fi      text,
    title_sv      text,
    checked_at    timestamptz,
    decided_by    text,
    decided_at    timestamptz
);
comment on column hyte.indicator_source.state is 'imported; waiting until a person confirms the source''s title; left out by a person; unknown to the source';
comment on column hyte.indicator_source.title_fi is 'as the source gave it last, without HTML';

alter table hyte.region
    drop constraint region_category_code_key,
    add column member_of integer[] not null default '{}';
-- Only municipalities are found by their code; nobody promises that Sotkanet's other codes differ.
create unique index region_of_municipality on hyte.region (code) where category = 'KUNTA';
create sequence hyte.own_region_id as integer start 1000001;
comment on column hyte.region.member_of is 'ids of the regions that this one belongs to, as Sotkanet tells';
comment on column hyte.region.id is 'id in Sotkanet; from hyte.own_region_id for a municipality that Sotkanet does not know yet, until it does';

alter table hyte.observation
    drop constraint observation_region_id_fkey,
    add foreign key (region_id) references hyte.region (id) on update cascade,
    add column import_id bigint references hyte.indicator_import (id);
comment on column hyte.observation.import_id is 'the import that gave the value as it is now';

create table hyte.observation_revision (
    id               bigint generated always as identity primary key,
    indicator_id     integer not null references hyte.indicator (id),
    region_id        integer not null references hyte.region (id) on update cascade,
    year             integer not null,
    gender           text not null,
    old_status       text not null,
    old_value        numeric,
    old_absolute     numeric,
    new_status       text not null,
    new_value        numeric,
    new_absolute     numeric,
    changed_at       timestamptz not null,
    import_id        bigint not null references hyte.indicator_import (id)
);
create index observation_revision_by_value on hyte.observation_revision (indicator_id, region_id, year);
create index observation_revision_by_import on hyte.observation_revision (import_id);
comment on table hyte.observation_revision is 'each value that a later import changed, as it was and as it became';

-- A table of own indicators waits here between its preview and its confirmation; one a person.
create table hyte.indicator_upload (
    municipality_code  text not null references hyte.municipality (code),
    uploaded_by        text not null,
    name               text not null,
    content            bytea not null check (length(content) <= 2097152),
    uploaded_at        timestamptz not null,
    primary key (municipality_code, uploaded_by)
);
