-- Processes that hold a lock for as long as they live. PostgreSQL lets go of it the moment a process is gone, so what
-- a dead one was at work on is free at once and not when its lease runs out.
create table process (
  id text primary key,
  since timestamptz not null default now()
);

-- The half of the lock's name that says what it is for; the other is a hash of the process's id.
create function is_gone(process_id text) returns boolean language sql stable as $$
  select exists (select from process where id = process_id) and not exists (
    select from pg_locks
    where locktype = 'advisory' and classid = 727004 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())
      and objid = (hashtext(process_id)::bigint & 4294967295)::oid)
$$;

alter table idempotency add column owner text;
