-- The broad report and plan of the council term (järjestämislaki 612/2021 § 6; domain chapters 2.1, 2.2 and 2.7).

-- The council is elected for four years and begins on 1 June (vaalilaki 714/1998, kuntalaki 410/2015 § 15).
insert into hyte.council_term (starts_on, ends_on) values
    ('2025-06-01', '2029-05-31'),
    ('2029-06-01', '2033-05-31');

-- Each kind of year has a calendar of its own.
alter table hyte.cycle_milestone drop constraint cycle_milestone_kind_fkey;
alter table hyte.milestone_default
    add column cycle_kind text not null default 'ANNUAL' check (cycle_kind in ('ANNUAL', 'BROAD')),
    drop constraint milestone_default_pkey,
    drop constraint milestone_default_ordinal_key,
    add primary key (cycle_kind, kind),
    add unique (cycle_kind, ordinal);

insert into hyte.milestone_default
    (cycle_kind, kind, ordinal, opens_month, opens_day, due_month, due_day, year_offset, deadline_kind, roll_policy)
select 'BROAD', kind, ordinal * 10, opens_month, opens_day, due_month, due_day, year_offset, deadline_kind, roll_policy
from hyte.milestone_default;

insert into hyte.milestone_default (cycle_kind, kind, ordinal, due_month, due_day) values
    ('BROAD', 'START_DECISION',    11,  1, 25),
    ('BROAD', 'STRUCTURE',         12,  1, 31),
    ('BROAD', 'JOYS_AND_CONCERNS', 13,  2, 28),
    ('BROAD', 'CONCERN_TESTS',     14,  3, 15);

-- The longer round: the report is ready in September, and its plan part still feeds the budget of the same autumn.
update hyte.milestone_default d
set ordinal = b.ordinal, opens_month = b.opens_month, opens_day = b.opens_day, due_month = b.due_month, due_day = b.due_day
from (values
    ('MEASURE_REPORTS',     20,    3,   16,  3, 31),
    ('INDICATORS',          30,    3,   16,  4, 15),
    ('REPORT_DRAFT',        40, null, null,  5, 31),
    ('REPORT_GROUP',        50, null, null,  6, 15),
    ('BUDGET_FRAME',        55, null, null,  6, 15),
    ('STATEMENTS',          60, null, null,  8, 31),
    ('REPORT_MANAGER',      70, null, null,  9,  7),
    ('REPORT_BOARD',        80, null, null,  9, 15),
    ('REPORT_COUNCIL',      90, null, null,  9, 25),
    ('REPORT_PUBLICATION', 110, null, null,  9, 30),
    ('PROPOSALS',          120,   10,    1, 10, 15),
    ('COMMITTEES',         130, null, null, 10, 25),
    ('RECONCILIATION',     140, null, null, 10, 31),
    ('BUDGET_LINKS',       150,   11,    1, 11,  8),
    ('COUNTY_NEGOTIATION', 145,    9,    1, 10, 31),
    ('BUDGET_MANAGER',     170, null, null, 11, 15),
    ('BUDGET_BOARD',       180, null, null, 11, 27)
) as b (kind, ordinal, opens_month, opens_day, due_month, due_day)
where d.cycle_kind = 'BROAD' and d.kind = b.kind;

-- The parts of a report: by default those of its kind, in a broad year as the coordinator sets them.
create table hyte.chapter_default (
    cycle_kind  text not null check (cycle_kind in ('ANNUAL', 'BROAD')),
    key         text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    ordinal     integer not null,
    heading_fi  text not null,
    heading_sv  text not null,
    obligatory  boolean not null,
    primary key (cycle_kind, key),
    unique (cycle_kind, ordinal)
);

insert into hyte.chapter_default (cycle_kind, key, ordinal, heading_fi, heading_sv, obligatory) values
    ('ANNUAL', 'SUMMARY',            1, 'Tiivistelmä', 'Sammandrag', true),
    ('ANNUAL', 'WELLBEING_STATE',    2, 'Väestön hyvinvoinnin tila', 'Befolkningens välfärd', true),
    ('ANNUAL', 'MEASURES_DONE',      3, 'Toteutetut toimenpiteet', 'Genomförda åtgärder', true),
    ('ANNUAL', 'CHANGES',            4, 'Muutokset suunnitelmaan', 'Ändringar i planen', false),
    ('ANNUAL', 'NEXT_STEPS',         5, 'Seuraavat askeleet', 'Följande steg', false),
    ('BROAD',  'SUMMARY',            1, 'Tiivistelmä', 'Sammandrag', true),
    ('BROAD',  'BACKGROUND',         2, 'Kertomuksen tausta ja laatiminen', 'Berättelsens bakgrund och beredning', true),
    ('BROAD',  'CHILDREN_AND_YOUNG', 3, 'Lasten ja nuorten hyvinvointi', 'Barns och ungas välfärd', true),
    ('BROAD',  'WORKING_AGE',        4, 'Työikäisten hyvinvointi', 'Välfärden bland personer i arbetsför ålder', true),
    ('BROAD',  'OLDER',              5, 'Ikääntyneiden hyvinvointi', 'Äldre personers välfärd', true),
    ('BROAD',  'ALL_AGES',           6, 'Kaikkien asukkaiden hyvinvointi', 'Alla invånares välfärd', true),
    ('BROAD',  'STRENGTHS',          7, 'Vahvuudet ja kehittämiskohteet', 'Styrkor och utvecklingsområden', true),
    ('BROAD',  'PLAN',               8, 'Hyvinvointisuunnitelma', 'Välfärdsplan', true),
    ('BROAD',  'APPENDICES',         9, 'Liitteet', 'Bilagor', false);

