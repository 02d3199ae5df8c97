-- The register at full size: kinds of scholing, cost lines from which the prices follow, and a history of everything in it.

-- ── Opleiding ─────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "opleiding"
    ADD COLUMN "soort" TEXT NOT NULL DEFAULT 'cursus',
    ADD COLUMN "kosten" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "themas" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "leerdoel" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "toelatingseisen" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "erkend_onderdeel" JSONB,
    ADD COLUMN "eqf" INTEGER,
    ADD COLUMN "nlqf" INTEGER,
    ADD COLUMN "url" TEXT,
    ADD COLUMN "dagdelen" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "arbeidsmarkt" JSONB,
    ADD COLUMN "actief" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "import_id" UUID,
    ADD COLUMN "bron_hash" TEXT;

-- ── Scholingsactiviteit ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "scholingsactiviteit"
    ADD COLUMN "versie" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "bron" TEXT NOT NULL DEFAULT 'portaal',
    ADD COLUMN "door_id" UUID,
    ADD COLUMN "import_id" UUID,
    ADD COLUMN "dagdelen" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "scholingsjaar" INTEGER,
    ADD COLUMN "kosten" JSONB NOT NULL DEFAULT '[]';

-- ── Opleider ──────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "opleider"
    ADD COLUMN "versie" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "bron" TEXT NOT NULL DEFAULT 'portaal',
    ADD COLUMN "door_id" UUID,
    ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- ── Erkenning: also of one opleiding, and withdrawn with who and why ──────────────────────────────────────────
ALTER TABLE "erkenning"
    ADD COLUMN "opleiding_id" UUID,
    ADD COLUMN "door_id" UUID,
    ADD COLUMN "reden" TEXT,
    ADD COLUMN "ingetrokken_op" TIMESTAMPTZ(3),
    ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "erkenning" ADD CONSTRAINT "erkenning_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "erkenning_opleiding_id_idx" ON "erkenning"("opleiding_id");

-- ── Import: what it would do, who agreed, and taking it back ──────────────────────────────────────────────────
ALTER TABLE "import"
    ADD COLUMN "omvang" TEXT NOT NULL DEFAULT 'aanvulling',
    ADD COLUMN "eerst_bekijken" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "verdwenen" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "verschil" JSONB,
    ADD COLUMN "akkoord_door" UUID,
    ADD COLUMN "akkoord_op" TIMESTAMPTZ(3),
    ADD COLUMN "teruggedraaid_door" UUID,
    ADD COLUMN "teruggedraaid_op" TIMESTAMPTZ(3);

-- ── History: the state that a change replaced ─────────────────────────────────────────────────────────────────
CREATE TABLE "scholingsactiviteit_versie" (
    "scholingsactiviteit_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "inhoud" JSONB NOT NULL,
    "door_id" UUID,
    "bron" TEXT NOT NULL,
    "import_id" UUID,
    "geldig_van" TIMESTAMPTZ(3) NOT NULL,
    "vervangen_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "scholingsactiviteit_versie_pkey" PRIMARY KEY ("scholingsactiviteit_id","versie")
);
CREATE TABLE "opleider_versie" (
    "opleider_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "inhoud" JSONB NOT NULL,
    "door_id" UUID,
    "bron" TEXT NOT NULL,
    "geldig_van" TIMESTAMPTZ(3) NOT NULL,
    "vervangen_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "opleider_versie_pkey" PRIMARY KEY ("opleider_id","versie")
);

-- ── The version of the activity that a citizen saw ────────────────────────────────────────────────────────────
ALTER TABLE "aanmeldbewijs" ADD COLUMN "activiteit_versie" INTEGER;
ALTER TABLE "aanvraag" ADD COLUMN "activiteit_versie" INTEGER;

