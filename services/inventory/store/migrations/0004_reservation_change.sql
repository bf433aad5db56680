-- Changes of promises by edits of their orders: each counts once, and one that was undone before it came never counts.
create table reservation_change (
  order_id  text not null,
  change_id text not null,
  more      jsonb not null,
  is_undone boolean not null default false,
  primary key (order_id, change_id)
);
