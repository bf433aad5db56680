-- What shipping prices by; nothing until the catalog tells it.
alter table variant add column weight_grams int;
alter table variant add column shipping_profile text;
