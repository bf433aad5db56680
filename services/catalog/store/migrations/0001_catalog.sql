create extension if not exists pg_trgm;

-- A product is one document; the columns beside it are what is looked up, and what two products may not share.
create table product (
  id          text collate "C" primary key,
  slug        text collate "C" not null,
  status      text not null check (status in ('draft', 'published', 'archived')),
  version     int not null,
  search_text text not null,
  document    jsonb not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint product_slug unique (slug)
);
create index product_by_status on product (status, id);
create index product_search on product using gin (search_text gin_trgm_ops);

-- Who has which SKU; the rest of a variant is in its product's document.
create table variant (
  id         text collate "C" primary key,
  sku        text collate "C" not null,
  product_id text collate "C" not null references product (id) on delete cascade,
  constraint variant_sku unique (sku)
);
create index variant_by_product on variant (product_id);

-- The inventory's word for each SKU, by its version. Kept apart from the variants, so that a word which comes
-- before its variant is not lost.
create table availability (
  sku     text collate "C" primary key,
  word    text not null,
  version int not null
);

-- `path`: the ids from the root down to the category itself.
create table category (
  id        text collate "C" primary key,
  slug      text collate "C" not null,
  name      text not null,
  name_key  text collate "C" not null,
  parent_id text collate "C" references category (id),
  position  int not null,
  path      text[] collate "C" not null,
  version   int not null default 1,
  constraint category_slug unique (slug),
  constraint category_name unique nulls not distinct (parent_id, name_key)
);
create index category_path on category using gin (path);

create table product_category (
  product_id  text collate "C" not null references product (id) on delete cascade,
  category_id text collate "C" not null references category (id),
  position    int not null,
  primary key (product_id, category_id)
);
create index product_category_by_category on product_category (category_id);

-- What shoppers can list: a row per published product, currency it has a price in, and category it is found
-- under (all those above its own, and '' for the whole shop), so that every list is a scan along an index.
-- Ids are ordered by time of creation, hence the primary key is also the order of the newest.
create table listing (
  category_id text collate "C" not null,
  currency    text collate "C" not null,
  product_id  text collate "C" not null references product (id) on delete cascade,
  price       bigint not null,
  title_key   text collate "C" not null,
  primary key (category_id, currency, product_id)
);
create index listing_by_price on listing (category_id, currency, price, product_id);
create index listing_by_title on listing (category_id, currency, title_key, product_id);
create index listing_by_product on listing (product_id);
