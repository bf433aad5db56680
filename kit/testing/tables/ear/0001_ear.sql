-- No unique key: what is applied twice shall be seen twice.
create table heard (
  position bigint generated always as identity primary key,
  event_id text not null,
  shelf    text not null,
  count    int not null
);
