-- A promotion is read as a whole and judged in memory: nothing asks the database for a part of it.
create table promotion (
  id       text primary key,
  version  int not null,
  document jsonb not null
);
