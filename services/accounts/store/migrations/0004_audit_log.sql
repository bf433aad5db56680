-- What staff did, in the order it was heard of. Each hash covers the entry and the hash before it, so that none can be
-- taken out or rewritten by whoever gets past the wall below without all that follow telling of it.
create table audit_log (
  position bigint primary key,
  facts    jsonb not null,
  hash     bytea not null,
  actor    text generated always as (facts ->> 'actor') stored,
  resource text generated always as (facts ->> 'resource') stored,
  at       timestamptz not null
);
create index audit_log_by_actor on audit_log (actor, position);
create index audit_log_by_resource on audit_log (resource, position);
create index audit_log_by_time on audit_log (at);

create function audit_log_hash(before bytea, facts jsonb) returns bytea language sql immutable as $$
  select sha256(coalesce(before, '') || convert_to(facts::text, 'UTF8'))
$$;

select append_only('audit_log');
