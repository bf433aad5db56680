-- What a zone holds besides whole countries; the key is the place itself, so that no two zones hold it.
create table zone_area (
  place   text primary key,
  zone_id text not null references zone (id) on delete cascade,
  area    jsonb not null
);
create index zone_area_by_zone on zone_area (zone_id);
alter table zone_country drop constraint zone_country_zone_id_fkey;
alter table zone_country add foreign key (zone_id) references zone (id) on delete cascade;

alter table zone add column time_zone text not null default 'UTC';
alter table zone add column cut_off text;
alter table zone add column holidays text[] not null default '{}';
alter table zone add column version int not null default 1;

create table shipping_profile (
  id         text primary key,
  name       text not null,
  is_shipped boolean not null,
  version    int not null
);

alter table delivery_option add column kind text not null default 'delivery' check (kind in ('delivery', 'pickup'));
-- [{id, name, address {line1, city, postalCode, country}}]
alter table delivery_option add column pickup_points jsonb not null default '[]';

create trigger zone_changed after insert or update or delete on zone
  for each statement execute function tell_rates_changed();
create trigger zone_area_changed after insert or update or delete on zone_area
  for each statement execute function tell_rates_changed();
create trigger shipping_profile_changed after insert or update or delete on shipping_profile
  for each statement execute function tell_rates_changed();

insert into shipping_profile (id, name, is_shipped, version) values
  ('standard', 'Standard parcels', true, 1), ('bulky', 'Bulky goods', true, 1), ('digital', 'Nothing to ship', false, 1);

-- Everything leaves from one place, by its clock.
update zone set time_zone = 'Europe/Berlin', cut_off = '14:00',
  holidays = array['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'];

-- Bulky goods go the standard way, for a base price and so much for every begun 10 kg above 20 kg.
update delivery_option set rates = rates || (
  select jsonb_agg(jsonb_build_object(
    'zone', zone, 'profile', 'bulky', 'price', jsonb_build_object('amount', base, 'currency', currency),
    'byWeight', jsonb_build_object('tiers', jsonb_build_array(jsonb_build_object('overGrams', 20000, 'amount', base)),
      'step', jsonb_build_object('grams', 10000, 'amount', 500)),
    'maxGrams', 100000, 'estimate', jsonb_build_object('minDays', days, 'maxDays', days + 5)) order by zone, currency)
  from (values ('de', 2490, 3), ('eu', 4990, 5), ('gb', 6990, 6), ('us', 14900, 10)) as b (zone, base, days),
    unnest(array['EUR', 'GBP', 'USD']) as currency)
where id = 'standard';

insert into delivery_option (id, name, carrier, rates, is_active, version, kind, pickup_points)
select 'pickup', 'Parcel shop', 'post', (
  select jsonb_agg(jsonb_build_object(
    'zone', zone, 'price', jsonb_build_object('amount', price, 'currency', currency),
    'estimate', jsonb_build_object('minDays', days, 'maxDays', days + 2)) order by zone, currency)
  from (values ('de', 390, 2), ('eu', 690, 3), ('gb', 790, 4)) as p (zone, price, days),
    unnest(array['EUR', 'GBP', 'USD']) as currency), true, 1, 'pickup', (
  select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'address', jsonb_build_object(
    'line1', line1, 'city', city, 'postalCode', code, 'country', country)) order by id)
  from (values
    ('ber-mitte', 'Kiosk am Hackeschen Markt', 'Rosenthaler Straße 40', 'Berlin', '10178', 'DE'),
    ('ber-kreuzberg', 'Späti Oranienstraße', 'Oranienstraße 24', 'Berlin', '10999', 'DE'),
    ('ham-altona', 'Blumen Altona', 'Große Bergstraße 160', 'Hamburg', '22767', 'DE'),
    ('muc-zentrum', 'Schreibwaren am Tor', 'Sendlinger Straße 8', 'München', '80331', 'DE'),
    ('par-marais', 'Tabac du Marais', '12 rue de Turenne', 'Paris', '75004', 'FR'),
    ('lyo-bellecour', 'Librairie Bellecour', '3 rue Gasparin', 'Lyon', '69002', 'FR'),
    ('ams-jordaan', 'Bloemen Jordaan', 'Westerstraat 90', 'Amsterdam', '1015 MN', 'NL'),
    ('lon-soho', 'Soho News', '21 Old Compton Street', 'London', 'W1D 5JJ', 'GB'))
    as s (id, name, line1, city, code, country));
