-- One place for one number, as before. An index that began with the tijdvak and the ronde looked as good as the primary key to who asks for
-- one number while the tables had not been counted yet: then each question read everybody. This one can answer nothing else than what it guards.
drop index "gelote_plaats_tijdvak_id_ronde_plaats_key";
create unique index gelote_plaats_een_per_plaats on gelote_plaats (plaats, (tijdvak_id::text), (ronde::text));
