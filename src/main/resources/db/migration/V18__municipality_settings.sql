-- What a municipality decides for itself is changed on its page of settings; two editors at once are told apart.
alter table hyte.municipality add column settings_version integer not null default 0;
