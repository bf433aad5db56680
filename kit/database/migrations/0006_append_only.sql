-- Takes rights on a table from everybody but its owner.
create function leave_to_owner(relation regclass, rights text) returns void language plpgsql as $$
declare other text;
begin
  for other in
    select distinct case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end
    from pg_class, aclexplode(relacl) as acl where pg_class.oid = relation and acl.grantee <> relowner
  loop execute format('revoke %s on %s from %s', rights, relation, other); end loop;
end $$;

create function refuse_rewriting_rows() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'insufficient_privilege', table = tg_table_name,
      hint = 'Add a row that says what is so now; those written stay as they are.';
end $$;

-- Declares a table append-only, where it is made: `select append_only('movement')`. The service's role loses the
-- rights, and a trigger refuses the owner as well. It fires for statements that rewrite: an insert never meets it.
create function append_only(relation regclass) returns void language plpgsql as $$
begin
  perform leave_to_owner(relation, 'update, delete, truncate, trigger');
  execute format('create trigger append_only before update or delete or truncate on %s
    for each statement execute function refuse_rewriting_rows()', relation);
end $$;

revoke execute on function leave_to_owner(regclass, text), append_only(regclass) from public;

select append_only('saga_journal');

-- What was migrated is the owner's to write down and to read.
select leave_to_owner('migration', 'all');
