-- How a municipality judges an indicator (domain chapter 3.7). Without a row the product's default holds.
create table hyte.light_rule (
    municipality_code  text not null references hyte.municipality (code),
    indicator_id       integer not null references hyte.indicator (id),
    rule               text not null check (rule in ('TARGET', 'COMPARISON', 'TEA')),
    reference          text check (reference in ('COUNTY_MEDIAN', 'COUNTY_VALUE', 'COUNTRY_MEDIAN', 'COUNTRY_VALUE', 'CHOSEN_MEDIAN')),
    target             numeric,
    target_year        integer check (target_year between 2000 and 2100),
    tolerance          numeric check (tolerance >= 0),
    version            integer not null check (version > 0),
    changed_by         text not null,
    changed_at         timestamptz not null,
    primary key (municipality_code, indicator_id),
    check ((rule = 'COMPARISON') = (reference is not null)),
    check ((rule = 'TARGET') = (target is not null)),
    check ((rule = 'TEA') = (tolerance is null)),
    check (target_year is null or rule = 'TARGET')
);
comment on column hyte.light_rule.tolerance is 'how much worse is still yellow: in the indicator''s own unit from a target, in per cent of the comparison from a comparison';
comment on column hyte.light_rule.target_year is 'the year by which the target is to be reached; null where none was set';

create table hyte.comparison_municipality (
    municipality_code  text not null references hyte.municipality (code),
    region_id          integer not null references hyte.region (id),
    primary key (municipality_code, region_id)
);
comment on table hyte.comparison_municipality is 'the municipalities with which this one compares itself; they need not use this product';

-- The snapshot keeps what its lights were decided by, so that each light can say why it is what it is.
alter table hyte.snapshot_value
    drop constraint snapshot_value_check,
    drop constraint snapshot_value_light_check,
    add column status text not null default 'MISSING' check (status in ('OK', 'ABSOLUTE_ONLY', 'MISSING', 'SUPPRESSED')),
    add column absolute numeric,
    add column margin numeric check (margin >= 0),
    add column rule text not null default 'COMPARISON' check (rule in ('TARGET', 'COMPARISON', 'TEA')),
    add column reference text not null default 'COUNTY_MEDIAN',
    add column target numeric,
    add column target_year integer,
    add column tolerance numeric,
    add column reason text not null default 'NOT_JUDGED';
update hyte.snapshot_value v set
    status = case when v.value is null then 'MISSING' else 'OK' end,
    tolerance = 10,
    reason = case v.light when 'NO_DATA' then 'MISSING' when 'TOO_OLD' then 'TOO_OLD'
        when 'UNRATED' then case when i.direction = 'CONTEXT' then 'CONTEXT' else 'NO_COMPARISON' end
        else 'JUDGED' end
from hyte.indicator i where i.id = v.indicator_id;
alter table hyte.snapshot_value
    add constraint snapshot_value_light_check
        check (light in ('GREEN', 'YELLOW', 'RED', 'UNRATED', 'NO_DATA', 'SUPPRESSED', 'TOO_OLD')),
    add constraint snapshot_value_reason_check
        check (reason in ('NOT_JUDGED', 'JUDGED', 'MISSING', 'SUPPRESSED', 'ABSOLUTE_ONLY', 'TOO_OLD', 'CONTEXT',
            'WITHIN_MARGIN', 'NO_COMPARISON')),
    add constraint snapshot_value_ok_check check ((status = 'OK') = (value is not null)),
    add constraint snapshot_value_year_check check (value is null or year is not null);
comment on column hyte.snapshot_value.status is 'what the source gave for that year: a value, only an absolute figure, nothing, or nothing because the group is too small';
comment on column hyte.snapshot_value.comparison is 'what the rule COMPARISON compares with, of the same year; null with fewer than three values behind a median';
comment on column hyte.snapshot_value.reason is 'why the light is what it is; JUDGED where the figures decided it';
