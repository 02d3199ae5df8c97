-- An aanmeldbewijs is signed, keeps its history, and comes in many at once; what changes after the burger kept it is put to the
-- burger first (docs/adr/0027).
alter table aanmeldbewijs
    add column straat text,
    add column huisnummer text,
    add column huisnummertoevoeging text,
    add column postcode text,
    add column woonplaats text,
    add column land text not null default 'NL',
    add column bron text not null default 'portaal',
    add column versie integer not null default 1,
    add column handtekening text,
    add column burger_id uuid;
ALTER TABLE "aanmeldbewijs" ADD CONSTRAINT "aanmeldbewijs_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "aanmeldbewijs_burger_id_idx" ON "aanmeldbewijs"("burger_id");
alter table aanmeldbewijs
    add constraint aanmeldbewijs_bron check (bron in ('portaal', 'bestand', 'api')),
    add constraint aanmeldbewijs_versie check (versie >= 1),
    add constraint aanmeldbewijs_handtekening check (handtekening ~ '^[0-9a-f]{64}$');
create index aanmeldbewijs_deelnemer on aanmeldbewijs (scholingsactiviteit_id, studentnummer) where status <> 'ingetrokken';

-- What a bewijs said before it was changed.
CREATE TABLE "aanmeldbewijs_versie" (
    "aanmeldbewijs_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "inhoud" JSONB NOT NULL,
    "tot" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "aanmeldbewijs_versie_pkey" PRIMARY KEY ("aanmeldbewijs_id","versie")
);
ALTER TABLE "aanmeldbewijs_versie" ADD CONSTRAINT "aanmeldbewijs_versie_aanmeldbewijs_id_fkey" FOREIGN KEY ("aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A change or a withdrawal that waits for the burger who kept the bewijs.
CREATE TABLE "aanmeldbewijs_voorstel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanmeldbewijs_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "wijziging" JSONB NOT NULL DEFAULT '{}',
    "reden" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'voorgelegd',
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "beantwoord_op" TIMESTAMPTZ(6),

    CONSTRAINT "aanmeldbewijs_voorstel_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "aanmeldbewijs_voorstel_aanmeldbewijs_id_idx" ON "aanmeldbewijs_voorstel"("aanmeldbewijs_id");
ALTER TABLE "aanmeldbewijs_voorstel" ADD CONSTRAINT "aanmeldbewijs_voorstel_aanmeldbewijs_id_fkey" FOREIGN KEY ("aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_voorstel" ADD CONSTRAINT "aanmeldbewijs_voorstel_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table aanmeldbewijs_voorstel
    add constraint aanmeldbewijs_voorstel_soort check (soort in ('wijziging', 'intrekking')),
    add constraint aanmeldbewijs_voorstel_status check (status in ('voorgelegd', 'akkoord', 'geweigerd')),
    add constraint aanmeldbewijs_voorstel_antwoord check ((status = 'voorgelegd') = (beantwoord_op is null));
create unique index aanmeldbewijs_voorstel_een_open on aanmeldbewijs_voorstel (aanmeldbewijs_id) where status = 'voorgelegd';

-- A burger asks an opleider for one, from the page of the opleiding.
CREATE TABLE "aanmeldbewijs_verzoek" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "burger_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "scholingsactiviteit_id" UUID NOT NULL,
    "voornaam" TEXT NOT NULL,
    "tussenvoegsel" TEXT,
    "achternaam" TEXT NOT NULL,
    "geboortedatum" DATE NOT NULL,
    "adres" JSONB,
    "opmerking" TEXT,
    "status" TEXT NOT NULL DEFAULT 'gevraagd',
    "reden" TEXT,
    "aanmeldbewijs_id" UUID,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "beantwoord_op" TIMESTAMPTZ(6),

    CONSTRAINT "aanmeldbewijs_verzoek_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "aanmeldbewijs_verzoek_aanmeldbewijs_id_key" ON "aanmeldbewijs_verzoek"("aanmeldbewijs_id");
CREATE INDEX "aanmeldbewijs_verzoek_opleider_id_status_op_idx" ON "aanmeldbewijs_verzoek"("opleider_id", "status", "op");
CREATE INDEX "aanmeldbewijs_verzoek_burger_id_idx" ON "aanmeldbewijs_verzoek"("burger_id");
ALTER TABLE "aanmeldbewijs_verzoek" ADD CONSTRAINT "aanmeldbewijs_verzoek_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_verzoek" ADD CONSTRAINT "aanmeldbewijs_verzoek_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_verzoek" ADD CONSTRAINT "aanmeldbewijs_verzoek_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_verzoek" ADD CONSTRAINT "aanmeldbewijs_verzoek_scholingsactiviteit_id_fkey" FOREIGN KEY ("scholingsactiviteit_id") REFERENCES "scholingsactiviteit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_verzoek" ADD CONSTRAINT "aanmeldbewijs_verzoek_aanmeldbewijs_id_fkey" FOREIGN KEY ("aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table aanmeldbewijs_verzoek
    add constraint aanmeldbewijs_verzoek_status check (status in ('gevraagd', 'ingewilligd', 'geweigerd', 'ingetrokken')),
    add constraint aanmeldbewijs_verzoek_antwoord check ((status = 'gevraagd') = (beantwoord_op is null)
        and (status = 'ingewilligd') = (aanmeldbewijs_id is not null) and (status <> 'geweigerd' or reden is not null));
create unique index aanmeldbewijs_verzoek_een_open on aanmeldbewijs_verzoek (burger_id, opleiding_id) where status = 'gevraagd';

-- A file with many of them; each row of it has its own answer.
CREATE TABLE "aanmeldbewijs_bestand" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "door_id" UUID NOT NULL,
    "formaat" TEXT NOT NULL,
    "bestandsnaam" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'ontvangen',
    "reden" TEXT,
    "uitgegeven" INTEGER NOT NULL DEFAULT 0,
    "geweigerd" INTEGER NOT NULL DEFAULT 0,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "klaar_op" TIMESTAMPTZ(6),

    CONSTRAINT "aanmeldbewijs_bestand_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "aanmeldbewijs_bestand_opleider_id_op_idx" ON "aanmeldbewijs_bestand"("opleider_id", "op");
ALTER TABLE "aanmeldbewijs_bestand" ADD CONSTRAINT "aanmeldbewijs_bestand_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_bestand" ADD CONSTRAINT "aanmeldbewijs_bestand_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_bestand" ADD CONSTRAINT "aanmeldbewijs_bestand_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table aanmeldbewijs_bestand
    add constraint aanmeldbewijs_bestand_formaat check (formaat in ('csv', 'xml')),
    add constraint aanmeldbewijs_bestand_toestand check (toestand in ('ontvangen', 'klaar', 'mislukt')),
    add constraint aanmeldbewijs_bestand_klaar check ((toestand = 'ontvangen') = (klaar_op is null) and (toestand = 'mislukt') = (reden is not null));

CREATE TABLE "aanmeldbewijs_rij" (
    "bestand_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "regel" INTEGER NOT NULL,
    "studentnummer" TEXT,
    "aanmeldbewijs_id" UUID,
    "fouten" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "aanmeldbewijs_rij_pkey" PRIMARY KEY ("bestand_id","nummer")
);
CREATE INDEX "aanmeldbewijs_rij_aanmeldbewijs_id_idx" ON "aanmeldbewijs_rij"("aanmeldbewijs_id");
ALTER TABLE "aanmeldbewijs_rij" ADD CONSTRAINT "aanmeldbewijs_rij_bestand_id_fkey" FOREIGN KEY ("bestand_id") REFERENCES "aanmeldbewijs_bestand"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "aanmeldbewijs_rij" ADD CONSTRAINT "aanmeldbewijs_rij_aanmeldbewijs_id_fkey" FOREIGN KEY ("aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table aanmeldbewijs_rij add constraint aanmeldbewijs_rij_antwoord check ((aanmeldbewijs_id is null) = (jsonb_array_length(fouten) > 0));

-- What is signed never changes without a new version with its own signature, and what it said before is kept. (A bewijs from before
-- signing has no signature; it gets one when it is changed.)
create function bewaak_aanmeldbewijs() returns trigger language plpgsql as $$
begin
    if (old.code, old.opleider_id, old.opleiding_id, old.uitgegeven_op) is distinct from (new.code, new.opleider_id, new.opleiding_id, new.uitgegeven_op) then
        raise exception 'de code, de opleider en de opleiding van een aanmeldbewijs liggen vast' using errcode = '23514';
    end if;
    if old.handtekening is null and new.handtekening is null then return new; end if;
    if (old.versie, old.handtekening) is not distinct from (new.versie, new.handtekening) then
        if (old.scholingsactiviteit_id, old.studentnummer, old.voornaam, old.tussenvoegsel, old.achternaam, old.geboortedatum, old.straat, old.huisnummer,
            old.huisnummertoevoeging, old.postcode, old.woonplaats, old.land, old.kosten_cent, old.subsidiabel_cent, old.gevraagd_cent, old.startdatum, old.einddatum, old.plaats)
          is distinct from
           (new.scholingsactiviteit_id, new.studentnummer, new.voornaam, new.tussenvoegsel, new.achternaam, new.geboortedatum, new.straat, new.huisnummer,
            new.huisnummertoevoeging, new.postcode, new.woonplaats, new.land, new.kosten_cent, new.subsidiabel_cent, new.gevraagd_cent, new.startdatum, new.einddatum, new.plaats) then
            raise exception 'een gewijzigd aanmeldbewijs heeft een nieuwe versie en een nieuwe handtekening' using errcode = '23514';
        end if;
        return new;
    end if;
    if new.versie <> old.versie + 1 or new.handtekening is null or new.handtekening is not distinct from old.handtekening then
        raise exception 'een gewijzigd aanmeldbewijs heeft de volgende versie en een nieuwe handtekening' using errcode = '23514';
    end if;
    insert into aanmeldbewijs_versie (aanmeldbewijs_id, versie, inhoud) values (old.id, old.versie, to_jsonb(old));
    return new;
end $$;
-- Not for status and burger_id alone: the receipt of an aanvraag changes only those.
create trigger aanmeldbewijs_bewaakt before update of code, opleider_id, opleiding_id, uitgegeven_op, versie, handtekening, scholingsactiviteit_id, studentnummer, voornaam, tussenvoegsel, achternaam, geboortedatum, straat, huisnummer, huisnummertoevoeging, postcode, woonplaats, land, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, plaats
    on aanmeldbewijs for each row execute function bewaak_aanmeldbewijs();

create trigger aanmeldbewijs_versie_vast before update or delete on aanmeldbewijs_versie for each row execute function weiger_wijziging();
create trigger aanmeldbewijs_versie_vast_truncate before truncate on aanmeldbewijs_versie for each statement execute function weiger_wijziging();
revoke update, delete on aanmeldbewijs_versie, aanmeldbewijs_rij from stap_app;
revoke delete on aanmeldbewijs, aanmeldbewijs_voorstel, aanmeldbewijs_verzoek, aanmeldbewijs_bestand from stap_app;
