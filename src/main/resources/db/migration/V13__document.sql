-- Published documents: written once, never changed.
create table hyte.published_document (
    id            uuid primary key default gen_random_uuid(),
    cycle_id      bigint not null references hyte.cycle (id),
    kind          text not null check (kind in ('WELFARE_REPORT', 'WELFARE_PLAN', 'BUDGET_ANNEX', 'STATEMENT_APPENDIX')),
    version       integer not null check (version > 0),
    language      text not null check (language in ('fi', 'sv')),
    format        text not null check (format in ('HTML', 'PDF', 'DOCX')),
    title         text not null,
    media_type    text not null,
    content       bytea not null,
    bytes         integer not null check (bytes = octet_length(content)),
    sha256        text not null check (sha256 = encode(sha256(content), 'hex')),
    published_at  timestamptz not null,
    published_by  text not null,
    unique (cycle_id, kind, version, language, format)
);

create function hyte.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what is published never changes' using errcode = 'restrict_violation';
end $$;

create trigger published_document_stays before update or delete on hyte.published_document
    for each row execute function hyte.refuse_change();
create trigger published_documents_stay before truncate on hyte.published_document
    for each statement execute function hyte.refuse_change();

-- The wellbeing services county is told by mail to its registry (järjestämislaki 612/2021 § 6).
alter table hyte.county
    add column registry_email text check (registry_email like '%@%'),
    add column language text not null default 'fi' check (language in ('fi', 'sv'));
alter table hyte.municipality
    add column county_email text check (county_email like '%@%');
comment on column hyte.county.language is 'in which the county is written to: the language of the majority of its inhabitants';
comment on column hyte.municipality.county_email is 'where this municipality writes to instead of the county''s registry';

create table hyte.county_delivery (
    id               uuid primary key default gen_random_uuid(),
    cycle_id         bigint not null references hyte.cycle (id),
    kind             text not null check (kind in ('WELFARE_REPORT', 'WELFARE_PLAN')),
    county_code      text not null references hyte.county (code),
    notification_id  uuid not null unique references hyte.notification (id),
    requested_at     timestamptz not null,
    requested_by     text not null
);
create index county_delivery_by_cycle on hyte.county_delivery (cycle_id, requested_at);
comment on column hyte.county_delivery.notification_id is 'the mail: when it left, its Message-ID and its address are the proof';

create table hyte.county_delivery_document (
    delivery_id  uuid not null references hyte.county_delivery (id),
    document_id  uuid not null references hyte.published_document (id),
    primary key (delivery_id, document_id)
);

alter table hyte.notification drop constraint notification_kind_check;
alter table hyte.notification add constraint notification_kind_check check (kind ~ '^[A-Z]+(_[A-Z]+)*$');

-- The proof of the mail takes the place of a date that somebody typed.
alter table hyte.welfare_report drop column county_delivered_on;
alter table hyte.cycle drop column county_informed_on;
comment on column hyte.welfare_report.published_at is 'where the municipality published it besides our own public page';
comment on column hyte.cycle.plan_published_at is 'where the municipality published the plan besides our own public page';
