-- Handed out in blocks: a process asks once for so many numbers.
create sequence order_number start 100001 increment 50;

-- The whole order is its document; columns are what lists are filtered by.
create table orders (
  id                text primary key,
  number            text not null unique,
  cart_id           text not null,
  customer_id       text,
  email             text not null,
  status            text not null,
  payment_status    text not null,
  fulfilment_status text not null,
  -- A checkout that failed leaves a cancelled order nobody was promised anything by.
  was_confirmed     boolean not null,
  version           int not null,
  document          jsonb not null
);
-- Peers sold one cart twice; here the database would refuse.
create unique index orders_one_live_per_cart on orders (cart_id) where status <> 'cancelled';
create index orders_by_customer on orders (customer_id, id desc) where customer_id is not null;
create index orders_by_email on orders (email, id desc);

create table parcel (
  fulfilment_id text primary key,
  order_id      text not null references orders (id)
);

create table goods_return (
  return_id text primary key,
  order_id  text not null references orders (id)
);

-- Which checkout an idempotency key began: kept for ever, one order per key.
create table checkout (
  principal   text not null,
  key         text not null,
  fingerprint text not null,
  order_id    text not null,
  primary key (principal, key)
);
