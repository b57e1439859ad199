-- A regional council is a tenant beside the municipalities: a joint authority without a wellbeing year of its own.
alter table hyte.municipality
    add column kind         text not null default 'MUNICIPALITY' check (kind in ('MUNICIPALITY', 'REGIONAL_COUNCIL')),
    add column region_code  text references hyte.municipality (code),
    drop constraint municipality_code_check,
    add constraint municipality_code_of_kind
        check (code ~ case kind when 'MUNICIPALITY' then '^[0-9]{3}$' else '^[A-Z]{2,3}$' end),
    add constraint municipality_of_region check (kind = 'MUNICIPALITY' or region_code is null);
create index municipality_by_region on hyte.municipality (region_code);
comment on table hyte.municipality is 'the tenants: municipalities, and the regional councils, which are joint authorities of municipalities';
comment on column hyte.municipality.region_code is 'the regional council to whose region a municipality belongs; null in Åland';

-- A task or a mail may belong to another matter than a year.
alter table hyte.work_item
    alter column cycle_id drop not null,
    add column matter text check (matter ~ '^[a-z]+:[0-9]+$'),
    add constraint work_item_of_something check ((cycle_id is null) = (matter is not null));
create index work_item_by_matter on hyte.work_item (matter) where matter is not null;
comment on column hyte.work_item.matter is 'what a task belongs to where that is no year, such as nomination:<id>';
alter table hyte.notification alter column cycle_id drop not null;
alter table hyte.undeliverable alter column cycle_id drop not null;
