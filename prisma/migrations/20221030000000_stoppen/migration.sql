-- Suspension of payment (Awb 4:56), stopping at every stage, the private fee of the opleider, and a payment that is kept out of its file.

-- ── Opschorting ───────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "opschorting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID,
    "aanvraag_id" UUID,
    "grond" TEXT NOT NULL,
    "zaak" TEXT NOT NULL,
    "vermoeden" TEXT NOT NULL,
    "maatregel_id" UUID,
    "ingangsdatum" DATE NOT NULL,
    "tot_en_met" DATE,
    "brief_id" UUID NOT NULL,
    "opgelegd_door" UUID NOT NULL,
    "opgelegd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "beeindigd_op" TIMESTAMPTZ(6),
    "beeindigd_door" UUID,
    "beeindigd_reden" TEXT,

    CONSTRAINT "opschorting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "opschorting_brief_id_key" ON "opschorting"("brief_id");
CREATE INDEX "opschorting_opleider_id_ingangsdatum_idx" ON "opschorting"("opleider_id", "ingangsdatum");
CREATE INDEX "opschorting_opleiding_id_idx" ON "opschorting"("opleiding_id");
CREATE INDEX "opschorting_aanvraag_id_idx" ON "opschorting"("aanvraag_id");
CREATE INDEX "opschorting_maatregel_id_idx" ON "opschorting"("maatregel_id");
CREATE INDEX "opschorting_opgelegd_door_idx" ON "opschorting"("opgelegd_door");
CREATE INDEX "opschorting_beeindigd_door_idx" ON "opschorting"("beeindigd_door");
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_maatregel_id_fkey" FOREIGN KEY ("maatregel_id") REFERENCES "maatregel"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_opgelegd_door_fkey" FOREIGN KEY ("opgelegd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting" ADD CONSTRAINT "opschorting_beeindigd_door_fkey" FOREIGN KEY ("beeindigd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table opschorting
    add constraint opschorting_grond check (grond in ('ernstig-vermoeden', 'besluit-szw')),
    add constraint opschorting_bereik check (aanvraag_id is null or opleiding_id is not null),
    add constraint opschorting_einde check ((grond = 'ernstig-vermoeden') = (tot_en_met is not null)),
    add constraint opschorting_besluit check ((grond = 'besluit-szw') = (maatregel_id is not null)),
    add constraint opschorting_geschreven check (length(btrim(vermoeden)) >= 20 and length(btrim(zaak)) >= 3),
    add constraint opschorting_beeindigd check ((beeindigd_op is null) = (beeindigd_door is null) and (beeindigd_op is null) = (beeindigd_reden is null));

-- One suspicion, one suspension (Awb 4:56): from the day of the letter, as long as the law says, never again and never longer. The same
-- suspicion is the same case, or the same text under another number, for something that overlaps. Two at once wait for each other.
create function bewaak_opschorting() returns trigger language plpgsql as $$
declare weken integer;
begin
    perform pg_advisory_xact_lock(hashtext('opschorting'), hashtext(new.opleider_id::text));
    if new.ingangsdatum <> (nu() at time zone 'Europe/Amsterdam')::date
       or not exists (select from brief b where b.id = new.brief_id and b.opleider_id = new.opleider_id and (b.verzonden_op at time zone 'Europe/Amsterdam')::date = new.ingangsdatum) then
        raise exception 'een opschorting begint op de dag van de kennisgeving aan de opleider' using errcode = '23514';
    end if;
    if new.beeindigd_op is not null then
        raise exception 'een opschorting begint als lopend' using errcode = '23514';
    end if;
    if new.tot_en_met is not null then
        select (p.waarde ->> 'weken')::integer into weken from parameter p
         where p.naam = 'opschorting-termijn' and daterange(p.geldig_van, p.geldig_tot) @> new.ingangsdatum;
        if weken is null or new.tot_en_met <> new.ingangsdatum + 7 * weken then
            raise exception 'een opschorting duurt precies zo lang als de wet zegt' using errcode = '23514';
        end if;
    end if;
    if new.maatregel_id is not null and not exists (
        select from maatregel m where m.id = new.maatregel_id and m.opleider_id = new.opleider_id and m.soort = 'verwijderd' and m.opgeheven_op is null
           and (m.opleiding_id is null or m.opleiding_id = new.opleiding_id)
    ) then
        raise exception 'een opschorting op een besluit van SZW rust op een besluit tot verwijderen dat geldt' using errcode = '23514';
    end if;
    if new.opleiding_id is not null and not exists (select from opleiding o where o.id = new.opleiding_id and o.opleider_id = new.opleider_id)
       or new.aanvraag_id is not null and not exists (select from aanvraag a where a.id = new.aanvraag_id and a.opleider_id = new.opleider_id and a.opleiding_id = new.opleiding_id) then
        raise exception 'een opschorting gaat over iets van deze opleider' using errcode = '23514';
    end if;
    if exists (
        select from opschorting o
         where o.opleider_id = new.opleider_id
           and (o.opleiding_id is null or new.opleiding_id is null
                or o.opleiding_id = new.opleiding_id and (o.aanvraag_id is null or new.aanvraag_id is null or o.aanvraag_id = new.aanvraag_id))
           and (upper(regexp_replace(o.zaak, '\s', '', 'g')) = upper(regexp_replace(new.zaak, '\s', '', 'g'))
                or lower(regexp_replace(o.vermoeden, '[^[:alnum:]]', '', 'g')) = lower(regexp_replace(new.vermoeden, '[^[:alnum:]]', '', 'g')))
    ) then
        raise exception 'op hetzelfde vermoeden wordt niet nog eens opgeschort' using errcode = '23505', constraint = 'opschorting_eenmaal';
    end if;
    return new;
end $$;
create trigger opschorting_nieuw before insert on opschorting for each row execute function bewaak_opschorting();

create function bewaak_opschorting_einde() returns trigger language plpgsql as $$
begin
    if old.beeindigd_op is not null
       or (to_jsonb(new) - 'beeindigd_op' - 'beeindigd_door' - 'beeindigd_reden') is distinct from (to_jsonb(old) - 'beeindigd_op' - 'beeindigd_door' - 'beeindigd_reden') then
        raise exception 'een opschorting wordt nooit verlengd of gewijzigd, alleen een keer eerder beeindigd' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger opschorting_vast before update on opschorting for each row execute function bewaak_opschorting_einde();
revoke update, delete on opschorting from stap_app;
grant update (beeindigd_op, beeindigd_door, beeindigd_reden) on opschorting to stap_app;

-- The aanvragen for which nothing may be paid today. The end is computed with the day of Amsterdam: no job has to run for it. For one
-- aanvraag it also ends on the day of its intrekking or vaststelling, that day included.
create view opgeschorte_aanvraag as
    select a.id as aanvraag_id, o.id as opschorting_id, o.grond, o.ingangsdatum, o.tot_en_met
      from opschorting o
      join aanvraag a on a.opleider_id = o.opleider_id and (o.opleiding_id is null or o.opleiding_id = a.opleiding_id) and (o.aanvraag_id is null or o.aanvraag_id = a.id)
     where o.beeindigd_op is null
       and (nu() at time zone 'Europe/Amsterdam')::date between o.ingangsdatum and coalesce(o.tot_en_met, 'infinity'::date)
       and not exists (select from besluit b where b.aanvraag_id = a.id and b.soort in ('intrekking', 'vaststelling') and b.genomen_op > o.opgelegd_op
                          and (b.genomen_op at time zone 'Europe/Amsterdam')::date < (nu() at time zone 'Europe/Amsterdam')::date);
grant select on opgeschorte_aanvraag to stap_app;

-- ── A payment that may not leave any more is kept out of the file ─────────────────────────────────────
-- What two people approved only ever becomes less: the batch keeps what it was, the file holds what is still under way.
alter table betaling
    drop constraint betaling_status,
    add constraint betaling_status check (status in ('onderweg', 'uitgevoerd', 'afgewezen', 'teruggekomen', 'vervallen'));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('betaling', 'onderweg', 'vervallen', 'houd-buiten-bestand', '{systeem}'),
    ('factuur', 'in-batch', 'gematcht', 'houd-buiten-bestand', '{systeem}'),
    ('factuur', 'teruggekomen', 'afgekeurd', 'laat-vervallen', '{systeem}');

-- Out of a file means before there is one.
create function bewaak_buiten_bestand() returns trigger language plpgsql as $$
begin
    if exists (select from betaalbatch b where b.id = new.batch_id and b.document_id is not null) then
        raise exception 'betaling % staat al in een bestand', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaling_buiten_bestand before update of status on betaling
    for each row when (new.status = 'vervallen' and old.status <> 'vervallen') execute function bewaak_buiten_bestand();

-- Nobody composes a payment for what was withdrawn, or while payment is suspended. Interest that is owed already is not the subsidy.
create function bewaak_nieuwe_betalingen() returns trigger language plpgsql as $$
declare fout text;
begin
    select n.end_to_end_id into fout
      from nieuw n join factuur f on f.id = n.factuur_id join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id
     where n.rente_id is null and (a.status = 'ingetrokken' or exists (select from opgeschorte_aanvraag w where w.aanvraag_id = a.id))
     limit 1;
    if found then
        raise exception 'betaling % is voor een subsidie die is ingetrokken of waarvan de betaling is opgeschort', fout using errcode = '23514';
    end if;
    return null;
end $$;
create trigger betaling_mag after insert on betaling
    referencing new table as nieuw for each statement execute function bewaak_nieuwe_betalingen();

-- ── Stopping ──────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "stopzetting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "oorzaak" TEXT NOT NULL,
    "fase" TEXT NOT NULL,
    "gevolg" JSONB NOT NULL,
    "toelichting" TEXT,
    "door_id" UUID,
    "gestopt_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "stopzetting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "stopzetting_aanvraag_id_key" ON "stopzetting"("aanvraag_id");
CREATE INDEX "stopzetting_door_id_idx" ON "stopzetting"("door_id");
ALTER TABLE "stopzetting" ADD CONSTRAINT "stopzetting_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stopzetting" ADD CONSTRAINT "stopzetting_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table stopzetting
    add constraint stopzetting_oorzaak check (oorzaak in ('burger', 'opleider')),
    add constraint stopzetting_fase check (length(fase) > 0);

-- What an opleider charged a burger who stopped. Its own money, and never twice for one course: together with the subsidy that stays it
-- is at most what was granted. The row of the aanvraag is locked on both sides, so fee and vaststelling cannot pass each other.
CREATE TABLE "annuleringskosten" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "toelichting" TEXT NOT NULL,
    "gemeld_door" UUID NOT NULL,
    "gemeld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "annuleringskosten_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "annuleringskosten_aanvraag_id_key" ON "annuleringskosten"("aanvraag_id");
CREATE INDEX "annuleringskosten_opleider_id_idx" ON "annuleringskosten"("opleider_id");
CREATE INDEX "annuleringskosten_gemeld_door_idx" ON "annuleringskosten"("gemeld_door");
ALTER TABLE "annuleringskosten" ADD CONSTRAINT "annuleringskosten_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "annuleringskosten" ADD CONSTRAINT "annuleringskosten_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "annuleringskosten" ADD CONSTRAINT "annuleringskosten_gemeld_door_fkey" FOREIGN KEY ("gemeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table annuleringskosten add constraint annuleringskosten_bedrag check (bedrag_cent > 0);

create function bewaak_annuleringskosten() returns trigger language plpgsql as $$
declare maximum integer;
begin
    perform from aanvraag where id = new.aanvraag_id for no key update;
    select (p.waarde ->> 'maximumCent')::integer into maximum from parameter p
     where p.naam = 'annuleringskosten' and daterange(p.geldig_van, p.geldig_tot) @> (new.gemeld_op at time zone 'Europe/Amsterdam')::date;
    if maximum is null or new.bedrag_cent > maximum then
        raise exception 'annuleringskosten zijn hoger dan het maximum' using errcode = '23514';
    end if;
    if not exists (select from stopzetting s where s.aanvraag_id = new.aanvraag_id and s.oorzaak = 'burger')
       and not exists (select from deelname d where d.aanvraag_id = new.aanvraag_id and d.oorzaak = 'burger') then
        raise exception 'annuleringskosten zijn er alleen als de deelnemer zelf stopte' using errcode = '23514';
    end if;
    if exists (select from besluit v join lateral (select bedrag_cent from besluit where aanvraag_id = v.aanvraag_id and soort in ('vaststelling', 'herziening') order by genomen_op desc, kenmerk desc limit 1) s on true
                where v.aanvraag_id = new.aanvraag_id and v.soort = 'verlening' and s.bedrag_cent + new.bedrag_cent > v.bedrag_cent) then
        raise exception 'annuleringskosten en subsidie voor dezelfde scholing zijn samen meer dan is verleend' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger annuleringskosten_nieuw before insert on annuleringskosten for each row execute function bewaak_annuleringskosten();

create function bewaak_dubbel_betaald() returns trigger language plpgsql as $$
begin
    perform from aanvraag where id = new.aanvraag_id for no key update;
    if exists (select from annuleringskosten k join besluit v on v.aanvraag_id = k.aanvraag_id and v.soort = 'verlening'
                where k.aanvraag_id = new.aanvraag_id and new.bedrag_cent + k.bedrag_cent > v.bedrag_cent) then
        raise exception 'annuleringskosten en subsidie voor dezelfde scholing zijn samen meer dan is verleend' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger besluit_niet_dubbel before insert on besluit for each row when (new.soort in ('vaststelling', 'herziening')) execute function bewaak_dubbel_betaald();

do $$
declare tabel text;
begin
    foreach tabel in array array['stopzetting', 'annuleringskosten'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
        execute format('revoke update, delete, truncate on %I from stap_app', tabel);
    end loop;
end $$;

-- The opleider calls a scholing off: put to the burger like a change, who switches or stops. Who says nothing is for UWV to decide about.
alter table wijziging
    drop constraint wijziging_soorten,
    add constraint wijziging_soorten check (cardinality(soorten) >= 1 and (soorten <@ array['datum', 'plaats', 'vorm'] or soorten = array['annulering']));

-- A database that has its regeling already gets these too.
insert into parameter (naam, waarde, geldig_van, geldig_tot, bron) select v.naam, v.waarde::jsonb, date '2022-01-01', v.tot::date, v.bron
from (values
    ('opschorting-termijn', '{"weken": 13}', null, 'Awb 4:56'),
    ('annuleringskosten', '{"maximumCent": 19000, "bedenktijdDagen": 14}', '2027-01-01',
     'Eigen keuze, nog vast te stellen; het Woo-besluit STAP-keten noemt € 190 aan annuleringskosten; veertien dagen bedenktijd: art. 6:230o BW')
) as v (naam, waarde, tot, bron)
where exists (select from parameter);

-- Who withdraws does not have to answer a change any more; as with the reserve list, in the same transaction.
create function sluit_open_wijziging() returns trigger language plpgsql as $$
begin
    update wijziging set status = 'geweigerd', beantwoord_op = nu() where aanvraag_id = new.id and status = 'voorgelegd';
    return null;
end $$;
create trigger aanvraag_sluit_wijziging after update of status on aanvraag
    for each row when (new.status = 'ingetrokken' and old.status = 'verleend') execute function sluit_open_wijziging();
