-- What became of the nominees when the body was composed.
alter table hyte.nominee
    add column left_out boolean not null default false,
    add column appointed boolean not null default false,
    add column emptied_at timestamptz;
comment on column hyte.nominee.left_out is 'named, and not to be appointed: such as one whom two organisations name';
comment on column hyte.nominee.appointed is 'became a member or deputy when the body was composed';
comment on column hyte.nominee.emptied_at is 'when the contact details were deleted by the rule of retention';
update hyte.nominee n set appointed = true from hyte.nomination_request q, hyte.nomination_round r
where q.id = n.request_id and r.id = q.round_id and r.state = 'COMPOSED' and n.state = 'CURRENT';

-- The statement on the balance of women and men as it was when the composition was confirmed (Act 609/1986 § 4a).
create table hyte.nomination_quota_statement (
    round_id  bigint not null references hyte.nomination_round (id),
    language  text not null check (language in ('fi', 'sv')),
    content   bytea not null,
    primary key (round_id, language)
);

-- Those whom a body itself invites (R3-07): no seat, not counted in the quota.
alter table hyte.membership drop constraint membership_role_check;
alter table hyte.membership add constraint membership_role_check
    check (role in ('CHAIR', 'VICE_CHAIR', 'MEMBER', 'DEPUTY', 'SECRETARY', 'EXPERT', 'INVITED', 'HONORARY'));
alter table hyte.membership
    add column invited_as text check (invited_as in ('RESIDENTS', 'NGO', 'MUNICIPALITY', 'PARISH', 'STATE', 'EXPERT')),
    add column invited_on date,
    add column invited_section text not null default '' check (length(invited_section) <= 40),
    add check ((role = 'INVITED') = (invited_as is not null)),
    add check ((role = 'INVITED') = (invited_on is not null));
comment on column hyte.membership.invited_on is 'when the body decided to invite; its § is invited_section';
