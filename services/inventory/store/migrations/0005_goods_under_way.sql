-- What suppliers are to bring; what of it has not come is incoming at its location.
create table delivery (
  id          text primary key,
  position    bigint generated always as identity,
  sku         text not null references item (sku),
  location    text not null references location (location),
  quantity    bigint not null check (quantity > 0),
  received    bigint not null default 0 check (received between 0 and quantity),
  state       text not null check (state in ('expected', 'received', 'closed')),
  expected_at timestamptz not null
);
create index delivery_newest on delivery (sku, position desc);

-- Goods on their way from one location to another; while shipped they are incoming at the destination.
create table transfer (
  id          text primary key,
  position    bigint generated always as identity,
  origin      text not null references location (location),
  destination text not null references location (location),
  state       text not null check (state in ('draft', 'shipped', 'received', 'cancelled')),
  note        text not null,
  version     int not null,
  created_at  timestamptz not null,
  check (origin <> destination)
);
create table transfer_line (
  transfer_id text not null references transfer (id),
  sku         text not null references item (sku),
  quantity    bigint not null check (quantity > 0),
  received    bigint not null default 0 check (received >= 0),
  -- Did not arrive; or came back to the origin when the rest was cancelled.
  missing     bigint not null default 0 check (missing >= 0),
  recalled    bigint not null default 0 check (recalled >= 0),
  primary key (transfer_id, sku),
  check (received + missing + recalled <= quantity)
);
create index movement_of_transfer on movement (reference, sku) where kind = 'transfer';
