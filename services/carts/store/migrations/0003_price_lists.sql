-- What price lists say of a variant; nothing where they say nothing.
alter table variant add column list_prices jsonb;

-- A copy of accounts': the keys of the groups a customer is in. Accounts numbers what it tells; older news is ignored.
create table customer_groups (
  customer_id text primary key,
  groups      text[] not null,
  version     int not null
);
