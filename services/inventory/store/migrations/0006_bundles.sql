-- What one of a bundle is made of. A bundle has no stock of its own and is in no other.
create table bundle_component (
  bundle    text not null references item (sku),
  component text not null references item (sku),
  quantity  bigint not null check (quantity > 0),
  primary key (bundle, component),
  check (bundle <> component)
);
create index bundle_by_component on bundle_component (component);
alter table item
  add column is_bundle boolean not null default false,
  add column is_component boolean not null default false,
  add constraint item_not_nested check (not (is_bundle and is_component));

-- Components whose shelves changed: the words of their bundles are to be looked at. No key, so that who sells a
-- component never waits for who looks.
create table changed_component (sku text not null);

-- Which bundle of an order units were promised for, and what one of it was made of then.
create table reservation_bundle (
  order_id   text not null references reservation (order_id),
  sku        text not null,
  components jsonb not null,
  primary key (order_id, sku)
);
alter table reservation_line
  drop constraint reservation_line_pkey,
  add column bundle text;
create unique index reservation_line_once on reservation_line (order_id, sku, location, bundle) nulls not distinct;
-- Ids of orders grow with time: the newest promises of a shelf are those that wait for goods.
create index reservation_line_by_shelf on reservation_line (sku, location, order_id);
