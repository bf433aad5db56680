-- What providers' own books say, row by row, as it was read. Kept apart from what we believe, to be held against it.
create table provider_statement (
  provider text not null,
  row_id   text not null,
  order_id text not null,
  kind     text not null,
  amount   bigint not null,
  currency text not null,
  status   text not null check (status in ('succeeded', 'failed', 'pending')),
  primary key (provider, row_id)
);
create index provider_statement_by_order on provider_statement (order_id);

-- How far a provider's book and our own transactions were compared.
create table comparison (
  provider text primary key,
  cursor   text,
  position bigint not null default 0
);

-- Where the two books say something else about an order. It is settled once they agree again, and stays to be read.
create table book_difference (
  position   bigint generated always as identity unique,
  provider   text not null,
  order_id   text not null,
  kind       text not null,
  currency   text not null,
  ours       bigint not null,
  theirs     bigint not null,
  found_at   timestamptz not null,
  alarmed_at timestamptz,
  settled_at timestamptz,
  primary key (provider, order_id, kind, currency)
);
create index book_difference_open on book_difference (provider, found_at) where settled_at is null;
