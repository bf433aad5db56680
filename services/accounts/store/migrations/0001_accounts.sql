-- An erased customer keeps its row as a stone: an id, and nothing that says whose it was.
-- The address book is one document of the row; which address is the default is said once, beside it.
create table customer (
  id               text primary key,
  position         bigint generated always as identity unique,
  email            text,
  email_key        text unique,
  name             text not null,
  password_hash    text,
  email_verified   boolean not null default false,
  preferences      jsonb not null,
  addresses        jsonb not null default '[]',
  default_shipping text,
  default_billing  text,
  version          int not null default 1,
  created_at       timestamptz not null,
  erased_at        timestamptz,
  constraint customer_erased_or_known check (
    case when erased_at is null then num_nulls(email, email_key, password_hash) = 0
    else num_nonnulls(email, email_key, password_hash) = 0 and name = '' and addresses = '[]' end),
  constraint customer_one_default_shipping check (
    case when addresses = '[]' then default_shipping is null
    else addresses @> jsonb_build_array(jsonb_build_object('id', default_shipping)) end),
  constraint customer_one_default_billing check (
    case when addresses = '[]' then default_billing is null
    else addresses @> jsonb_build_array(jsonb_build_object('id', default_billing)) end)
);
create index customer_by_email_start on customer (email_key text_pattern_ops);
create index customer_by_name_start on customer (lower(name) text_pattern_ops);

create table staff (
  id            text primary key,
  email         text not null,
  email_key     text not null unique,
  name          text not null,
  password_hash text not null,
  scopes        text[] not null,
  created_at    timestamptz not null
);

-- A session is a family of refresh tokens. Ending it deletes it, and its tokens with it.
create table session (
  id           text primary key,
  kind         text not null check (kind in ('customer', 'staff')),
  subject_id   text not null,
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null
);
create index session_by_subject on session (subject_id);
create index session_by_end on session (expires_at);

-- SHA-256 of the token. `sealed` is its successor, readable only with the token itself.
create table refresh_token (
  hash       bytea primary key,
  session_id text not null references session (id) on delete cascade,
  expires_at timestamptz not null,
  used_at    timestamptz,
  sealed     bytea
);
create index refresh_token_by_session on refresh_token (session_id);
create index refresh_token_by_end on refresh_token (expires_at);

-- SHA-256 of what was mailed.
create table mail_token (
  hash        bytea primary key,
  customer_id text not null references customer (id) on delete cascade,
  purpose     text not null check (purpose in ('verify-email', 'reset-password')),
  expires_at  timestamptz not null
);
create index mail_token_by_customer on mail_token (customer_id, purpose);
create index mail_token_by_end on mail_token (expires_at);

-- Every request is put down here, whether the address is known or not, and looked into later:
-- the answer takes the same time for both.
create table password_reset_request (
  position     bigint generated always as identity primary key,
  email_key    text not null
);

-- Who tried when, within the window; `subject` is a hash, for people mistype addresses of others.
create table attempt (
  subject text primary key,
  at      timestamptz[] not null,
  last_at timestamptz not null
);
create index attempt_by_last on attempt (last_at);

-- Private keys lie here in the clear: whoever can read this table can sign. Only this service's role can.
create table signing_key (
  kid         text primary key,
  private_jwk jsonb not null,
  public_jwk  jsonb not null,
  created_at  timestamptz not null,
  active_from timestamptz not null
);

-- Append-only: which staff member looked at which customer.
create table customer_access (
  position    bigint generated always as identity primary key,
  customer_id text not null,
  actor       text not null,
  action      text not null,
  trace_id    text not null,
  at          timestamptz not null
);
create index customer_access_by_customer on customer_access (customer_id, position);
revoke update, delete on customer_access from souk_accounts;
