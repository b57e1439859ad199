-- The financial plan covers three years, the budget year being the first (kuntalaki 410/2015 § 110).
alter table hyte.budget_line
    add column appropriation_2 numeric(14, 2) not null default 0 check (appropriation_2 >= 0),
    add column appropriation_3 numeric(14, 2) not null default 0 check (appropriation_3 >= 0);

-- An uploaded file waits here between its preview and its confirmation; one a person and kind.
create table hyte.budget_upload (
    cycle_id     bigint not null references hyte.cycle (id) on delete cascade,
    kind         text not null check (kind in ('LINES', 'FRAMES', 'REALISATION')),
    uploaded_by  text not null,
    content      bytea not null check (length(content) <= 2097152),
    uploaded_at  timestamptz not null,
    primary key (cycle_id, kind, uploaded_by)
);

create table hyte.budget_realisation (
    line_id   bigint not null references hyte.budget_line (id),
    as_of     date not null,
    realised  numeric(14, 2) not null,
    primary key (line_id, as_of)
);
comment on column hyte.budget_realisation.realised is 'realised from the beginning of the year to as_of; an accrual may turn it negative';

-- Goals that the council binds the departments to (sitova tavoite, kuntalaki § 110).
create table hyte.binding_goal (
    goal_id   bigint primary key references hyte.goal (id) on delete cascade,
    cycle_id  bigint not null references hyte.cycle (id)
);
create index binding_goal_by_cycle on hyte.binding_goal (cycle_id);

-- Where the council approved with changes: what it gave a measure instead of the manager's sum.
create table hyte.council_change (
    measure_id  bigint primary key references hyte.measure (id),
    cycle_id    bigint not null references hyte.cycle (id),
    kind        text not null check (kind in ('AS_PROPOSED', 'CHANGED', 'LEFT_OUT')),
    euro        numeric(14, 2) check (euro >= 0),
    reason      text check (length(reason) <= 2000)
);
create index council_change_by_cycle on hyte.council_change (cycle_id);

alter table hyte.budget_annex_row add column binding boolean not null default false;

create table hyte.budget_annex_left_out (
    cycle_id         bigint not null references hyte.budget_annex (cycle_id),
    measure_id       bigint not null references hyte.measure (id),
    department_code  text not null,
    measure_title    text not null,
    asked_euro       numeric(14, 2) not null check (asked_euro >= 0),
    left_out_by      text not null check (left_out_by in ('MANAGER', 'COUNCIL')),
    reason           text not null,
    primary key (cycle_id, measure_id)
);
