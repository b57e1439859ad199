-- Within the term of a body a seat may be opened again: its organisation is asked anew while the round stays as it ended.
alter table hyte.nomination_request add column in_term boolean not null default false;
comment on column hyte.nomination_request.in_term is 'a seat of a composed body is open: answers are taken through the link and only propose';

alter table hyte.nominee drop constraint nominee_state_check;
alter table hyte.nominee add constraint nominee_state_check
    check (state in ('CURRENT', 'REPLACEMENT', 'REPLACED', 'DECLINED', 'LEFT'));
alter table hyte.nominee add column ended_at timestamptz;
comment on column hyte.nominee.ended_at is 'when this person lost, left or did not get the seat; contact details are kept half a year from then';
