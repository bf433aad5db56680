-- How tax is rounded; as it was before it could be chosen.
alter table price_mode
  add column rounding_mode  text not null default 'half_even' check (rounding_mode in ('half_even', 'half_up', 'half_down')),
  add column rounding_level text not null default 'line' check (rounding_level in ('line', 'order')),
  add column version        int not null default 1;

-- How postal codes begin where a rate holds; null holds for all.
alter table tax_rate add column postal_code text;
alter table tax_rate drop constraint tax_rate_decides_alone;
alter table tax_rate add constraint tax_rate_decides_alone
  unique nulls not distinct (country, region, postal_code, tax_class, priority);
