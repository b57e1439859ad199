-- The letter as it was approved and sent (R3-14): it stays as it is whatever becomes of the body.
create table hyte.nomination_letter (
    round_id  bigint not null references hyte.nomination_round (id),
    language  text not null check (language in ('fi', 'sv')),
    content   bytea not null,
    sha256    bytea not null check (octet_length(sha256) = 32),
    primary key (round_id, language)
);
-- The decision that appointed those named, and why where their composition misses the quota (Act 609/1986 § 4a).
alter table hyte.nomination_round
    add column appointed_by text not null default '' check (length(appointed_by) <= 200),
    add column appointed_on date,
    add column appointed_section text not null default '' check (length(appointed_section) <= 40),
    add column quota_reason text not null default '' check (length(quota_reason) <= 2000),
    add column members_from date,
    add column members_until date check (members_until >= members_from),
    add check (state <> 'COMPOSED' or (appointed_on is not null and members_from is not null));
