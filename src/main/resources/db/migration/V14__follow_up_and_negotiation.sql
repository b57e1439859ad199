-- Measures are reported twice in a year of theirs: the situation at its half and at its end.
alter table hyte.measure_report
    add column as_of       date,
    add column new_ends_on date,
    add column correction  text check (length(correction) <= 2000);
update hyte.measure_report r set as_of = make_date(c.year - 1, 12, 31) from hyte.cycle c where c.id = r.cycle_id;
alter table hyte.measure_report
    alter column as_of set not null,
    drop constraint measure_report_pkey,
    add primary key (measure_id, as_of),
    add check (to_char(as_of, 'MMDD') in ('0630', '1231'));
comment on column hyte.measure_report.as_of is 'the day whose situation is told: 30 June or 31 December of the measure''s year';
comment on column hyte.measure_report.cycle_id is 'the cycle in which it is reported: its year follows the year''s end, or comes before the measures'' year';
comment on column hyte.measure_report.correction is 'what is done about a delay or a cancellation';

alter table hyte.department_report add column as_of date;
update hyte.department_report r set as_of = make_date(c.year - 1, 12, 31) from hyte.cycle c where c.id = r.cycle_id;
alter table hyte.department_report
    alter column as_of set not null,
    drop constraint department_report_pkey,
    add primary key (cycle_id, department_code, as_of);

-- What the coordinator sends to the board; a return begins the next version.
create table hyte.follow_up_summary (
    cycle_id      bigint not null references hyte.cycle (id),
    number        integer not null check (number > 0),
    text          text check (length(text) <= 4000),
    submitted_by  text not null,
    submitted_at  timestamptz not null,
    primary key (cycle_id, number)
);

alter table hyte.decision drop constraint decision_subject_check,
    add constraint decision_subject_check
        check (subject in ('CYCLE', 'WELFARE_REPORT', 'PROPOSALS', 'BUDGET', 'FOLLOW_UP'));
alter table hyte.document_version drop constraint document_version_subject_check,
    add constraint document_version_subject_check
        check (subject in ('CYCLE', 'WELFARE_REPORT', 'PROPOSALS', 'BUDGET', 'FOLLOW_UP'));

-- Domain chapter 2.5, row 21: situation 30.6., reports by 31.8., board by the end of September; row 16: autumn.
update hyte.milestone_default set opens_month = 6, opens_day = 30 where kind = 'FOLLOW_UP';
update hyte.milestone_default set opens_month = 9, opens_day = 1 where kind = 'COUNTY_NEGOTIATION';
insert into hyte.milestone_default (kind, ordinal, due_month, due_day, year_offset) values
    ('FOLLOW_UP_SUMMARY', 22, 9, 10, 1),
    ('FOLLOW_UP_BOARD',   23, 9, 30, 1);

-- Years that are there already; September has no days off but weekends.
update hyte.cycle_milestone m set opens_on = make_date(c.year + d.year_offset, d.opens_month, d.opens_day)
from hyte.cycle c, hyte.milestone_default d
where c.id = m.cycle_id and d.kind = m.kind and m.kind in ('FOLLOW_UP', 'COUNTY_NEGOTIATION');
insert into hyte.cycle_milestone (cycle_id, kind, planned_on, effective_on, due_at, deadline_kind, roll_policy)
select c.id, d.kind, planned.day, working.day, (working.day + u.office_closes) at time zone 'Europe/Helsinki',
    d.deadline_kind, d.roll_policy
from hyte.cycle c
    join hyte.municipality u on u.code = c.municipality_code
    join hyte.milestone_default d on d.kind in ('FOLLOW_UP_SUMMARY', 'FOLLOW_UP_BOARD')
    cross join lateral (select make_date(c.year + d.year_offset, d.due_month, d.due_day) as day) planned
    cross join lateral (select planned.day + case extract(isodow from planned.day) when 6 then 2 when 7 then 1 else 0 end
        as day) working
