-- What each order bought, and nothing that is counted: counts are sums of these rows, so they cannot disagree with them.
-- The customer is an id and no more, and goes when they are erased.
create table purchase (
  order_id     text primary key,
  customer_id  text,
  -- Null while an order's end has been heard of before its beginning.
  confirmed_at timestamptz,
  is_cancelled boolean not null default false,
  -- The order's version that was heard of last; 0 before it was confirmed.
  version      int not null default 0,
  heard_at     timestamptz not null
);
create index purchase_of_customer on purchase (customer_id, confirmed_at desc) where customer_id is not null;
create index purchase_by_age on purchase (heard_at);

-- A line counts while more was bought than came back.
create table purchase_line (
  order_id     text not null references purchase on delete cascade,
  sku          text not null,
  confirmed_at timestamptz,
  bought       int not null check (bought >= 0),
  returned     int not null check (returned >= 0),
  primary key (order_id, sku)
);
create index purchase_line_that_counts on purchase_line (sku, confirmed_at desc) include (order_id)
  where bought > returned;

-- Ids of those who were erased: what is heard of them later is kept without them.
create table erased_customer (
  customer_id text primary key
);

-- Copies of what others own: published products (catalog) and the word for their stock (inventory). Each carries its
-- owner's version; older news is ignored. A product that is not for sale keeps its version and has no variants.
create table product (
  id            text primary key,
  version       int not null,
  slug          text not null,
  title         text not null,
  category_id   text,
  category_name text,
  is_published  boolean not null
);
create index product_by_age on product (id desc) where is_published;
create index product_of_category_by_age on product (category_id, id desc) where is_published;

create table variant (
  id           text primary key,
  product_id   text not null references product,
  place        int not null,
  sku          text not null,
  title        text not null,
  image        jsonb,
  prices       jsonb not null,
  availability text not null
);
create index variant_by_sku on variant (sku);
create index variant_of_product on variant (product_id);

create table sku_availability (
  sku          text primary key,
  availability text not null,
  version      int not null
);
