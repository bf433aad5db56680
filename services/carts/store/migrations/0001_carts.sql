-- A cart is one row; columns are what carts are found by. No index holds what changes with every line
-- (version, updated_at) and pages keep room, so that such an update touches the row's page alone.
create table cart (
  id          text primary key,
  customer_id text,
  status      text not null check (status in ('active', 'frozen', 'completed', 'merged')),
  version     int not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  document    jsonb not null
) with (fillfactor = 60);
create index cart_of_customer on cart (customer_id) where customer_id is not null;
create index cart_left_behind on cart (created_at)
  where status = 'merged' or (status = 'active' and customer_id is null);

-- Copies of what others own: products and their variants (catalog), and the word for their stock (inventory).
-- Each carries its owner's version; older news is ignored.
create table product (
  id      text primary key,
  version int not null
);
create table variant (
  id           text primary key,
  sku          text not null,
  product_id   text not null,
  product_slug text not null,
  title        text not null,
  image        jsonb,
  prices       jsonb not null,
  tax_class    text not null,
  availability text not null,
  is_published boolean not null,
  version      int not null
);
create index variant_by_sku on variant (sku);
create index variant_by_product on variant (product_id);

create table sku_availability (
  sku          text primary key,
  availability text not null,
  version      int not null
);
