-- The place of a burger is looked up with every submit and every look, also one that was left. The unique index knows only places
-- that are held, so with 160.000 people each look read the whole wachtkamer.
create index wachtplaats_burger_id_tijdvak_id_idx on wachtplaats (burger_id, tijdvak_id);
