-- When an event that could not be applied was tried; null where it never failed, or failed before this was kept.
alter table inbox
  add column first_tried_at timestamptz,
  add column last_tried_at timestamptz;
