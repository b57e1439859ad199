create table hyte.indicator (
    id               integer primary key,
    title_fi         text not null,
    title_sv         text not null,
    unit_fi          text not null,
    unit_sv          text not null,
    direction        text not null check (direction in ('HIGHER_BETTER', 'LOWER_BETTER', 'CONTEXT')),
    theme            text not null,
    department_code  text not null check (department_code ~ '^[a-z]+$'),
    producer_fi      text not null,
    producer_sv      text not null
);
comment on column hyte.indicator.id is 'id in Sotkanet';
comment on column hyte.indicator.department_code is 'the department that owns it in every municipality that has such a department';

create table hyte.observation (
    indicator_id       integer not null references hyte.indicator (id),
    municipality_code  text not null check (municipality_code ~ '^[0-9]{3}$'),
    year               integer not null check (year between 1900 and 2100),
    gender             text not null check (gender in ('total', 'male', 'female')),
    value              numeric,
    absolute           numeric,
    primary key (indicator_id, municipality_code, gender, year)
);
comment on table hyte.observation is 'values as the source gave them; null where it gave none. Municipalities need not be ours: the comparison uses the neighbours';

create table hyte.indicator_snapshot (
    cycle_id   bigint primary key references hyte.cycle (id) on delete cascade,
    frozen_at  timestamptz not null
);

create table hyte.snapshot_value (
    cycle_id           bigint not null references hyte.indicator_snapshot (cycle_id) on delete cascade,
    indicator_id       integer not null references hyte.indicator (id),
    department_code    text not null,
    year               integer,
    value              numeric,
    comparison         numeric,
    source_year        integer,
    light              text not null default 'UNRATED' check (light in ('GREEN', 'YELLOW', 'RED', 'UNRATED', 'NO_DATA', 'TOO_OLD')),
    explanation        text check (length(explanation) <= 2000),
    explained_by       text,
    explained_at       timestamptz,
    corrective_wanted  boolean not null default false,
    corrective_measure bigint,
    primary key (cycle_id, indicator_id),
    check ((year is null) = (value is null)),
    check ((explanation is null) = (explained_by is null)),
    check (not corrective_wanted or light = 'RED')
);
comment on column hyte.snapshot_value.source_year is 'newest year that the source offers for this indicator of any municipality, up to the cycle''s year';
comment on column hyte.snapshot_value.comparison is 'median of the county''s municipalities in the same year; null with fewer than three values';
comment on column hyte.snapshot_value.corrective_measure is 'the measure drafted against the red light; drafted once however often the review is repeated';
