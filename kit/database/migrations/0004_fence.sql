-- How often a saga was taken up: whoever writes for an earlier time has been overtaken.
alter table saga add column claims int not null default 1;

-- Ends the transaction of one who was overtaken. A statement can find out that it changed nothing only when its
-- transaction has been sent to commit; raising undoes all of it.
create function refuse_overtaken(id text) returns boolean language plpgsql as $$
begin
  raise exception 'saga % was taken over by somebody else', id using errcode = '55000', constraint = 'saga_lease';
end $$;
