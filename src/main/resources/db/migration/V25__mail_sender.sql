-- Under which name a municipality's mails leave, where answers go and what is signed below them; each may be empty.
alter table hyte.municipality
    add column sender_name_fi text not null default '' check (length(sender_name_fi) <= 70),
    add column sender_name_sv text not null default '' check (length(sender_name_sv) <= 70),
    add column sender_address text not null default '' check (length(sender_address) <= 254),
    add column reply_to       text not null default '' check (length(reply_to) <= 254),
    add column signature_fi   text not null default '' check (length(signature_fi) <= 700),
    add column signature_sv   text not null default '' check (length(signature_sv) <= 700);
comment on column hyte.municipality.sender_name_fi is 'empty: the municipality''s own name';
comment on column hyte.municipality.sender_address is 'empty: the product''s address, hytekello.mail.from';
comment on column hyte.municipality.reply_to is 'empty: mails cannot be answered, and say so';
