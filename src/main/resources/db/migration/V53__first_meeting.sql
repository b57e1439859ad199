-- When the body that a round composes is to meet first (R3-11): the days between which dates are proposed.
alter table hyte.nomination_round
    add column meeting_from  date,
    add column meeting_until date check (meeting_until >= meeting_from),
    add check ((meeting_from is null) = (meeting_until is null));
comment on column hyte.nomination_round.meeting_from is 'set when the composition is confirmed, null before';
