-- Whose request a parcel was booked for: the same one again finds it, also when the first died before its answer.
alter table parcel add column request text;
create unique index parcel_by_request on parcel (order_id, request);
