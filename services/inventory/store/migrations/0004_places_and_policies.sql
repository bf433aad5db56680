-- Where a location is: goods may be sent from the nearest.
alter table location
  add column address jsonb,
  add column is_active boolean not null default true,
  add column version int not null default 1;

-- How the shop chooses the shelves an order comes from; one row.
create table setting (
  one        boolean primary key default true check (one),
  allocation text not null check (allocation in ('priority', 'nearest', 'fewest_parcels')),
  version    int not null
);
insert into setting (allocation, version) values ('priority', 1);

-- How far a SKU is sold beyond its shelves, null for any number, and when what is owed is expected.
alter table item drop constraint item_policy_check;
alter table item
  add constraint item_policy_check check (policy in ('deny', 'backorder', 'preorder', 'untracked')),
  add column backorder_limit bigint check (backorder_limit >= 0),
  add column expected_at timestamptz;
create index item_preorder_over on item (expected_at) where policy = 'preorder';
create index item_running_low on item (sku) where availability <> 'in_stock';

-- Kept back from selling.
alter table stock add column safety bigint not null default 0 check (safety >= 0);
