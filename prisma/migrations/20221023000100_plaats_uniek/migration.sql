-- One place for one number, as before, in another order of columns. An index that began with the tijdvak and the ronde looked as good as
-- the primary key to who asks for one number while the tables had not been counted yet: then each question read everybody.
drop index "gelote_plaats_tijdvak_id_ronde_plaats_key";
create unique index "gelote_plaats_plaats_tijdvak_id_ronde_key" on "gelote_plaats"("plaats", "tijdvak_id", "ronde");
