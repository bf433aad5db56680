-- Prices beside the products' own. `touch_after`: products of the list up to this id were told that it is another way,
-- those behind it not yet; '' is before the first, and nothing where all were told. `boundary_at`: when the clock alone
-- changes next what everyone is shown.
create table price_list (
  id              text collate "C" primary key,
  version         int not null,
  title           text not null,
  is_active       boolean not null,
  starts_at       timestamptz,
  ends_at         timestamptz,
  customer_groups text[] not null,
  is_removed      boolean not null default false,
  touch_after     text collate "C",
  boundary_at     timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  constraint price_list_schedule check (ends_at > starts_at)
);
create index price_list_to_touch on price_list (id) where touch_after is not null;
create index price_list_boundary on price_list (boundary_at) where boundary_at is not null;

-- By the variant's id, so that it keeps its prices under another SKU. Its row in `variant` is made anew then, hence no
-- reference to it: whoever saves a product removes the prices of variants it has no more.
create table list_price (
  price_list_id text collate "C" not null references price_list (id) on delete cascade,
  variant_id    text collate "C" not null,
  currency      text collate "C" not null,
  min_quantity  int not null check (min_quantity > 0),
  amount        bigint not null check (amount >= 0),
  product_id    text collate "C" not null references product (id) on delete cascade,
  primary key (price_list_id, variant_id, currency, min_quantity)
);
create index list_price_by_product on list_price (product_id);
create index list_price_of_list on list_price (price_list_id, product_id);
