-- Who drew no budget waits in the order of the draw (docs/adr/0019); who came too late waits in the order of receipt.
-- null: by volgnummer
alter table reserveplaats add column loting_volgorde integer;
alter table reserveplaats add constraint reserveplaats_loting check (loting_volgorde >= 1);
CREATE UNIQUE INDEX "reserveplaats_tijdvak_id_loting_volgorde_key" ON "reserveplaats"("tijdvak_id", "loting_volgorde");
drop index reserveplaats_wacht;
create index reserveplaats_wacht on reserveplaats (tijdvak_id, (coalesce(loting_volgorde, volgnummer))) where toestand = 'wacht';
