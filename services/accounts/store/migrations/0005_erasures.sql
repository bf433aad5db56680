-- Who asked to be forgotten, and when everybody was last asked to. Nobody is named: an id says nothing any more.
create table erasure (
  customer_id   text primary key,
  position      bigint generated always as identity unique,
  requested_at  timestamptz not null,
  last_asked_at timestamptz not null,
  passes        int not null default 1,
  completed_at  timestamptz
);
create index erasure_to_ask_again on erasure (requested_at) where passes = 1;

-- Which services said they forgot, and which asking that answered.
create table erasure_answer (
  customer_id text not null references erasure (customer_id),
  service     text not null,
  asked_at    timestamptz not null,
  primary key (customer_id, service)
);

insert into erasure (customer_id, requested_at, last_asked_at)
select id, erased_at, erased_at from customer where erased_at is not null;
