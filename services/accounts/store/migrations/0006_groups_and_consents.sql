create table customer_group (
  id      text primary key,
  key     text not null unique,
  name    text not null,
  version int not null default 1
);

create table group_member (
  customer_id text not null references customer (id) on delete cascade,
  group_id    text not null references customer_group (id),
  primary key (customer_id, group_id)
);
create index group_member_by_group on group_member (group_id);

-- Orders what is told of a customer's groups.
alter table customer add column groups_version int not null default 0;

-- What was consented to and when, by whom alone an id tells: the proof outlives the account.
create table consent (
  position     bigint generated always as identity primary key,
  customer_id  text not null,
  channel      text not null check (channel in ('email', 'sms', 'push')),
  is_granted   boolean not null,
  at           timestamptz not null,
  source       text not null check (source in ('registration', 'profile')),
  text_version text
);
create index consent_by_customer on consent (customer_id, position);
select append_only('consent');