-- ── The prices follow from the cost lines (art. 1 catalogusprijs, art. 4 lid 1) ───────────────────────────────
-- The subsidiable kinds differ per period of the regeling (register/rules/prijs.ts): leermiddelen count until Stcrt. 2023, 4426.
create function kosten_som(kosten jsonb, soorten text[]) returns bigint language sql immutable parallel safe as $$
    select coalesce(sum((k ->> 'bedragCent')::bigint), 0)
    from jsonb_array_elements(kosten) as k
    where (k ->> 'isVerplicht')::boolean and (soorten is null or k ->> 'soort' = any (soorten))
$$;
create function kosten_klopt(kosten jsonb, catalogus integer, subsidiabel integer) returns boolean language plpgsql immutable parallel safe as $$
begin
    if kosten = '[]'::jsonb then return true; end if;
    return jsonb_typeof(kosten) = 'array'
        and catalogus is not null and subsidiabel is not null
        and catalogus = kosten_som(kosten, null)
        and subsidiabel in (
            kosten_som(kosten, array['LESGELD', 'EXAMEN', 'LEERMIDDELEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN']),
            kosten_som(kosten, array['LESGELD', 'EXAMEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN']));
end $$;

alter table opleiding
    add constraint opleiding_soort check (soort in ('cursus', 'onderdeel', 'evc', 'meerjarig')),
    add constraint opleiding_kosten check (kosten_klopt(kosten, catalogusprijs_cent, subsidiabel_cent)),
    add constraint opleiding_eqf check (eqf between 1 and 8 and nlqf between 0 and 8),
    add constraint opleiding_dagdelen check (dagdelen <@ array['OVERDAG', 'AVOND', 'WEEKEND']);
alter table scholingsactiviteit
    add constraint scholingsactiviteit_kosten check (kosten_klopt(kosten, catalogusprijs_cent, subsidiabel_cent)),
    add constraint scholingsactiviteit_dagdelen check (dagdelen <@ array['OVERDAG', 'AVOND', 'WEEKEND']),
    add constraint scholingsactiviteit_scholingsjaar check (scholingsjaar between 1 and 10);
alter table erkenning
    add constraint erkenning_intrekking check (ingetrokken_op is null or reden is not null);
alter table import
    drop constraint import_toestand,
    add constraint import_toestand check (toestand in ('ontvangen', 'bezig', 'wacht-op-akkoord', 'klaar', 'mislukt', 'teruggedraaid')),
    add constraint import_omvang check (omvang in ('volledig', 'aanvulling')),
    add constraint import_teruggedraaid check ((toestand = 'teruggedraaid') = (teruggedraaid_op is not null));

-- What an import wrote last is found by the import, to take it back.
create index opleiding_import on opleiding (import_id) where import_id is not null;
create index scholingsactiviteit_import on scholingsactiviteit (import_id) where import_id is not null;

-- ── A change of an activity or an opleider keeps the state that it replaced; whoever makes it, one row or 400.000 ──
-- What counts as content; the rest (who, when, from where) goes with the version.
create function inhoud_van(s scholingsactiviteit) returns jsonb language sql immutable as $$
    select to_jsonb(s) - array['versie', 'bron', 'door_id', 'import_id', 'updated_at', 'geregistreerd_op']
$$;
create function inhoud_van(o opleider) returns jsonb language sql immutable as $$
    select to_jsonb(o) - array['versie', 'bron', 'door_id', 'updated_at', 'created_at']
$$;

create function nummer_activiteit() returns trigger language plpgsql as $$
begin
    if (new.opleiding_id, new.cohortcode, new.startdatum, new.einddatum, new.plaats, new.adres, new.postcode, new.opleidingsvorm, new.status, new.catalogusprijs_cent,
            new.subsidiabel_cent, new.deelnemersplaatsen, new.dagdelen, new.scholingsjaar, new.kosten)
        is distinct from (old.opleiding_id, old.cohortcode, old.startdatum, old.einddatum, old.plaats, old.adres, old.postcode, old.opleidingsvorm, old.status, old.catalogusprijs_cent,
            old.subsidiabel_cent, old.deelnemersplaatsen, old.dagdelen, old.scholingsjaar, old.kosten)
    then new.versie := old.versie + 1;
    else new.versie := old.versie;
    end if;
    return new;
