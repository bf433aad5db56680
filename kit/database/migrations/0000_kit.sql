-- What every service's database holds beside its own tables.

create table outbox (
  position     bigint generated always as identity primary key,
  id           text not null unique,
  type         text not null,
  subject      text not null,
  data         jsonb not null,
  time         timestamptz not null,
  traceparent  text,
  published_at timestamptz
);
create index outbox_unpublished on outbox (position) where published_at is null;

-- A durable queue and the record of what was applied: a row is stored once per event,
-- and becomes 'applied' in the transaction of its effect.
create table inbox (
  position    bigint generated always as identity primary key,
  id          text not null unique,
  type        text not null,
  subject     text not null,
  source      text not null,
  data        jsonb not null,
  time        timestamptz not null,
  traceparent text,
  state       text not null default 'waiting' check (state in ('waiting', 'applied', 'parked')),
  attempts    int not null default 0,
  due_at      timestamptz not null,
  error       text
);
create index inbox_waiting on inbox (position) where state = 'waiting';
create index inbox_waiting_subject on inbox (subject, position) where state = 'waiting';
create index inbox_parked on inbox (position) where state = 'parked';

create table idempotency (
  principal   text not null,
  key         text not null,
  fingerprint text not null,
  reply       jsonb,
  claimed_at  timestamptz not null,
  primary key (principal, key)
);

create table saga (
  id          text primary key,
  name        text not null,
  key         text not null,
  state       text not null check (state in ('running', 'waiting', 'undoing', 'completed', 'undone', 'stuck')),
  step        int not null default 0,
  memory      jsonb not null,
  refusal     jsonb,
  attempts    int not null default 0,
  error       text,
  signals     int not null default 0,
  lease_owner text,
  lease_until timestamptz,
  due_at      timestamptz not null,
  deadline    timestamptz not null,
  traceparent text,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  unique (name, key)
);
create index saga_unfinished on saga (due_at) where state in ('running', 'waiting', 'undoing');
create index saga_by_state on saga (state, started_at);

-- Append-only: what was done and undone, in order.
create table saga_journal (
  saga_id  text not null references saga (id),
  position bigint generated always as identity,
  step     text not null,
  action   text not null,
  at       timestamptz not null,
  detail   text,
  primary key (saga_id, position)
);
