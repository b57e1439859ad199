-- A nominee who declines reopens that seat alone: until the new deadline, while the old one stands for the others.
alter table hyte.nomination_request
    add column reopened_at timestamptz,
    add column settled_due_at timestamptz,
    add check ((reopened_at is null) = (settled_due_at is null));
comment on column hyte.nomination_request.settled_due_at is 'deadline before a seat was reopened';
create index nomination_request_by_round on hyte.nomination_request (round_id);

-- Who is to replace somebody waits in a task of the coordinator.
alter table hyte.nominee add column task_id text unique;
create index nominee_by_request on hyte.nominee (request_id);
create index nomination_link_by_request on hyte.nomination_link (request_id);
