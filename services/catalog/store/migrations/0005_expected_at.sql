-- When goods on backorder come, as the inventory says.
alter table availability add column expected_at timestamptz;
