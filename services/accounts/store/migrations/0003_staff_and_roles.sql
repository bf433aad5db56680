-- Without a password: invited, and not come yet.
alter table staff
  alter column password_hash drop not null,
  add column version int not null default 1,
  add column deactivated_at timestamptz;

-- A named set of scopes.
create table role (
  id          text primary key,
  name        text not null,
  name_key    text not null unique,
  scopes      text[] not null,
  is_built_in boolean not null default false,
  version     int not null default 1
);
insert into role (id, name, name_key, scopes, is_built_in) values
  ('role_01jt0000000e00000000000001', 'Admin', 'admin', '{admin}', true),
  ('role_01jt0000000e00000000000002', 'Operator', 'operator', '{operator}', true);

create table staff_role (
  staff_id text not null references staff (id),
  role_id  text not null references role (id),
  primary key (staff_id, role_id)
);
create index staff_role_by_role on staff_role (role_id);

-- SHA-256 of what was mailed; one at a time for each.
create table staff_token (
  hash       bytea primary key,
  staff_id   text not null unique references staff (id),
  expires_at timestamptz not null
);
