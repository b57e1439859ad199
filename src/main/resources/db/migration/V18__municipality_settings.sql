-- What a municipality decides for itself is changed on its page of settings; two editors at once are told apart.
alter table hyte.municipality
    add column settings_version integer not null default 0,
    add column city             boolean not null default false;
comment on column hyte.municipality.city is 'calls itself a city (kaupunki, stad): its manager and its board have other names';

-- The cities of Etelä-Savo and Kanta-Häme; others say so in their settings.
update hyte.municipality set city = true where code in ('061', '109', '491', '593', '694', '740');

-- Addresses of those invited to a negotiation are deleted a year after it was recorded.
alter table hyte.negotiation_participant alter column email drop not null;
comment on column hyte.negotiation_participant.email is 'null once deleted';

-- The date that each department was given for a report: a phase that begins late gives more time than the milestone.
create table hyte.report_deadline (
    cycle_id         bigint not null references hyte.cycle (id) on delete cascade,
    kind             text not null check (kind in ('MEASURE_REPORTS', 'FOLLOW_UP')),
    department_code  text not null,
    due_at           timestamptz not null,
    primary key (cycle_id, kind, department_code)
);

-- Rounds that have begun, or whose date has passed, before this was kept.
insert into hyte.report_deadline (cycle_id, kind, department_code, due_at)
select s.cycle_id, s.kind, d.code, greatest(s.due_at, max(w.due_at))
from hyte.cycle_milestone s
    join hyte.cycle c on c.id = s.cycle_id
    join hyte.department d on d.municipality_code = c.municipality_code
    left join hyte.work_item w on w.cycle_id = s.cycle_id and w.milestone = s.kind and w.department_code = d.code
where s.kind in ('MEASURE_REPORTS', 'FOLLOW_UP')
group by s.cycle_id, s.kind, d.code, s.due_at
having s.due_at < now() or max(w.due_at) is not null;