end $$;
create trigger scholingsactiviteit_nummer before update on scholingsactiviteit for each row execute function nummer_activiteit();

create function nummer_opleider() returns trigger language plpgsql as $$
begin
    new.versie := old.versie;
    if inhoud_van(new) is distinct from inhoud_van(old) then
        new.versie := old.versie + 1;
        if new.updated_at is not distinct from old.updated_at then new.updated_at := nu(); end if;
    end if;
    return new;
end $$;
create trigger opleider_nummer before update on opleider for each row execute function nummer_opleider();

-- (security definer: the application itself has no right to write history)
create function bewaar_activiteitversies() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into scholingsactiviteit_versie (scholingsactiviteit_id, versie, inhoud, door_id, bron, import_id, geldig_van, vervangen_op)
    select o.id, o.versie, inhoud_van(o.*::scholingsactiviteit), o.door_id, o.bron, o.import_id, o.updated_at, nu()
    from oud o join nieuw n on n.id = o.id where n.versie <> o.versie;
    return null;
end $$;
create trigger scholingsactiviteit_historie after update on scholingsactiviteit
    referencing old table as oud new table as nieuw for each statement execute function bewaar_activiteitversies();

create function bewaar_opleiderversies() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into opleider_versie (opleider_id, versie, inhoud, door_id, bron, geldig_van, vervangen_op)
    select o.id, o.versie, inhoud_van(o.*::opleider), o.door_id, o.bron, o.updated_at, nu()
    from oud o join nieuw n on n.id = o.id where n.versie <> o.versie;
    return null;
end $$;
create trigger opleider_historie after update on opleider
    referencing old table as oud new table as nieuw for each statement execute function bewaar_opleiderversies();

-- A feed that changed nothing is recognised by the bytes it sent (bron_hash). Any other hand makes the next feed be read again.
create function vergeet_bron() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update opleiding o set bron_hash = null
    from (select distinct n.opleiding_id from nieuw n where n.import_id is null) g
    where o.id = g.opleiding_id and o.bron_hash is not null;
    return null;
end $$;
create trigger scholingsactiviteit_bron_nieuw after insert on scholingsactiviteit
    referencing new table as nieuw for each statement execute function vergeet_bron();
create trigger scholingsactiviteit_bron after update on scholingsactiviteit
    referencing new table as nieuw for each statement execute function vergeet_bron();
create function vergeet_eigen_bron() returns trigger language plpgsql as $$
begin
    new.bron_hash := null;
    return new;
end $$;
create trigger opleiding_bron before update on opleiding for each row
    when (new.import_id is null and new.bron_hash is not null) execute function vergeet_eigen_bron();

-- ── The version of the activity goes into the aanmeldbewijs and the aanvraag by itself ────────────────────────
create function noem_activiteitversie() returns trigger language plpgsql as $$
begin
    new.activiteit_versie := (select versie from scholingsactiviteit where id = new.scholingsactiviteit_id);
    return new;
end $$;
create trigger aanmeldbewijs_activiteit before insert or update of scholingsactiviteit_id on aanmeldbewijs for each row execute function noem_activiteitversie();
create trigger aanvraag_activiteit before insert or update of scholingsactiviteit_id on aanvraag for each row execute function noem_activiteitversie();
update aanmeldbewijs b set activiteit_versie = s.versie from scholingsactiviteit s where s.id = b.scholingsactiviteit_id;
update aanvraag a set activiteit_versie = s.versie from scholingsactiviteit s where s.id = a.scholingsactiviteit_id;

do $$
declare tabel text;
begin
    foreach tabel in array array['scholingsactiviteit_versie', 'opleider_versie'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke insert, update, delete on scholingsactiviteit_versie, opleider_versie from stap_app;
