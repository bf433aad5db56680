-- One for each order. What is derived from its transactions is kept beside it for reading and for the checks,
-- which are the second wall behind the row lock. An amount of 0 is a stone: cancelled before it was asked for.
create table payment (
  id            text primary key,
  order_id      text not null unique,
  provider      text not null,
  method_id     text not null,
  key           text not null,
  amount        bigint not null check (amount >= 0),
  currency      text not null,
  status        text not null,
  authorized    bigint not null default 0 check (authorized >= 0),
  captured      bigint not null default 0 check (captured >= 0),
  voided        bigint not null default 0 check (voided >= 0),
  refunded      bigint not null default 0 check (refunded >= 0),
  redirect_url  text,
  failure       text,
  cancel_reason text,
  told          jsonb not null default '{"captured": 0, "voided": 0, "refunded": 0}',
  asked_at      timestamptz not null,
  next_check_at timestamptz,
  checks        int not null default 0,
  version       int not null default 1,
  constraint payment_captured_within_authorized check (captured + voided <= authorized),
  constraint payment_refunded_within_captured check (refunded <= captured)
);
create index payment_to_check on payment (next_check_at) where next_check_at is not null;

-- Append-only: each state a movement has come to is a row of its own.
create table payment_transaction (
  position    bigint generated always as identity primary key,
  id          text not null,
  payment_id  text not null references payment (id),
  kind        text not null check (kind in ('authorization', 'capture', 'void', 'refund')),
  key         text not null,
  amount      bigint not null check (amount > 0),
  currency    text not null,
  state       text not null check (state in ('asked', 'absent', 'requires_action', 'processing', 'failed', 'succeeded')),
  provider_id text,
  failure     text,
  request_id  text,
  reason      text,
  at          timestamptz not null,
  unique (payment_id, kind, key, state)
);
-- A provider knows a movement by its key, so no two payments may share one.
create unique index payment_transaction_by_key on payment_transaction (key, kind, state);
create unique index payment_transaction_by_request on payment_transaction (payment_id, kind, request_id)
  where state = 'asked' and request_id is not null;
revoke update, delete on payment_transaction from souk_payments;

-- Append-only double entry; an entry is a transaction’s lines together.
create table ledger_line (
  position   bigint generated always as identity unique,
  entry_id   text not null,
  line       int not null,
  account    text not null check (account in ('customer_receivable', 'psp_clearing', 'sales', 'refunds')),
  debit      bigint not null check (debit >= 0),
  credit     bigint not null check (credit >= 0),
  currency   text not null,
  payment_id text not null references payment (id),
  order_id   text not null,
  at         timestamptz not null,
  primary key (entry_id, line),
  check ((debit = 0) <> (credit = 0))
);
revoke update, delete on ledger_line from souk_payments;

create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
begin
  if exists (
    select from ledger_line where entry_id = new.entry_id group by currency having sum(debit) <> sum(credit)
  ) then
    raise exception 'ledger entry % does not balance', new.entry_id
      using errcode = 'check_violation', constraint = 'ledger_balances', table = 'ledger_line';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_line
  deferrable initially deferred for each row execute function refuse_unbalanced_entry();

-- Append-only: what providers told us, once each, without anything secret.
create table provider_event (
  provider    text not null,
  event_id    text not null,
  type        text not null,
  payment_id  text,
  facts       jsonb not null,
  received_at timestamptz not null,
  primary key (provider, event_id)
);
revoke update, delete on provider_event from souk_payments;
