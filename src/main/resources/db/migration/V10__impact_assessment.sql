-- Ex-ante impact assessment (EVA) of measures: järjestämislaki 612/2021 § 6, domain chapters 1.9 and 7.2.
alter table hyte.municipality add column impact_cost_limit numeric(12, 2) not null default 100000 check (impact_cost_limit > 0);
comment on column hyte.municipality.impact_cost_limit is 'euro; a measure that costs this much in the budget year is assessed in full. The default is Sastamala''s limit';

-- The need itself is not stored: it follows from these answers, the measure's cost and the limit as they are now.
create table hyte.impact_screening (
    measure_id     bigint primary key references hyte.measure (id) on delete cascade,
    criteria       text[] not null check (criteria <@ array['RESIDENTS', 'STAFF', 'BUSINESS', 'EMPLOYMENT', 'SERVICES', 'STRATEGY']),
    no_criterion   boolean not null,
    children       boolean not null,
    exclusion      text check (exclusion in ('INDIVIDUAL', 'RECTIFICATION', 'POST', 'INFORMATION')),
    chosen_need    text check (chosen_need in ('NOT_NEEDED', 'SHORT', 'FULL')),
    choice_reason  text check (length(choice_reason) <= 2000),
    lowered_from   text check (lowered_from in ('SHORT', 'FULL')),
    version        integer not null check (version > 0),
    changed_by     text not null,
    changed_at     timestamptz not null,
    check (not no_criterion or criteria = '{}'),
    check (lowered_from is null or (chosen_need is not null and choice_reason is not null))
);
comment on column hyte.impact_screening.chosen_need is 'what a person chose instead of the decision table''s result; null where the table''s result holds';
comment on column hyte.impact_screening.lowered_from is 'the table''s result against which the reason for doing less was given; the reason counts only while that is the result';

create table hyte.impact_summary (
    measure_id     bigint primary key references hyte.measure (id) on delete cascade,
    conclusion     text check (length(conclusion) <= 4000),
    group_effects  text check (length(group_effects) <= 4000),
    equality       text check (length(equality) <= 4000),
    hearing        text check (length(hearing) <= 4000),
    prepared_by    text check (length(prepared_by) <= 500),
    version        integer not null check (version > 0),
    changed_by     text not null,
    changed_at     timestamptz not null
);
comment on column hyte.impact_summary.prepared_by is 'titles of posts, not persons'' names';

create table hyte.impact_alternative (
    measure_id  bigint not null references hyte.measure (id) on delete cascade,
    number      integer not null check (number >= 0),
    name        text check (length(name) between 1 and 200),
    version     integer not null check (version > 0),
    primary key (measure_id, number),
    check ((number < 2) = (name is null))
);
comment on column hyte.impact_alternative.number is '0 is the proposal, 1 is doing nothing; the others have a name';

create table hyte.impact_effect (
    measure_id   bigint not null,
    alternative  integer not null,
    viewpoint    text not null check (viewpoint in ('RESIDENTS', 'ENVIRONMENT', 'ORGANISATION', 'FINANCES', 'BUSINESS', 'CHILDREN')),
    direction    text check (direction in ('POSITIVE', 'NEUTRAL', 'NEGATIVE')),
    short_term   text check (length(short_term) <= 2000),
    long_term    text check (length(long_term) <= 2000),
    version      integer not null check (version > 0),
    changed_by   text not null,
    changed_at   timestamptz not null,
    primary key (measure_id, alternative, viewpoint),
    foreign key (measure_id, alternative) references hyte.impact_alternative (measure_id, number) on delete cascade
);

-- The yes-or-no screening gives way to the criteria.
alter table hyte.measure drop column screening, drop column screening_text;
