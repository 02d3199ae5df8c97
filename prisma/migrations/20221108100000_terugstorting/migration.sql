-- Money that belongs to no claim can go back: to the account that the statement says it came from, in the same batches as everything else
-- that we pay (docs/adr/0030, 0033).

create sequence kenmerk_terugstorting;
CREATE TABLE "terugstorting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kenmerk" TEXT NOT NULL,
    "vraag_id" UUID NOT NULL,
    "mutatie_id" BIGINT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'te-controleren',
    "antwoord" TEXT,
    "beoordeeld_door" UUID,
    "oordeel" TEXT,
    "ontstaan_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "betaald_op" DATE,
    "herkomst" TEXT,
    CONSTRAINT "terugstorting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "terugstorting_kenmerk_key" ON "terugstorting"("kenmerk");
CREATE UNIQUE INDEX "terugstorting_vraag_id_key" ON "terugstorting"("vraag_id");
CREATE UNIQUE INDEX "terugstorting_herkomst_key" ON "terugstorting"("herkomst");
CREATE INDEX "terugstorting_mutatie_id_idx" ON "terugstorting"("mutatie_id");
CREATE INDEX "terugstorting_beoordeeld_door_idx" ON "terugstorting"("beoordeeld_door");
ALTER TABLE "terugstorting" ADD CONSTRAINT "terugstorting_vraag_id_fkey" FOREIGN KEY ("vraag_id") REFERENCES "bankvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "terugstorting" ADD CONSTRAINT "terugstorting_mutatie_id_fkey" FOREIGN KEY ("mutatie_id") REFERENCES "bankmutatie"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "terugstorting" ADD CONSTRAINT "terugstorting_beoordeeld_door_fkey" FOREIGN KEY ("beoordeeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- the same receipt goes back once
create unique index terugstorting_een_per_mutatie on terugstorting (mutatie_id) where status <> 'ingetrokken';
create index terugstorting_lopend on terugstorting (ontstaan_op) where status in ('te-controleren', 'te-beoordelen', 'open', 'teruggekomen');
alter table terugstorting
    add constraint terugstorting_bedrag check (bedrag_cent > 0),
    add constraint terugstorting_antwoord check (antwoord in ('match', 'bijna', 'geen', 'onbekend')),
    add constraint terugstorting_oordeel check ((beoordeeld_door is null) = (oordeel is null)),
    -- paid only because the name matches, or because a person took it on with a reason
    add constraint terugstorting_naam check (status not in ('open', 'in-batch', 'teruggekomen') or antwoord = 'match' or beoordeeld_door is not null),
    add constraint terugstorting_status check (status in ('te-controleren', 'te-beoordelen', 'open', 'in-batch', 'betaald', 'teruggekomen', 'ingetrokken')
        and (status = 'betaald') = (betaald_op is not null) and (herkomst is null or status = 'betaald'));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('terugstorting', 'te-controleren', 'open', 'controleer-naam', '{systeem}'),
    ('terugstorting', 'te-controleren', 'te-beoordelen', 'leg-voor', '{systeem}'),
    ('terugstorting', 'te-beoordelen', 'open', 'aanvaard', '{financieel,teamleider-financieel}'),
    ('terugstorting', 'open', 'in-batch', 'stel-batch-samen', '{financieel,systeem}'),
    ('terugstorting', 'in-batch', 'betaald', 'geef-batch-vrij', '{systeem}'),
    ('terugstorting', 'in-batch', 'open', 'houd-buiten-bestand', '{financieel,teamleider-financieel}'),
    ('terugstorting', 'betaald', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('terugstorting', 'teruggekomen', 'open', 'betaal-opnieuw', '{financieel}'),
    ('terugstorting', 'te-controleren', 'betaald', 'zie-op-afschrift', '{systeem}'),
    ('terugstorting', 'te-beoordelen', 'betaald', 'zie-op-afschrift', '{systeem}'),
    ('terugstorting', 'open', 'betaald', 'zie-op-afschrift', '{systeem}'),
    ('terugstorting', 'teruggekomen', 'betaald', 'zie-op-afschrift', '{systeem}'),
    ('terugstorting', 'te-controleren', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel}'),
    ('terugstorting', 'te-beoordelen', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel}'),
    ('terugstorting', 'open', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel}'),
    ('terugstorting', 'teruggekomen', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel}');
create trigger terugstorting_overgang before update of status on terugstorting for each row execute function bewaak_overgang('terugstorting');

-- What goes back is what came in, all of it and to the cent, and it names the question that a person decided.
create function bewaak_terugstorting() returns trigger language plpgsql as $$
begin
    if new.status <> 'te-controleren' or not exists (
            select from bankmutatie m join bankvraag v on v.mutatie_id = m.id where m.id = new.mutatie_id and v.id = new.vraag_id and m.bedrag_cent = new.bedrag_cent) then
        raise exception 'terugstorting % is niet wat op het afschrift staat', new.kenmerk using errcode = '23514';
    end if;
    return new;
end $$;
create trigger terugstorting_nieuw before insert on terugstorting for each row execute function bewaak_terugstorting();
revoke update, delete on terugstorting from stap_app;
grant update (status, antwoord, beoordeeld_door, oordeel, betaald_op, herkomst) on terugstorting to stap_app;

-- ── A payment of it ───────────────────────────────────────────────────────────────────────────────────────────
alter table betaling
    add column terugstorting_id uuid,
    drop constraint betaling_waarvoor,
    add constraint betaling_waarvoor check (num_nonnulls(factuur_id, terugbetaling_id, terugstorting_id) = 1 and (rente_id is null or factuur_id is not null));
ALTER TABLE "betaling" ADD CONSTRAINT "betaling_terugstorting_id_fkey" FOREIGN KEY ("terugstorting_id") REFERENCES "terugstorting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "betaling_terugstorting_id_idx" ON "betaling"("terugstorting_id");
create unique index betaling_een_per_terugstorting on betaling (terugstorting_id) where status in ('onderweg', 'uitgevoerd');

-- Nobody types an account: it goes to the one that the statement names, whatever the program says.
create function bewaak_terugstorting_in_batch() returns trigger language plpgsql as $$
begin
    if not exists (select from terugstorting t join bankmutatie m on m.id = t.mutatie_id
            where t.id = new.terugstorting_id and t.status = 'in-batch' and t.bedrag_cent = new.bedrag_cent and upper(regexp_replace(m.tegenrekening, '\s', '', 'g')) = new.iban) then
        raise exception 'betaling % is niet wat er kwam, of gaat naar een andere rekening', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaling_van_terugstorting before insert on betaling for each row when (new.terugstorting_id is not null) execute function bewaak_terugstorting_in_batch();

-- ── The question that it answers ──────────────────────────────────────────────────────────────────────────────
alter table bankvraag
    drop constraint bankvraag_gevolg,
    add constraint bankvraag_gevolg check (gevolg in ('geboekt', 'terug', 'teruggestort', 'bevestigd', 'opnieuw') and (gevolg is null or toestand = 'afgehandeld'));
alter table bankvoorstel
    drop constraint bankvoorstel_besluit,
    add constraint bankvoorstel_besluit check (besluit in ('boek', 'neem-aan', 'betaal-terug', 'stort-terug', 'bevestig'));

-- As in 20221103000000_nee_zeggen; who decided that money goes back, or took its account on, prepared that payment too.
create or replace function heeft_voorbereid(batch uuid, wie uuid) returns boolean language sql stable as $$
    with terug as materialized (
        select v.aanvraag_id::text as aanvraag from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
         where b.batch_id = batch and b.rente_id is null and exists (select from betaling e where e.factuur_id = b.factuur_id and e.status in ('afgewezen', 'teruggekomen'))
    )
    select exists (select from postbusbericht p join betaling b on b.factuur_id = p.factuur_id where p.afgehandeld_door = wie and b.batch_id = batch and b.status <> 'vervallen')
        or exists (select from naamcontrole n join betaling b on b.iban = n.iban join factuur f on f.id = b.factuur_id and f.opleider_id = n.opleider_id
                    where n.door_id = wie and n.antwoord = 'aanvaard' and b.batch_id = batch and b.status <> 'vervallen'
                      and not exists (select from betaling e join factuur g on g.id = e.factuur_id where g.opleider_id = n.opleider_id and e.iban = n.iban and e.status = 'uitgevoerd'))
        or exists (select from betaalblokkade k join betaling b on b.factuur_id = k.factuur_id where k.opgeheven_door = wie and b.batch_id = batch and b.status <> 'vervallen')
        or exists (select from terug t join gebeurtenis g on g.onderwerp = 'aanvraag' and g.onderwerp_id = t.aanvraag and g.soort = 'betaal-opnieuw' and g.door_id = wie)
        or exists (select from betaling b join terugstorting s on s.id = b.terugstorting_id left join bankvoorstel p on p.vraag_id = s.vraag_id and p.status = 'uitgevoerd'
                    where b.batch_id = batch and b.status <> 'vervallen' and wie in (s.beoordeeld_door, p.voorgesteld_door, p.besloten_door))
$$;
