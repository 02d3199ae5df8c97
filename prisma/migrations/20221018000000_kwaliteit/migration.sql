-- The quality of the register: what is to be judged, the signalen, the score, what comparable opleidingen cost, and changes to many at once.

-- ── What changed and was not judged yet. Append-only for whoever changes, so nobody waits for anybody ─────────
CREATE TABLE "kwaliteit_te_doen" (
    "id" BIGSERIAL NOT NULL,
    "opleider_id" UUID NOT NULL,
    -- null: all of the opleider
    "opleiding_id" UUID,
    "sinds" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "kwaliteit_te_doen_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kwaliteit_te_doen_opleider_id_idx" ON "kwaliteit_te_doen"("opleider_id");

-- ── What was found of each opleiding, and by what it is compared ──────────────────────────────────────────────
CREATE TABLE "kwaliteit_opleiding" (
    "opleiding_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "titel" TEXT NOT NULL,
    -- empty: too short to compare
    "handtekening" INTEGER[],
    "vorm" TEXT NOT NULL,
    "duur_dagen" INTEGER NOT NULL,
    "aangeboden" BOOLEAN NOT NULL,
    "punten" INTEGER NOT NULL DEFAULT 100,

    CONSTRAINT "kwaliteit_opleiding_pkey" PRIMARY KEY ("opleiding_id")
);
CREATE INDEX "kwaliteit_opleiding_opleider_id_idx" ON "kwaliteit_opleiding"("opleider_id");
ALTER TABLE "kwaliteit_opleiding" ADD CONSTRAINT "kwaliteit_opleiding_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "kwaliteit_signaal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "regel" TEXT NOT NULL,
    "ernst" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL DEFAULT 1,
    "gegevens" JSONB NOT NULL DEFAULT '{}',
    "activiteit_id" UUID,
    "andere_id" UUID,
    "ontstaan_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),
    "opgelost_op" TIMESTAMPTZ(3),

    CONSTRAINT "kwaliteit_signaal_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "kwaliteit_signaal" ADD CONSTRAINT "kwaliteit_signaal_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table kwaliteit_signaal
    add constraint kwaliteit_signaal_ernst check (ernst in ('fout', 'let-op', 'aandacht')),
    add constraint kwaliteit_signaal_aantal check (aantal >= 1),
    add constraint kwaliteit_signaal_duur check (opgelost_op is null or opgelost_op >= ontstaan_op);
create unique index kwaliteit_signaal_een on kwaliteit_signaal (opleiding_id, regel) where opgelost_op is null;
create index kwaliteit_signaal_open on kwaliteit_signaal (opleider_id, regel) where opgelost_op is null;
create index kwaliteit_signaal_van on kwaliteit_signaal (opleiding_id, ontstaan_op);

-- A signaal that was resolved is history: when the same comes back, it is a new one.
create function bewaak_signaal() returns trigger language plpgsql as $$
begin
    if old.opgelost_op is not null or (new.id, new.opleider_id, new.opleiding_id, new.regel, new.ontstaan_op) is distinct from (old.id, old.opleider_id, old.opleiding_id, old.regel, old.ontstaan_op) then
        raise exception 'een signaal dat is opgelost, blijft zoals het was' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger kwaliteit_signaal_vast before update on kwaliteit_signaal for each row execute function bewaak_signaal();
revoke delete on kwaliteit_signaal from stap_app;

-- ── The score of each opleider, day by day; the last day is how it stands ─────────────────────────────────────
CREATE TABLE "kwaliteit_score" (
    "opleider_id" UUID NOT NULL,
    "dag" DATE NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "opleidingen" INTEGER NOT NULL,
    "fouten" INTEGER NOT NULL,
    "let_op" INTEGER NOT NULL,
    "aandacht" INTEGER NOT NULL,
    "berekend_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "kwaliteit_score_pkey" PRIMARY KEY ("opleider_id","dag")
);
ALTER TABLE "kwaliteit_score" ADD CONSTRAINT "kwaliteit_score_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table kwaliteit_score add constraint kwaliteit_score_bereik check (score between 0 and 100);

-- ── What comparable opleidingen cost: the median, and the median distance to it ───────────────────────────────
CREATE TABLE "kwaliteit_vergelijking" (
    "categorie" TEXT NOT NULL,
    "niveau" TEXT NOT NULL,
    "lengte" INTEGER NOT NULL,
    "aantal" INTEGER NOT NULL,
    "mediaan_cent" INTEGER NOT NULL,
    "afwijking_cent" INTEGER NOT NULL,
    "berekend_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "kwaliteit_vergelijking_pkey" PRIMARY KEY ("categorie","niveau","lengte")
);

-- ── One change to many opleidingen: seen first, then carried out ──────────────────────────────────────────────
CREATE TABLE "bewerking" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "door_id" UUID NOT NULL,
    "wijziging" JSONB NOT NULL,
    -- chosen when it was shown: what came in later is not touched unseen
    "opleiding_ids" UUID[],
    "status" TEXT NOT NULL DEFAULT 'voorbeeld',
    "gedaan" INTEGER NOT NULL DEFAULT 0,
    "gewijzigd" INTEGER NOT NULL DEFAULT 0,
    "ongewijzigd" INTEGER NOT NULL DEFAULT 0,
    -- reason → count and the first few
    "overgeslagen" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "bewerking_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bewerking_opleider_id_created_at_idx" ON "bewerking"("opleider_id", "created_at");
ALTER TABLE "bewerking" ADD CONSTRAINT "bewerking_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table bewerking
    add constraint bewerking_status check (status in ('voorbeeld', 'wacht', 'klaar')),
    add constraint bewerking_klaar check ((status = 'klaar') = (klaar_op is not null));

-- ── How often a price may go up, for a system that has the other parameters already ───────────────────────────
insert into parameter (naam, waarde, geldig_van, bron)
select 'prijsindexering', '{"maximaalPerJaar": 1}', date '2022-01-01', 'Voorstel van UWV van 9-10-2022 (Woo-besluit STAP-keten): de prijs ten hoogste één keer per jaar indexeren'
where exists (select from parameter);

-- ── Whoever changes the register, by hand, by file or by API: it is judged again ──────────────────────────────
-- A few opleidingen of an opleider are judged by themselves; for many it is cheaper to take all of it.
create function vraag_oordeel() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'opleiding' then
        insert into kwaliteit_te_doen (opleider_id, opleiding_id)
        select g.opleider_id, o.id
        from (select opleider_id, count(*) > 25 as veel from nieuw group by opleider_id) g
        left join nieuw o on o.opleider_id = g.opleider_id and not g.veel;
    else
        insert into kwaliteit_te_doen (opleider_id, opleiding_id)
        select g.opleider_id, o.opleiding_id
        from (select opleider_id, count(distinct opleiding_id) > 25 as veel from nieuw group by opleider_id) g
        left join (select distinct opleider_id, opleiding_id from nieuw) o on o.opleider_id = g.opleider_id and not g.veel;
    end if;
    return null;
end $$;
create trigger opleiding_oordeel_nieuw after insert on opleiding referencing new table as nieuw for each statement execute function vraag_oordeel();
create trigger opleiding_oordeel after update on opleiding referencing new table as nieuw for each statement execute function vraag_oordeel();
create trigger scholingsactiviteit_oordeel_nieuw after insert on scholingsactiviteit referencing new table as nieuw for each statement execute function vraag_oordeel();
create trigger scholingsactiviteit_oordeel after update on scholingsactiviteit referencing new table as nieuw for each statement execute function vraag_oordeel();

-- What is in the register already.
insert into kwaliteit_te_doen (opleider_id) select distinct opleider_id from opleiding;

-- ── The list of an opleider with tens of thousands of opleidingen, in the order it is read in ─────────────────
create index opleiding_lijst_titel on opleiding (opleider_id, titel, id);
create index opleiding_lijst_gewijzigd on opleiding (opleider_id, updated_at desc, id);
create index opleiding_lijst_prijs on opleiding (opleider_id, catalogusprijs_cent, id);
create index opleiding_met_gebrek on opleiding (opleider_id) where gebreken <> '{}';
