-- The review of a cycle's indicators: who was asked when, what the wellbeing group said (domain chapter 2.5, row 4).
create table hyte.indicator_request (
    cycle_id         bigint not null references hyte.cycle (id) on delete cascade,
    department_code  text not null,
    round            integer not null check (round > 0),
    task_id          text not null unique,
    asked_at         timestamptz not null,
    due_at           timestamptz not null,
    answered_at      timestamptz,
    closed_at        timestamptz,
    primary key (cycle_id, department_code, round),
    check (answered_at is null or closed_at is null)
);
comment on table hyte.indicator_request is 'each time a department was asked to explain its indicators; round 2 and on is a return by the wellbeing group or a new report';
comment on column hyte.indicator_request.closed_at is 'when the coordinator went on without the answer';

create table hyte.indicator_discussion (
    cycle_id             bigint primary key references hyte.indicator_snapshot (cycle_id) on delete cascade,
    comment              text check (length(comment) <= 4000),
    discussed_by         text,
    discussed_at         timestamptz,
    returned_department  text,
    return_reason        text check (length(return_reason) <= 4000),
    returned_by          text,
    returned_at          timestamptz,
    answered_at          timestamptz,
    check ((returned_department is null) = (returned_at is null)),
    check ((returned_department is null) = (return_reason is null)),
    check (answered_at is null or returned_at is not null),
    check ((discussed_by is null) = (discussed_at is null))
);
comment on column hyte.indicator_discussion.returned_department is 'the one department whose explanations the group sent back; once in a cycle';
comment on column hyte.indicator_discussion.answered_at is 'when that department had explained anew, or the coordinator went on without';

create table hyte.indicator_theme_comment (
    cycle_id    bigint not null references hyte.indicator_snapshot (cycle_id) on delete cascade,
    theme       text not null,
    comment     text not null check (length(comment) between 1 and 4000),
    changed_by  text not null,
    changed_at  timestamptz not null,
    primary key (cycle_id, theme)
);

alter table hyte.snapshot_value
    add column source text not null default 'SOTKANET' check (source in ('SOTKANET', 'OWN', 'BY_HAND')),
    add column fetched_on date,
    add column first_explained_at timestamptz,
    add column unexplained_at timestamptz,
    add check (unexplained_at is null or explanation is null);
update hyte.snapshot_value set first_explained_at = explained_at;
comment on column hyte.snapshot_value.first_explained_at is 'when it was explained for the first time, whatever was changed since';
comment on column hyte.snapshot_value.unexplained_at is 'when the coordinator closed the review without the explanation that was needed';
comment on column hyte.snapshot_value.source is 'where the value came from: Sotkanet, the municipality''s own file, or typed by a person';
comment on column hyte.snapshot_value.fetched_on is 'the day on which the source gave the frozen value (Europe/Helsinki); null where it is not known';

-- Which sets a year follows (L-13, domain chapters 3.3 and 3.5). A new version of a set never changes a year that has another.
alter table hyte.indicator_set
    add column year integer check (year between 2000 and 2100),
    add column created_at timestamptz not null default now();
alter table hyte.indicator_set_member add column certain boolean not null default true;
comment on column hyte.indicator_set.version is 'counted from 1; the newest is the highest number';
comment on column hyte.indicator_set.year is 'the year of which a set tells, such as that of the HYTE coefficient';
comment on column hyte.indicator_set_member.certain is 'false where it is a candidate that somebody must check at the source';

create table hyte.cycle_indicator_set (
    cycle_id   bigint not null references hyte.cycle (id) on delete cascade,
    set_id     bigint not null references hyte.indicator_set (id),
    chosen_by  text not null,
    chosen_at  timestamptz not null,
    primary key (cycle_id, set_id)
);
comment on table hyte.cycle_indicator_set is 'the sets that a year follows, together; without a row it is the starter set as it was when the year was made';

create table hyte.cycle_indicator_left_out (
    cycle_id      bigint not null references hyte.cycle (id) on delete cascade,
    indicator_id  integer not null references hyte.indicator (id),
    reason        text not null check (length(reason) between 1 and 1000),
    left_out_by   text not null,
    left_out_at   timestamptz not null,
    primary key (cycle_id, indicator_id)
);
comment on table hyte.cycle_indicator_left_out is 'leaving out is a conscious choice that the report tells (THL)';

-- What the HYTE coefficient gave the municipality, as it enters it itself (domain chapter 3.3).
create table hyte.coefficient_result (
    municipality_code   text not null references hyte.municipality (code),
    year                integer not null check (year between 2023 and 2100),
    points              numeric(7, 4) check (points between 0 and 100),
    euro_per_resident   numeric(9, 2) check (euro_per_resident >= 0),
    rank                integer check (rank between 1 and 400),
    changed_by          text not null,
    changed_at          timestamptz not null,
    primary key (municipality_code, year),
    check (points is not null or euro_per_resident is not null or rank is not null)
);
