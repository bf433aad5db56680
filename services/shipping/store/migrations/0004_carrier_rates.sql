-- {carrier, service}: whose own price is asked for; the rates stand in for it.
alter table delivery_option add column carrier_rate jsonb;
