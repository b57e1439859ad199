-- Both a woman and a man for every seat (Act 609/1986 § 4a): a seat may have a second candidate, or a reason for none.
alter table hyte.nomination_request
    add column lone_reason text not null default '' check (length(lone_reason) <= 1000);
comment on column hyte.nomination_request.lone_reason is 'why a seat has one candidate only, as the organisation tells it';

alter table hyte.nominee drop constraint nominee_state_check;
alter table hyte.nominee add constraint nominee_state_check
    check (state in ('CURRENT', 'ALTERNATIVE', 'REPLACEMENT', 'REPLACED', 'DECLINED', 'LEFT'));
create unique index nominee_second on hyte.nominee (request_id, seat, deputy) where state = 'ALTERNATIVE';