create table hyte.report_chapter (
    cycle_id         bigint not null references hyte.cycle (id) on delete cascade,
    key              text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    ordinal          integer not null,
    heading_fi       text check (length(heading_fi) <= 200),
    heading_sv       text check (length(heading_sv) <= 200),
    obligatory       boolean not null,
    department_code  text,
    guidance         text check (length(guidance) <= 2000),
    version          integer not null default 0,
    primary key (cycle_id, key),
    unique (cycle_id, ordinal) deferrable,
    check (coalesce(heading_fi, heading_sv) is not null)
);
comment on column hyte.report_chapter.department_code is 'the department that answers for the chapter; null: the coordinator';

-- A version of the report keeps the headings it was written under.
alter table hyte.report_section
    drop constraint report_section_section_check,
    add check (section ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    add column ordinal integer,
    add column heading_fi text check (length(heading_fi) <= 200),
    add column heading_sv text check (length(heading_sv) <= 200),
    add column obligatory boolean,
    add check (coalesce(heading_fi, heading_sv) is not null);
update hyte.report_section s
set ordinal = d.ordinal, heading_fi = d.heading_fi, heading_sv = d.heading_sv, obligatory = d.obligatory
from hyte.chapter_default d where d.cycle_kind = 'ANNUAL' and d.key = s.section;
alter table hyte.report_section
    alter column ordinal set not null,
    alter column obligatory set not null;

-- Decisions are made on more documents than before; the program knows which.
alter table hyte.document_version drop constraint document_version_subject_check;
alter table hyte.document_version add constraint document_version_subject_check check (subject ~ '^[A-Z][A-Z_]{2,39}$');
alter table hyte.decision drop constraint decision_subject_check;
alter table hyte.decision add constraint decision_subject_check check (subject ~ '^[A-Z][A-Z_]{2,39}$');

-- What the board decides on when the broad report is begun (THL's phase 1, domain chapter 2.2), one row for each version.
create table hyte.start_proposal (
    cycle_id        bigint not null references hyte.cycle (id),
    number          integer not null check (number > 0),
    organisation    text check (length(organisation) <= 4000),
    schedule        text check (length(schedule) <= 4000),
    working_groups  text check (length(working_groups) <= 4000),
    participation   text check (length(participation) <= 4000),
    version         integer not null default 0,
    submitted_at    timestamptz,
    primary key (cycle_id, number)
);
comment on column hyte.start_proposal.submitted_at is 'from then on this version never changes: a return opens the next one';

-- Joys and concerns, and what the indicators say of the concerns (THL's phase 2, domain chapter 2.2).
create table hyte.concern (
    id               bigint generated by default as identity primary key,
    cycle_id         bigint not null references hyte.cycle (id),
    department_code  text,
    kind             text check (kind in ('JOY', 'CONCERN')),
    life_cycle       text check (life_cycle in ('CHILDREN_AND_YOUNG', 'WORKING_AGE', 'OLDER', 'ALL')),
    theme            text check (length(theme) <= 100),
    text             text check (length(text) <= 2000),
    verdict          text check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED', 'NO_DATA')),
    indicator_id     integer references hyte.indicator (id),
    test_note        text check (length(test_note) <= 2000),
    target           text check (length(target) <= 300),
    goal_id          bigint references hyte.goal (id) on delete set null,
    version          integer not null default 0,
    changed_by       text not null,
    changed_at       timestamptz not null,
    check (kind = 'CONCERN' or (verdict is null and target is null)),
    check (goal_id is null or target is not null),
    check (target is null or verdict is distinct from 'NOT_JUSTIFIED')
);
create index concern_by_cycle on hyte.concern (cycle_id, id);
create index concern_by_goal on hyte.concern (goal_id);
comment on column hyte.concern.department_code is 'who entered it; null: the wellbeing group';
comment on column hyte.concern.target is 'the development target it became, worded as a goal';

-- The goals of a broad plan run over several years; the annual years take them over.
create table hyte.goal_validity (
    goal_id    bigint primary key references hyte.goal (id) on delete cascade,
    from_year  integer not null,
    to_year    integer not null check (to_year >= from_year)
);
alter table hyte.goal add column carried_from bigint references hyte.goal (id) on delete set null,
    add constraint goal_carried_once unique (cycle_id, carried_from);
create index goal_carried_from on hyte.goal (carried_from);
comment on column hyte.goal.carried_from is 'the earlier year''s goal that goes on in this one, also when its wording has changed since';
