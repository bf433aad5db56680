create table shelf (name text primary key, count int not null check (count <= 20));
create table heard (position bigint generated always as identity primary key, shelf text not null, count int not null);
