-- When mails leave, and what has been told about a task.
alter table hyte.municipality add column quiet_july boolean not null default true;
comment on column hyte.municipality.quiet_july is 'in July mails that are not urgent wait for the first working day of August';

create index notification_by_task on hyte.notification (task_id) where task_id is not null;
comment on column hyte.notification.subject_key is 'what is told about: task:<id>, task:<id>:<time> of a notice that is repeated, or decision:<id>; with recipient, kind and due_on it makes a mail leave once';
