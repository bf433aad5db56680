-- As every append-only table is declared; it was a trigger of its own before.
drop trigger movement_append_only on movement;
drop function refuse_rewriting();
select append_only('movement');
