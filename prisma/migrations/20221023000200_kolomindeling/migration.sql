-- What the columns of a table mean is a kolomindeling; a koppeling is the token of a system.
alter table kolomkoppeling rename to kolomindeling;
alter table kolomindeling rename column koppeling to kolomindeling;
alter table kolomindeling rename constraint kolomkoppeling_pkey to kolomindeling_pkey;
alter table kolomindeling rename constraint kolomkoppeling_opleider_id_fkey to kolomindeling_opleider_id_fkey;
alter table import_tabel rename column koppeling to kolomindeling;
alter table import drop constraint import_toestand;
update import set toestand = 'wacht-op-kolomindeling' where toestand = 'wacht-op-koppeling';
alter table import add constraint import_toestand check (toestand in ('ontvangen', 'wacht-op-kolomindeling', 'bezig', 'wacht-op-akkoord', 'klaar', 'mislukt', 'teruggedraaid'));
