-- What must come back (Awb 4:85-4:125): claims, every movement of them, instalments, write-off, repayment.

create sequence kenmerk_vordering;

CREATE TABLE "vordering" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kenmerk" TEXT NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "schuldenaar_opleider_id" UUID,
    "schuldenaar_burger_id" UUID,
    "grond" TEXT NOT NULL,
    "besluit_id" UUID,
    "factuur_id" UUID,
    "bedrag_cent" INTEGER NOT NULL,
    "herzien_cent" INTEGER NOT NULL DEFAULT 0,
    "open_cent" INTEGER NOT NULL,
    "open_kosten_cent" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'open',
    "brief_id" UUID NOT NULL,
    "bezwaar_uiterlijk_op" DATE NOT NULL,
    "ingesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "vervalt_op" DATE NOT NULL,
    "verjaart_op" DATE NOT NULL,
    "uitstel_tot" DATE,
    "herinnerd_op" DATE,
    "aangemaand_op" DATE,
    "aanmaning_vervalt_op" DATE,
    "rente_vastgesteld_op" DATE,
    "overdracht" TEXT,
    "overdracht_door" UUID,
    CONSTRAINT "vordering_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "vordering_kenmerk_key" ON "vordering"("kenmerk");
CREATE INDEX "vordering_aanvraag_id_idx" ON "vordering"("aanvraag_id");
CREATE INDEX "vordering_opleider_id_idx" ON "vordering"("opleider_id");
CREATE INDEX "vordering_schuldenaar_opleider_id_idx" ON "vordering"("schuldenaar_opleider_id");
CREATE INDEX "vordering_schuldenaar_burger_id_idx" ON "vordering"("schuldenaar_burger_id");
CREATE INDEX "vordering_ingesteld_op_idx" ON "vordering"("ingesteld_op");
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_compartiment_id_fkey" FOREIGN KEY ("compartiment_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_schuldenaar_opleider_id_fkey" FOREIGN KEY ("schuldenaar_opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_schuldenaar_burger_id_fkey" FOREIGN KEY ("schuldenaar_burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_besluit_id_fkey" FOREIGN KEY ("besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering" ADD CONSTRAINT "vordering_overdracht_door_fkey" FOREIGN KEY ("overdracht_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index vordering_lopend on vordering (vervalt_op) where status in ('open', 'deels-voldaan');
alter table vordering
    add constraint vordering_status check (status in ('open', 'deels-voldaan', 'voldaan', 'ingetrokken', 'kwijtgescholden', 'oninbaar', 'verjaard')),
    add constraint vordering_grond check (grond in ('lager-vastgesteld', 'ingetrokken', 'herzien', 'creditnota', 'onverschuldigd-betaald')),
    add constraint vordering_schuldenaar check (num_nonnulls(schuldenaar_opleider_id, schuldenaar_burger_id) = 1),
    add constraint vordering_bedrag check (bedrag_cent > 0 and open_cent between 0 and bedrag_cent and open_kosten_cent >= 0 and herzien_cent between 0 and bedrag_cent),
    -- what has ended has nothing open any more
    add constraint vordering_afgelopen check (status in ('open', 'deels-voldaan') or open_cent + open_kosten_cent = 0),
    -- Awb 4:87: six weeks to pay, and six weeks to object (Awb 6:7)
    add constraint vordering_termijn check (vervalt_op >= (ingesteld_op at time zone 'Europe/Amsterdam')::date + 42
        and bezwaar_uiterlijk_op >= (ingesteld_op at time zone 'Europe/Amsterdam')::date + 42),
    -- Awb 4:112: no aanmaning before the term has passed, and two weeks to pay after it
    add constraint vordering_aanmaning check ((aangemaand_op is null) = (aanmaning_vervalt_op is null) and (aangemaand_op is null or aangemaand_op > vervalt_op)
        and (aanmaning_vervalt_op is null or aanmaning_vervalt_op >= aangemaand_op + 14)),
    -- the bailiff comes after the aanmaning, and only because a person decided so
    add constraint vordering_overdracht check (overdracht in ('voorgelegd', 'overgedragen', 'niet-overgedragen') and (overdracht is null or aangemaand_op is not null)
        and (overdracht is not null and overdracht <> 'voorgelegd') = (overdracht_door is not null)),
    -- Awb 4:104: five years after the term at the earliest
    add constraint vordering_verjaring check (verjaart_op >= vervalt_op + interval '5 years' - interval '1 day' and (status <> 'verjaard' or verjaart_op < (nu() at time zone 'Europe/Amsterdam')::date));

