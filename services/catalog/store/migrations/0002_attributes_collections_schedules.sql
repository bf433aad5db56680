-- What is known of an attribute, as one document; its key is what two definitions may not share.
create table attribute (
  id       text collate "C" primary key,
  key      text collate "C" not null,
  version  int not null,
  document jsonb not null,
  constraint attribute_key unique (key)
);

-- When a product goes on sale or comes off by itself. Looked for every few seconds; most products have neither.
alter table product
  add column publish_at timestamptz,
  add column unpublish_at timestamptz,
  add constraint product_schedule check (unpublish_at > publish_at);
create index product_to_publish on product (publish_at) where publish_at is not null;
create index product_to_unpublish on product (unpublish_at) where unpublish_at is not null;

-- Who is in a collection stands in `listing`, under the collection's id, as for categories.
create table collection (
  id         text collate "C" primary key,
  slug       text collate "C" not null,
  status     text not null check (status in ('draft', 'published')),
  version    int not null,
  document   jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint collection_slug unique (slug)
);

-- The products somebody named for a collection, in order.
create table collection_product (
  collection_id text collate "C" not null references collection (id) on delete cascade,
  position      int not null,
  product_id    text collate "C" not null references product (id) on delete cascade,
  primary key (collection_id, position),
  constraint collection_product_once unique (collection_id, product_id)
);
create index collection_product_by_product on collection_product (product_id);
