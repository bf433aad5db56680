create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- The index stands twice, in two slots: one is searched, the other is where a rebuild puts the next generation.
create table index_state (
  is_only       boolean primary key default true check (is_only),
  current_slot  smallint not null default 0 check (current_slot in (0, 1)),
  building_slot smallint check (building_slot <> current_slot),
  generation    int not null default 0,
  listed_after  text collate "C" not null default '',
  is_listed     boolean not null default false,
  listed        int not null default 0,
  started_at    timestamptz,
  finished_at   timestamptz
);
insert into index_state default values;

-- Products that read differently than they are indexed. `mark` says which news that was: whoever asked the catalog
-- before a later one does not settle it. `is_listed`: a rebuild waits for it. `is_urgent`: an event told of it.
create sequence stale_mark;
create table stale (
  product_id text collate "C" primary key,
  mark       bigint not null default nextval('stale_mark'),
  is_urgent  boolean not null,
  is_listed  boolean not null
);
create index stale_in_order on stale (is_urgent desc, mark);
create index stale_listed on stale (product_id) where is_listed;

-- A number for every product there ever was, so that matches are lists of numbers.
create table product_number (
  product_id text collate "C" primary key,
  no         int generated always as identity unique
);

create table entry (
  slot        smallint not null,
  no          int not null,
  product_id  text collate "C" not null,
  version     int not null,
  title_key   text collate "C" not null,
  skus        text[] not null,
  words       text[] not null,
  facts       jsonb not null,
  pages       jsonb not null,
  fingerprint text not null,
  primary key (slot, no)
) partition by list (slot);
create table entry_0 partition of entry for values in (0);
create table entry_1 partition of entry for values in (1);
create index entry_by_product on entry (product_id);
create index entry_by_sku on entry using gin (skus);
create index entry_by_title on entry using gin (title_key gin_trgm_ops);
create index entry_by_title_start on entry (title_key);

-- Apart from the entries, and all but the heading out of the way, so that ranking reads little: what a word finds is
-- known from the index alone. Without a list of what is pending there: searches would read it.
create table entry_text (
  slot    smallint not null,
  no      int not null,
  -- Of the title and of what the product is: by these it is ranked.
  heading tsvector not null,
  -- Of everything: by these it is found.
  lexemes tsvector not null,
  primary key (slot, no)
) partition by list (slot);
alter table entry_text alter column heading set storage main;
create table entry_text_0 partition of entry_text for values in (0) with (toast_tuple_target = 128);
create table entry_text_1 partition of entry_text for values in (1) with (toast_tuple_target = 128);
create index entry_text_lexemes on entry_text using gin (lexemes) with (fastupdate = off);

-- The words of titles, categories, attributes and options, and how many products have each: what typos are held against.
create table word (
  slot  smallint not null,
  word  text collate "C" not null,
  count int not null,
  primary key (slot, word)
);

-- The inventory's word for each SKU, by its version; 0 is what the catalog knew.
create table availability (
  sku     text collate "C" primary key,
  word    text not null,
  version int not null
);

-- What was asked for and found, in the order of how often.
create table past_query (
  query text collate "C" primary key,
  count int not null,
  at    timestamptz not null
);
create index past_query_old on past_query (at);

-- A word's stems in every language the index knows. A stop word of a language has none in it.
create function stems(word text) returns text[] language sql immutable parallel safe return
  ts_lexize('english_stem', word) || ts_lexize('german_stem', word)
  || ts_lexize('french_stem', word) || ts_lexize('spanish_stem', word);

create function is_stop_word(word text) returns boolean language sql immutable parallel safe return
  '{}' in (ts_lexize('english_stem', word), ts_lexize('german_stem', word),
    ts_lexize('french_stem', word), ts_lexize('spanish_stem', word));

-- Of words parted by spaces; each stem once, as how often a word is repeated says little of a product.
create function lexemes_of(words text) returns tsvector language sql immutable parallel safe return (
  select coalesce(string_agg(quote_literal(stem) || ':1', ' '), '')::tsvector
  from (select distinct unnest(stems(word)) as stem from unnest(string_to_array(words, ' ')) as word) as found);

-- Every word in one of its forms (`&`), or any of them (`|`). Stop words ask for nothing, unless there are no others.
create function query_of(words text[], glue text) returns tsquery language sql immutable parallel safe return (
  select string_agg(forms, glue)::tsquery
  from (
    select '(' || (select string_agg(quote_literal(stem), '|') from unnest(stems(word)) as stem) || ')' as forms,
      is_stop_word(word) as is_stop, bool_and(is_stop_word(word)) over () as is_only_stop
    from unnest(words) as word) as asked
  where not is_stop or is_only_stop);
