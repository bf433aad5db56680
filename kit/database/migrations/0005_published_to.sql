-- The broker's stream this service publishes to, and which run of the broker, if there is one. Where either is
-- another, events published since then are published again, from `position` on; null where that has ended.
create table published_to (
  is_only     boolean primary key default true check (is_only),
  stream      text not null,
  run         text not null,
  since       timestamptz,
  position    bigint,
  finished_at timestamptz
);