where exists (select 1 from hyte.cycle_milestone m where m.cycle_id = c.id);

-- The yearly negotiation with the wellbeing services county (järjestämislaki 612/2021 § 6-7).
create table hyte.negotiation (
    cycle_id     bigint primary key references hyte.cycle (id),
    convener     text not null default 'MUNICIPALITY' check (convener in ('MUNICIPALITY', 'COUNTY')),
    starts_at    timestamptz,
    ends_at      timestamptz,
    place        text check (length(place) <= 300),
    remote_link  text check (length(remote_link) <= 500),
    state        text not null default 'PREPARING' check (state in ('PREPARING', 'ARRANGED', 'HELD', 'NOT_HELD')),
    reason       text check (length(reason) <= 2000),
    memo         text check (length(memo) <= 20000),
    version      integer not null default 0,
    changed_by   text not null,
    changed_at   timestamptz not null,
    check ((starts_at is null) = (ends_at is null)),
    check (ends_at > starts_at),
    check (state <> 'NOT_HELD' or reason is not null),
    check (state not in ('ARRANGED', 'HELD') or (starts_at is not null and (place is not null or remote_link is not null)))
);
comment on column hyte.negotiation.convener is 'the county calls as a rule; then the municipality records the invitation that it got';

create table hyte.negotiation_topic (
    cycle_id  bigint not null references hyte.negotiation (cycle_id),
    heading   text not null check (heading in ('GOALS', 'COOPERATION', 'MONITORING', 'OPERATING_MODELS', 'INFORMATION')),
    text      text check (length(text) <= 4000),
    primary key (cycle_id, heading)
);

create table hyte.negotiation_participant (
    id        bigint generated by default as identity primary key,
    cycle_id  bigint not null references hyte.negotiation (cycle_id),
    name      text not null check (length(name) <= 200),
    party     text not null check (party in ('COUNTY', 'MUNICIPALITY', 'NGO', 'OTHER')),
    email     text not null check (length(email) <= 254),
    language  text not null default 'fi' check (language in ('fi', 'sv')),
    attended  boolean,
    removed   boolean not null default false
);
create unique index negotiation_participant_once on hyte.negotiation_participant (cycle_id, lower(email)) where not removed;
comment on table hyte.negotiation_participant is 'personal data: never in the engine, in logs or in addresses';
comment on column hyte.negotiation_participant.removed is 'taken off the list after being invited: gets the cancellation';

-- Each calendar message as it was sent: an update has the next sequence (RFC 5545 3.8.7.4).
create table hyte.negotiation_message (
    id           bigint generated by default as identity primary key,
    cycle_id     bigint not null references hyte.negotiation (cycle_id),
    sequence     integer not null check (sequence >= 0),
    method       text not null check (method in ('REQUEST', 'CANCEL')),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    place        text,
    remote_link  text,
    created_at   timestamptz not null,
    unique (cycle_id, sequence, method),
    check (ends_at > starts_at)
);

create table hyte.negotiation_action (
    id         bigint generated by default as identity primary key,
    cycle_id   bigint not null references hyte.negotiation (cycle_id),
    title      text not null check (length(title) <= 300),
    owner      text not null check (length(owner) <= 200),
    due_on     date not null,
    done_on    date,
    not_done_reason text check (length(not_done_reason) <= 1000),
    version    integer not null default 0,
    check (done_on is null or not_done_reason is null)
);
create index negotiation_action_by_cycle on hyte.negotiation_action (cycle_id, due_on);
comment on column hyte.negotiation_action.owner is 'organisation and post that answers for it, not a person''s name';

alter table hyte.notification drop constraint notification_kind_check,
    add constraint notification_kind_check check (kind in ('TASK_NOTICE', 'FIRST_REMINDER', 'LAST_REMINDER', 'OVERDUE',
        'ESCALATION', 'RETURNED', 'DECISION_MADE', 'INVITATION', 'CANCELLATION'));
