-- As every append-only table is declared; these had triggers of their own before.
drop trigger payment_transaction_is_append_only on payment_transaction;
drop trigger ledger_line_is_append_only on ledger_line;
drop trigger provider_event_is_append_only on provider_event;
drop function refuse_alteration();
select append_only('payment_transaction');
select append_only('ledger_line');
select append_only('provider_event');
