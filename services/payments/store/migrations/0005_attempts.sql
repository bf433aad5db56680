-- An order may be paid in several attempts: the first at its checkout, others for what a later edit made due.
alter table payment add column attempt int not null default 1 check (attempt >= 1);
alter table payment drop constraint payment_order_id_key;
alter table payment add constraint payment_once_per_attempt unique (order_id, attempt);
