-- Nobody alters what is append-only: not the service, whose role may not, and not its owner by a slip either.
create function refuse_alteration() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger payment_transaction_is_append_only before update or delete or truncate on payment_transaction
  for each statement execute function refuse_alteration();
create trigger ledger_line_is_append_only before update or delete or truncate on ledger_line
  for each statement execute function refuse_alteration();
create trigger provider_event_is_append_only before update or delete or truncate on provider_event
  for each statement execute function refuse_alteration();

-- The provider told of an amount that is not ours; while it is open, nothing it tells is believed.
alter table payment add column doubt jsonb;

-- What was told of orders nobody has asked money for yet; it goes when it was applied.
create table provider_event_waiting (
  provider    text not null,
  event_id    text not null,
  order_id    text not null,
  report      jsonb not null,
  received_at timestamptz not null,
  primary key (provider, event_id)
);
create index provider_event_waiting_by_order on provider_event_waiting (order_id);