-- Every cent that is added to a claim or comes off it, as it is in the ledger. `herkomst` names the receipt, so that it is booked once.
CREATE TABLE "vordering_mutatie" (
    "id" BIGSERIAL NOT NULL,
    "vordering_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "hoofdsom_cent" INTEGER NOT NULL,
    "kosten_cent" INTEGER NOT NULL,
    "dag" DATE NOT NULL,
    "herkomst" TEXT,
    "door_id" UUID,
    "toelichting" TEXT,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "vordering_mutatie_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "vordering_mutatie_herkomst_key" ON "vordering_mutatie"("herkomst");
CREATE INDEX "vordering_mutatie_vordering_id_idx" ON "vordering_mutatie"("vordering_id");
ALTER TABLE "vordering_mutatie" ADD CONSTRAINT "vordering_mutatie_vordering_id_fkey" FOREIGN KEY ("vordering_id") REFERENCES "vordering"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_mutatie" ADD CONSTRAINT "vordering_mutatie_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table vordering_mutatie
    add constraint vordering_mutatie_soort check (soort in ('instelling', 'vergoeding', 'rente', 'ontvangst', 'intrekking', 'kwijtschelding', 'oninbaar', 'verjaring')),
    -- what adds is positive, what comes off negative
    add constraint vordering_mutatie_richting check (case soort
        when 'instelling' then hoofdsom_cent > 0 and kosten_cent = 0
        when 'vergoeding' then hoofdsom_cent = 0 and kosten_cent > 0
        when 'rente' then hoofdsom_cent = 0 and kosten_cent > 0
        else hoofdsom_cent <= 0 and kosten_cent <= 0 and hoofdsom_cent + kosten_cent < 0 end),
    add constraint vordering_mutatie_ontvangst check ((soort = 'ontvangst') = (herkomst is not null));
-- Awb 4:113: the fee once
create unique index vordering_mutatie_een_vergoeding on vordering_mutatie (vordering_id) where soort = 'vergoeding';

-- Awb 4:94: paying in parts, asked with an own proposal.
CREATE TABLE "vordering_regeling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vordering_id" UUID NOT NULL,
    "termijn_cent" INTEGER NOT NULL,
    "aantal" INTEGER NOT NULL,
    "eerste_op" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "beslagvrij" TEXT NOT NULL,
    "omstandigheden" TEXT,
    "gevraagd_door" UUID NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "redenen" TEXT[],
    "besloten_op" TIMESTAMPTZ(6),
    "besloten_door" UUID,
    "motivering" TEXT,
    "open_bij_begin_cent" INTEGER,
    "gewaarschuwd_op" DATE,
    "geeindigd_op" DATE,
    "brief_id" UUID,
    CONSTRAINT "vordering_regeling_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vordering_regeling_vordering_id_idx" ON "vordering_regeling"("vordering_id");
ALTER TABLE "vordering_regeling" ADD CONSTRAINT "vordering_regeling_vordering_id_fkey" FOREIGN KEY ("vordering_id") REFERENCES "vordering"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_regeling" ADD CONSTRAINT "vordering_regeling_gevraagd_door_fkey" FOREIGN KEY ("gevraagd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_regeling" ADD CONSTRAINT "vordering_regeling_besloten_door_fkey" FOREIGN KEY ("besloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_regeling" ADD CONSTRAINT "vordering_regeling_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create unique index vordering_regeling_een_lopend on vordering_regeling (vordering_id) where status in ('aangevraagd', 'toegewezen');
alter table vordering_regeling
    add constraint vordering_regeling_status check (status in ('aangevraagd', 'toegewezen', 'afgewezen', 'nagekomen', 'vervallen')),
    add constraint vordering_regeling_beslagvrij check (beslagvrij in ('ja', 'nee', 'weet-niet', 'nvt')),
    add constraint vordering_regeling_bedrag check (termijn_cent > 0 and aantal >= 1),
    -- a decision has its letter
    add constraint vordering_regeling_besluit check ((status = 'aangevraagd') = (besloten_op is null) and (status = 'aangevraagd') = (brief_id is null)
        and (status in ('aangevraagd', 'afgewezen') or open_bij_begin_cent > 0) and (status in ('nagekomen', 'vervallen')) = (geeindigd_op is not null));

-- Awb 4:94a: remitting, within the mandate of a rol, above it by two people.
CREATE TABLE "vordering_kwijtschelding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vordering_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "reden" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "voorgesteld_door" UUID NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "besloten_door" UUID,
    "besloten_op" TIMESTAMPTZ(6),
    CONSTRAINT "vordering_kwijtschelding_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vordering_kwijtschelding_vordering_id_idx" ON "vordering_kwijtschelding"("vordering_id");
ALTER TABLE "vordering_kwijtschelding" ADD CONSTRAINT "vordering_kwijtschelding_vordering_id_fkey" FOREIGN KEY ("vordering_id") REFERENCES "vordering"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_kwijtschelding" ADD CONSTRAINT "vordering_kwijtschelding_voorgesteld_door_fkey" FOREIGN KEY ("voorgesteld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_kwijtschelding" ADD CONSTRAINT "vordering_kwijtschelding_besloten_door_fkey" FOREIGN KEY ("besloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create unique index vordering_kwijtschelding_een_open on vordering_kwijtschelding (vordering_id) where status = 'voorgesteld';
alter table vordering_kwijtschelding
    add constraint vordering_kwijtschelding_soort check (soort in ('kwijtschelding', 'oninbaar')),
    add constraint vordering_kwijtschelding_status check (status in ('voorgesteld', 'verleend', 'afgewezen')),
    add constraint vordering_kwijtschelding_bedrag check (bedrag_cent > 0 and length(reden) >= 10),
    add constraint vordering_kwijtschelding_besluit check ((status = 'voorgesteld') = (besloten_op is null) and (status = 'voorgesteld') = (besloten_door is null));

-- What was paid too much, or for a claim that fell: we owe it until a statement shows that it went back.
CREATE TABLE "vordering_terugbetaling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vordering_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "hoofdsom_cent" INTEGER NOT NULL,
    "kosten_cent" INTEGER NOT NULL,
    "rente_cent" INTEGER NOT NULL,
    "teveel_cent" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "ontstaan_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "betaald_op" DATE,
    "herkomst" TEXT,
    "bron" TEXT,
    CONSTRAINT "vordering_terugbetaling_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vordering_terugbetaling_vordering_id_idx" ON "vordering_terugbetaling"("vordering_id");
CREATE UNIQUE INDEX "vordering_terugbetaling_herkomst_key" ON "vordering_terugbetaling"("herkomst");
CREATE UNIQUE INDEX "vordering_terugbetaling_bron_key" ON "vordering_terugbetaling"("bron");
ALTER TABLE "vordering_terugbetaling" ADD CONSTRAINT "vordering_terugbetaling_vordering_id_fkey" FOREIGN KEY ("vordering_id") REFERENCES "vordering"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table vordering_terugbetaling
    add constraint vordering_terugbetaling_soort check (soort in ('ingetrokken', 'te-veel-betaald')),
    add constraint vordering_terugbetaling_status check (status in ('open', 'betaald') and (status = 'betaald') = (betaald_op is not null and herkomst is not null)),
    add constraint vordering_terugbetaling_bedrag check (least(hoofdsom_cent, kosten_cent, rente_cent, teveel_cent) >= 0 and hoofdsom_cent + kosten_cent + rente_cent + teveel_cent > 0
        and (soort = 'te-veel-betaald') = (bron is not null));

-- The moves of a claim: the same table as lib/vordering/rules/status.ts, a test compares them.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('vordering', 'open', 'deels-voldaan', 'boek-ontvangst', '{systeem}'),
    ('vordering', 'open', 'voldaan', 'boek-ontvangst', '{systeem}'),
    ('vordering', 'deels-voldaan', 'voldaan', 'boek-ontvangst', '{systeem}'),
    ('vordering', 'open', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel,behandelaar,teamleider,systeem}'),
    ('vordering', 'deels-voldaan', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel,behandelaar,teamleider,systeem}'),
    ('vordering', 'voldaan', 'ingetrokken', 'trek-in', '{financieel,teamleider-financieel,behandelaar,teamleider,systeem}'),
    ('vordering', 'open', 'kwijtgescholden', 'scheld-kwijt', '{financieel,teamleider-financieel}'),
    ('vordering', 'deels-voldaan', 'kwijtgescholden', 'scheld-kwijt', '{financieel,teamleider-financieel}'),
    ('vordering', 'open', 'oninbaar', 'maak-oninbaar', '{financieel,teamleider-financieel}'),
    ('vordering', 'deels-voldaan', 'oninbaar', 'maak-oninbaar', '{financieel,teamleider-financieel}'),
    ('vordering', 'open', 'verjaard', 'laat-verjaren', '{systeem}'),
    ('vordering', 'deels-voldaan', 'verjaard', 'laat-verjaren', '{systeem}');
create trigger vordering_overgang before update of status on vordering for each row execute function bewaak_overgang('vordering');

-- I5, I7: at the end of the transaction a claim is what its movements add up to, and its status stands in the log by a role that may.
create function bewaak_vordering() returns trigger language plpgsql as $$
declare hoofdsom bigint; kosten bigint; ingesteld bigint; rij vordering;
begin
    select * into rij from vordering where id = new.id;
    select coalesce(sum(m.hoofdsom_cent), 0), coalesce(sum(m.kosten_cent), 0), coalesce(sum(m.hoofdsom_cent) filter (where m.soort = 'instelling'), 0)
      into hoofdsom, kosten, ingesteld from vordering_mutatie m where m.vordering_id = new.id;
    if (hoofdsom, kosten, ingesteld) is distinct from (rij.open_cent::bigint, rij.open_kosten_cent::bigint, rij.bedrag_cent::bigint) then
        raise exception 'vordering %: de mutaties zijn % en % cent, open staat % en % cent', rij.kenmerk, hoofdsom, kosten, rij.open_cent, rij.open_kosten_cent using errcode = '23514';
    end if;
    if (tg_op = 'INSERT' or new.status is distinct from old.status) and not exists (
        select from gebeurtenis g where g.onderwerp = 'vordering' and g.onderwerp_id = new.id::text and g.naar_status = new.status and g.xid = pg_current_xact_id()
           and (tg_op = 'INSERT' or exists (select from status_overgang o where o.onderwerp = 'vordering' and o.van = old.status and o.naar = new.status
                  and g.van_status = old.status and g.door_rol = any (o.rollen)))
    ) then
        raise exception 'status % van vordering % staat niet in het logboek door een rol die dat mag', new.status, new.kenmerk using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger vordering_klopt after insert or update on vordering deferrable initially deferred for each row execute function bewaak_vordering();

-- A movement without its claim being moved is caught the same way.
create function bewaak_vordering_mutatie() returns trigger language plpgsql as $$
declare hoofdsom bigint; kosten bigint; rij vordering;
begin
    select * into rij from vordering where id = new.vordering_id;
    select coalesce(sum(m.hoofdsom_cent), 0), coalesce(sum(m.kosten_cent), 0) into hoofdsom, kosten from vordering_mutatie m where m.vordering_id = new.vordering_id;
    if (hoofdsom, kosten) is distinct from (rij.open_cent::bigint, rij.open_kosten_cent::bigint) then
        raise exception 'vordering %: een mutatie staat niet in het open bedrag', rij.kenmerk using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger vordering_mutatie_telt after insert on vordering_mutatie deferrable initially deferred for each row execute function bewaak_vordering_mutatie();

-- What was claimed, from whom and why, never changes; a claim does not lapse sooner than it would.
create function bewaak_vordering_vast() returns trigger language plpgsql as $$
begin
    if (old.kenmerk, old.aanvraag_id, old.compartiment_id, old.opleider_id, old.schuldenaar_opleider_id, old.schuldenaar_burger_id, old.grond, old.besluit_id, old.factuur_id,
        old.bedrag_cent, old.herzien_cent, old.brief_id, old.bezwaar_uiterlijk_op, old.ingesteld_op)
       is distinct from (new.kenmerk, new.aanvraag_id, new.compartiment_id, new.opleider_id, new.schuldenaar_opleider_id, new.schuldenaar_burger_id, new.grond, new.besluit_id, new.factuur_id,
        new.bedrag_cent, new.herzien_cent, new.brief_id, new.bezwaar_uiterlijk_op, new.ingesteld_op)
       or new.verjaart_op < old.verjaart_op or new.vervalt_op < old.vervalt_op or (old.aangemaand_op is not null and new.aangemaand_op is distinct from old.aangemaand_op) then
        raise exception 'wat er is teruggevorderd ligt vast' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger vordering_vast before update on vordering for each row execute function bewaak_vordering_vast();

-- A proposal within the mandate of its maker stands by itself; above it another person decides, who has the rol for it.
create function bewaak_kwijtschelding() returns trigger language plpgsql as $$
declare mandaat bigint;
begin
    if new.status <> 'verleend' then return new; end if;
    if tg_op = 'UPDATE' and old.status <> 'voorgesteld' then
        raise exception 'over deze kwijtschelding is al besloten' using errcode = '23514';
    end if;
    if new.besloten_door <> new.voorgesteld_door then return new; end if;
    select coalesce(max((p.waarde ->> r.rol)::bigint), 0) into mandaat
      from gebruiker g cross join lateral unnest(g.rollen) as r (rol)
      join parameter p on p.naam = 'kwijtschelding-mandaat' and daterange(p.geldig_van, p.geldig_tot) @> (nu() at time zone 'Europe/Amsterdam')::date
     where g.id = new.besloten_door and p.waarde ? r.rol;
    if new.bedrag_cent > mandaat then
        raise exception 'boven het mandaat van een persoon beslissen twee mensen' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger kwijtschelding_mandaat before insert or update on vordering_kwijtschelding for each row execute function bewaak_kwijtschelding();

do $$
begin
    execute 'create trigger vordering_mutatie_vast before update or delete on vordering_mutatie for each row execute function weiger_wijziging()';
    execute 'create trigger vordering_mutatie_vast_truncate before truncate on vordering_mutatie for each statement execute function weiger_wijziging()';
end $$;
revoke update, delete on vordering_mutatie from stap_app;
revoke delete on vordering, vordering_regeling, vordering_kwijtschelding, vordering_terugbetaling from stap_app;
revoke update on vordering_kwijtschelding, vordering_terugbetaling from stap_app;
grant update (status, besloten_door, besloten_op) on vordering_kwijtschelding to stap_app;
grant update (status, betaald_op, herkomst) on vordering_terugbetaling to stap_app;
