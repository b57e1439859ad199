-- Who said that they cannot come, so that their deputies are asked instead.
alter table hyte.meeting_attendee
    add column deputy boolean not null default false,
    add column hindered boolean not null default false;
comment on column hyte.meeting_attendee.deputy is 'asked instead of a member of the same organisation who cannot come';
comment on column hyte.meeting_attendee.hindered is 'cannot come to the meeting at the time that it was invited to';
