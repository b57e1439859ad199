create table hyte.region (
    id           integer primary key,
    category     text not null,
    code         text not null,
    title_fi     text not null,
    title_sv     text not null,
    title_en     text not null,
    county_code  text,
    unique (category, code),
    check (category <> 'KUNTA' or code ~ '^[0-9]{3}$'),
    check (county_code is null or category = 'KUNTA')
);
comment on table hyte.region is 'areas of Sotkanet under its own ids, which are not the codes of municipalities; a municipality is found by category KUNTA and code. Municipalities that have merged stay';
comment on column hyte.region.county_code is 'the wellbeing services county of a municipality, also of one that does not use this product; null where it has merged or the region is none';

-- Only values that come with the product have been there; they are loaded anew at the start, with all municipalities.
drop table hyte.observation;
create table hyte.observation (
    indicator_id  integer not null references hyte.indicator (id),
    region_id     integer not null references hyte.region (id),
    year          integer not null check (year between 1900 and 2100),
    gender        text not null check (gender in ('total', 'male', 'female')),
    value         numeric,
    absolute      numeric,
    status        text not null check (status in ('OK', 'ABSOLUTE_ONLY', 'MISSING', 'SUPPRESSED')),
    margin        numeric check (margin >= 0),
    respondents   integer check (respondents >= 0),
    fetched_on    date,
    primary key (indicator_id, region_id, gender, year),
    check ((status = 'OK') = (value is not null)),
    check (status <> 'ABSOLUTE_ONLY' or absolute is not null),
    check (status not in ('MISSING', 'SUPPRESSED') or absolute is null)
);
create index observation_by_year on hyte.observation (indicator_id, gender, year) include (region_id, value);
comment on table hyte.observation is 'values as the source gave them; nothing is filled in';
comment on column hyte.observation.status is 'what the source gave: a value, only an absolute figure, nothing, or nothing because the group is too small';
comment on column hyte.observation.margin is 'half of the 95 % confidence interval in the value''s own unit, where the source tells it';
comment on column hyte.observation.fetched_on is 'the day on which the source gave this value (Europe/Helsinki); null where it is not known';

create table hyte.indicator_set (
    id                 bigint generated always as identity primary key,
    code               text not null check (code in ('STARTER', 'MINIMUM', 'HYTE_COEFFICIENT', 'OWN')),
    version            text not null,
    municipality_code  text references hyte.municipality (code),
    unique nulls not distinct (code, version, municipality_code),
    check ((code = 'OWN') = (municipality_code is not null))
);
create table hyte.indicator_set_member (
    set_id        bigint not null references hyte.indicator_set (id) on delete cascade,
    indicator_id  integer not null references hyte.indicator (id),
    primary key (set_id, indicator_id)
);
comment on table hyte.indicator_set is 'which indicators belong together, by version; without a municipality it is everybody''s';
