-- Where shelves stand; goods are taken from the lowest priority first.
create table location (
  location text primary key,
  name     text not null,
  priority int not null
);
insert into location (location, name, priority) values ('main', 'Main', 0);
alter table stock add constraint stock_location foreign key (location) references location;

-- A parcel that left is a fact, also when its goods were never booked in. So where backorders are owed, on hand may
-- go below nothing until they are; nowhere else.
alter table stock drop constraint stock_on_hand_check;
alter table stock add constraint stock_on_hand_owed check (on_hand >= -backorder_limit);

-- The shipment or return a movement came of: each moves a shelf once, however often it is told.
alter table movement add column cause text;
create unique index movement_once_per_cause on movement (cause, sku, location) where cause is not null;

-- The ledger is append-only for everybody, its owner included.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger movement_append_only before update or delete or truncate on movement
  for each statement execute function refuse_rewriting();
