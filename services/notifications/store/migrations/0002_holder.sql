-- Which process is sending it: what a dead one held is due at once.
alter table message add column holder text;
create index message_held on message (holder) where status = 'queued' and holder is not null;
