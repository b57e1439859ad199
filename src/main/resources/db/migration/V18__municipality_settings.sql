-- What a municipality decides for itself is changed on its page of settings; two editors at once are told apart.
alter table hyte.municipality
    add column settings_version integer not null default 0,
    add column city             boolean not null default false;
comment on column hyte.municipality.city is 'calls itself a city (kaupunki, stad): its manager and its board have other names';

-- The cities of Etelä-Savo and Kanta-Häme; others say so in their settings.
update hyte.municipality set city = true where code in ('061', '109', '491', '593', '694', '740');

-- Addresses of those invited to a negotiation are deleted a year after it was recorded.
alter table hyte.negotiation_participant alter column email drop not null;
comment on column hyte.negotiation_participant.email is 'null once deleted';
