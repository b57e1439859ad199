-- A department's table of proposals waits here between its preview and its confirmation; one a person.
create table hyte.proposal_upload (
    cycle_id         bigint not null references hyte.cycle (id) on delete cascade,
    department_code  text not null,
    uploaded_by      text not null,
    content          bytea not null check (length(content) <= 2097152),
    pasted           boolean not null,
    uploaded_at      timestamptz not null,
    primary key (cycle_id, department_code, uploaded_by)
);
comment on column hyte.proposal_upload.pasted is 'cells pasted from a spreadsheet: separated by tabs, perhaps without headers';
