-- The outbox of mails: written in the transaction of what is told, sent afterwards.
create table hyte.notification (
    id                 uuid primary key default gen_random_uuid(),
    recipient          text not null,
    address            text not null,
    language           text not null check (language in ('fi', 'sv')),
    municipality_code  text not null references hyte.municipality (code),
    cycle_id           bigint not null references hyte.cycle (id),
    kind               text not null check (kind in ('TASK_NOTICE', 'FIRST_REMINDER', 'LAST_REMINDER', 'OVERDUE', 'ESCALATION',
                           'RETURNED', 'DECISION_MADE')),
    subject_key        text not null,
    due_on             date,
    task_id            text,
    payload            jsonb not null default '{}',
    created_at         timestamptz not null,
    send_after         timestamptz not null,
    sent_at            timestamptz,
    attempts           integer not null default 0,
    last_error         text,
    gave_up_at         timestamptz,
    message_id         text,
    unique nulls not distinct (recipient, kind, subject_key, due_on)
);
create index notification_unsent on hyte.notification (send_after, created_at) where sent_at is null and gave_up_at is null;
create index notification_by_cycle on hyte.notification (cycle_id);
comment on column hyte.notification.subject_key is 'what is told about: task:<id> or decision:<id>; with recipient, kind and due_on it makes a mail leave once';
comment on column hyte.notification.payload is 'keys, ids and dates; never texts that people wrote, never personal data';
