-- A label of a carrier for one parcel of a fulfilment. It is stored before the carrier is asked, under the key the
-- carrier is asked with; next_check_at is when to find out what became of it, and nothing once that is known.
create table label (
  position         bigint generated always as identity unique,
  id               text primary key,
  shipment_id      text not null references shipment (id),
  request          text not null,
  carrier          text not null,
  service          text not null,
  weight_grams     int not null check (weight_grams > 0),
  state            text not null check (state in ('asked', 'bought', 'failed', 'cancelled')),
  carrier_id       text,
  tracking_number  text,
  tracking_url     text,
  label_url        text,
  price            jsonb,
  failure          text,
  progress         text not null default 'announced',
  is_cancel_wanted boolean not null default false,
  asked_at         timestamptz not null,
  next_check_at    timestamptz,
  checks           int not null default 0,
  unique (shipment_id, request),
  unique (carrier, carrier_id),
  unique (carrier, tracking_number),
  check (state <> 'bought' or (carrier_id is not null and tracking_number is not null))
);
create index label_by_shipment on label (shipment_id);
create index label_due on label (next_check_at) where next_check_at is not null;

-- Every scan we were told of, once. One about a parcel not known here waits until it is: it is not applied.
create table carrier_scan (
  carrier         text not null,
  event_id        text not null,
  tracking_number text not null,
  progress        text not null,
  scanned_at      timestamptz not null,
  is_applied      boolean not null,
  primary key (carrier, event_id)
);
create index carrier_scan_waiting on carrier_scan (carrier, tracking_number) where not is_applied;

-- How far the scans of a carrier that has to be asked were read.
create table carrier_cursor (
  carrier text primary key,
  cursor  text not null
);
