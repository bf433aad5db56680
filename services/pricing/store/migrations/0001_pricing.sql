-- Whether prices of a currency have tax in them, and where they are taxed while the address is not known.
-- A currency without a row is priced without tax.
create table price_mode (
  currency     text primary key,
  tax_included boolean not null,
  home_country text
);
insert into price_mode values
  ('EUR', true, 'DE'),
  ('GBP', true, 'DE'),
  ('USD', false, null);

-- Rates in millionths: 7.25 % is 72500. One rate decides per line; never two at once.
create table tax_rate (
  id        text primary key,
  country   text not null,
  region    text,
  tax_class text not null,
  name      text not null,
  rate      int not null check (rate between 0 and 1000000),
  priority  int not null default 0,
  version   int not null default 1,
  constraint tax_rate_decides_alone unique nulls not distinct (country, region, tax_class, priority)
);
insert into tax_rate (id, country, region, tax_class, name, rate)
select 'tax_01jt0000000e00000000000' || lpad((row_number() over ())::text, 3, '0'), seed.*
from (values
  ('DE', null, 'standard', 'MwSt. 19 %',   190000),
  ('DE', null, 'reduced',  'MwSt. 7 %',     70000),
  ('FR', null, 'standard', 'TVA 20 %',     200000),
  ('FR', null, 'reduced',  'TVA 5,5 %',     55000),
  ('NL', null, 'standard', 'Btw 21 %',     210000),
  ('NL', null, 'reduced',  'Btw 9 %',       90000),
  ('GB', null, 'standard', 'VAT 20 %',     200000),
  ('GB', null, 'reduced',  'VAT 0 %',           0),
  ('US', 'CA', 'standard', 'CA sales tax',  72500),
  ('US', 'FL', 'standard', 'FL sales tax',  60000),
  ('US', 'NY', 'standard', 'NY sales tax',  40000),
  ('US', 'TX', 'standard', 'TX sales tax',  62500),
  ('US', 'WA', 'standard', 'WA sales tax',  65000)
) as seed (country, region, tax_class, name, rate);
