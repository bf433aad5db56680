create table item (
  sku                 text primary key,
  policy              text not null check (policy in ('deny', 'backorder', 'untracked')),
  low_stock_threshold int not null default 5,
  availability        text not null,
  version             int not null default 1
);

-- reserved = promised and not yet shipped. The check is the second wall behind the row locks.
create table stock (
  sku             text not null references item (sku),
  location        text not null,
  on_hand         bigint not null check (on_hand >= 0),
  reserved        bigint not null default 0 check (reserved >= 0),
  incoming        bigint not null default 0 check (incoming >= 0),
  backorder_limit bigint not null default 0,
  primary key (sku, location),
  constraint stock_not_oversold check (reserved <= on_hand + backorder_limit)
);

create table reservation (
  order_id   text primary key,
  state      text not null check (state in ('held', 'committed', 'released', 'expired')),
  expires_at timestamptz not null
);
create index reservation_held on reservation (expires_at) where state = 'held';

create table reservation_line (
  order_id text not null references reservation (order_id),
  sku      text not null,
  location text not null,
  quantity bigint not null check (quantity > 0),
  shipped  bigint not null default 0 check (shipped between 0 and quantity),
  primary key (order_id, sku, location)
);

-- Append-only: on_hand is the sum of its movements.
create table movement (
  id        text primary key,
  position  bigint generated always as identity,
  sku       text not null,
  location  text not null,
  kind      text not null,
  delta     bigint not null check (delta <> 0),
  reason    text not null,
  reference text,
  actor     text not null,
  at        timestamptz not null
);
create index movement_by_sku on movement (sku, position desc);
revoke update, delete on movement from souk_inventory;
