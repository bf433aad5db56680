-- Promotions are documents; those of before had no codes and no limits.
update promotion set document = document
  || '{"requiresCode": false, "limits": {"uses": null, "usesPerCustomer": null, "budget": null}}'::jsonb;

create table discount_code (
  code         text primary key,
  promotion_id text not null references promotion (id) on delete cascade
);
create index discount_code_of_promotion on discount_code (promotion_id, code);

-- What is counted, a row each: uses of a promotion or a code, or minor units of a budget. Its limit is here as well as
-- in the rule, so that the database refuses what the code should not have asked.
create table usage_counter (
  name    text primary key,
  used    bigint not null default 0 check (used >= 0),
  at_most bigint,
  constraint usage_within_limit check (used <= at_most)
);

-- What an order was given. A release that overtakes its redemption leaves a stone in its place. Customers are told
-- apart by id and by a digest of their e-mail address, so that nobody is a stranger by signing out.
create table order_redemption (
  order_id    text primary key,
  state       text not null check (state in ('live', 'released')),
  customer_id text,
  email_key   text
);
create index order_redemption_of_customer on order_redemption (customer_id) where customer_id is not null;
create index order_redemption_of_email on order_redemption (email_key) where email_key is not null;
create table redemption (
  order_id     text not null references order_redemption (order_id),
  promotion_id text not null,
  code         text,
  amount       bigint not null check (amount >= 0),
  currency     text not null,
  -- How often one customer might have it when this was counted.
  each_at_most bigint,
  primary key (order_id, promotion_id)
);
