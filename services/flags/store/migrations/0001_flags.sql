-- Flags that somebody has touched; the others stand as they are declared.
create table feature_flag (
  key        text primary key,
  is_on      boolean not null,
  rollout    int not null check (rollout between 0 and 100),
  note       text not null,
  version    int not null,
  changed_at timestamptz,
  changed_by text
);

-- Who changed what; a row for each version.
create table feature_flag_change (
  key       text not null,
  version   int not null,
  at        timestamptz not null,
  by        text not null,
  before    jsonb not null,
  after     jsonb not null,
  primary key (key, version)
);
select append_only('feature_flag_change');
