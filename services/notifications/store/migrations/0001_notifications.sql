-- A copy of what orders say of their readers; contact is null once the reader is to be forgotten.
create table order_contact (
  order_id    text primary key,
  customer_id text,
  version     int not null,
  contact     jsonb
);
create index order_contact_by_customer on order_contact (customer_id);

-- A copy of what accounts say; an erased customer leaves the id, so that late news do not bring them back.
create table customer_contact (
  customer_id text primary key,
  email       text,
  locale      text,
  at          timestamptz not null,
  is_erased   boolean not null default false
);

-- News of orders not heard of yet: events of different services overtake one another.
create table early_news (
  event_id text primary key,
  position bigint generated always as identity,
  order_id text not null,
  template text not null,
  fact     jsonb not null
);
create index early_news_by_order on early_news (order_id, position);

create table message (
  id          text primary key,
  position    bigint generated always as identity,
  event_id    text not null,
  channel     text not null check (channel in ('email')),
  recipient   text not null,
  template    text not null,
  customer_id text,
  order_id    text,
  subject     text not null,
  -- Gone once sent: they hold links that open things.
  text        text,
  html        text,
  status      text not null check (status in ('queued', 'sent', 'failed')),
  attempts    int not null default 0,
  due_at      timestamptz not null,
  error       text,
  created_at  timestamptz not null,
  sent_at     timestamptz,
  constraint message_once unique (event_id, channel, recipient)
);
create index message_due on message (due_at) where status = 'queued';
create index message_newest on message (position desc);
create index message_by_order on message (order_id, position desc);
create index message_by_recipient on message (lower(recipient), position desc);
create index message_by_customer on message (customer_id);
