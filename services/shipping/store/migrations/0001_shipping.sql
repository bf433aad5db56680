create table zone (
  id   text primary key,
  name text not null
);

-- A country lies in one zone at most; one that is not here is not delivered to.
create table zone_country (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  zone_id text not null references zone (id)
);

-- rates: [{zone, price {amount, currency}, freeFrom? {amount, currency}, estimate {minDays, maxDays}}]
create table delivery_option (
  id        text primary key,
  name      text not null,
  carrier   text not null,
  rates     jsonb not null,
  is_active boolean not null,
  version   int not null
);

-- Quotes are made from memory: every replica is told, whoever changes a rate and by whatever means.
create function tell_rates_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('shipping_rates_changed', '');
  return null;
end $$;
create trigger delivery_option_changed after insert or update or delete on delivery_option
  for each statement execute function tell_rates_changed();
create trigger zone_country_changed after insert or update or delete on zone_country
  for each statement execute function tell_rates_changed();

-- What is known of an order: parcels of it and its cancelling wait for each other on this row.
create table order_copy (
  order_id     text primary key,
  is_cancelled boolean not null
);

create table shipment (
  id              text primary key,
  order_id        text not null references order_copy (order_id),
  lines           jsonb not null,
  carrier         text not null,
  tracking_number text not null,
  tracking_url    text not null,
  status          text not null check (status in ('pending', 'shipped', 'delivered', 'cancelled')),
  created_at      timestamptz not null,
  shipped_at      timestamptz,
  delivered_at    timestamptz
);
create index shipment_by_order on shipment (order_id);

insert into zone (id, name) values
  ('de', 'Germany'), ('eu', 'European Union'), ('gb', 'United Kingdom'), ('us', 'United States');

insert into zone_country (country, zone_id) values ('DE', 'de'), ('GB', 'gb'), ('US', 'us');
insert into zone_country (country, zone_id)
select country, 'eu' from unnest(array[
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU',
  'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']) as country;

-- A shop to start with: amounts in cents and pence, days on the road.
create temporary table first_rate (
  option text, zone text, min_days int, max_days int,
  eur int, eur_free int, usd int, usd_free int, gbp int, gbp_free int
) on commit drop;
insert into first_rate values
  ('standard', 'de', 2, 3,  490,  5000,  590,  6000,  450,  4500),
  ('standard', 'eu', 3, 6,  890, 10000,  990, 11000,  790,  9000),
  ('standard', 'gb', 4, 7,  990, 12000, 1090, 13000,  690,  9000),
  ('standard', 'us', 6, 10, 1490, 15000, 790,  7500, 1290, 12500),
  ('express',  'de', 1, 1,  990,  null, 1190,  null,  890,  null),
  ('express',  'eu', 1, 3, 1690,  null, 1890,  null, 1490,  null),
  ('express',  'gb', 2, 3, 1990,  null, 2190,  null, 1290,  null),
  ('express',  'us', 2, 4, 2990,  null, 1990,  null, 2590,  null);

insert into delivery_option (id, name, carrier, rates, is_active, version)
select o.id, o.name, o.carrier, r.rates, true, 1
from (values ('standard', 'Standard delivery', 'post'), ('express', 'Express delivery', 'dhl')) as o (id, name, carrier),
  lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'zone', f.zone,
      'price', jsonb_build_object('amount', p.amount, 'currency', p.currency),
      'freeFrom', case when p.free is not null then jsonb_build_object('amount', p.free, 'currency', p.currency) end,
      'estimate', jsonb_build_object('minDays', f.min_days, 'maxDays', f.max_days)))
      order by f.zone, p.currency) as rates
    from first_rate f,
      lateral (values ('EUR', f.eur, f.eur_free), ('USD', f.usd, f.usd_free), ('GBP', f.gbp, f.gbp_free))
        as p (currency, amount, free)
    where f.option = o.id) r;
