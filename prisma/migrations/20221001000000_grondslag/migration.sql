-- The foundation. First what the tables need, then the tables as prisma/schema.prisma has them,
-- then what Prisma cannot express and what carries the invariants: checks, partial indexes, triggers, rights.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Every legal moment is judged by nu(). Development and tests may shift it (npm run klok); production refuses a shift.
create table klok (
    id integer not null,
    verschuiving_ms bigint not null default 0,
    constraint klok_pkey primary key (id),
    constraint klok_een_rij check (id = 1)
);
insert into klok (id) values (1);

create function nu() returns timestamptz language sql stable as
$$ select clock_timestamp() + (select verschuiving_ms from klok where id = 1) * interval '1 millisecond' $$;

-- CreateTable
CREATE TABLE "gebruiker" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "soort" TEXT NOT NULL,
    "subject_hmac" TEXT NOT NULL,
    "bsn_versleuteld" TEXT,
    "kvk" TEXT,
    "opleider_id" UUID,
    "medewerker_naam" TEXT,
    "rollen" TEXT[],
    "email_versleuteld" TEXT,
    "uitgeschakeld_op" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gebruiker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessie" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "gebruiker_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "niveau" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "laatst_gezien_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beeindigd_op" TIMESTAMPTZ(3),

    CONSTRAINT "sessie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parameter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "naam" TEXT NOT NULL,
    "waarde" JSONB NOT NULL,
    "geldig_van" DATE NOT NULL,
    "geldig_tot" DATE,
    "bron" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tijdvak" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "opent_op" TIMESTAMPTZ(3) NOT NULL,
    "sluit_op" TIMESTAMPTZ(3) NOT NULL,
    "start_telt_vanaf" DATE,
    "registratiestop_op" TIMESTAMPTZ(3) NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'gepland',
    "past_niet_regel" TEXT NOT NULL,
    "geopend_op" TIMESTAMPTZ(3),
    "gesloten_op" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tijdvak_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "compartiment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tijdvak_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "plafond_cent" BIGINT NOT NULL,
    "overschrijding_cent" BIGINT NOT NULL DEFAULT 0,
    "volgorde" INTEGER NOT NULL,
    "gereserveerd_cent" BIGINT NOT NULL DEFAULT 0,
    "verplicht_cent" BIGINT NOT NULL DEFAULT 0,
    "betaald_cent" BIGINT NOT NULL DEFAULT 0,
    "gesloten" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "compartiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "toewijzing_stand" (
    "tijdvak_id" UUID NOT NULL,
    "gelezen_tot" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "toewijzing_stand_pkey" PRIMARY KEY ("tijdvak_id")
);

-- CreateTable
CREATE TABLE "erkenner" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,

    CONSTRAINT "erkenner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opleider" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kvk" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "org_unit_id" TEXT,
    "naam" TEXT NOT NULL,
    "straat" TEXT NOT NULL,
    "huisnummer" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "plaats" TEXT NOT NULL,
    "website" TEXT,
    "email" TEXT NOT NULL,
    "telefoon" TEXT,
    "iban" TEXT,
    "iban_tenaamstelling" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opleider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erkenning" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "erkenner_id" UUID NOT NULL,
    "geldig_van" DATE NOT NULL,
    "geldig_tot" DATE,

    CONSTRAINT "erkenning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opleiding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "programma_id" TEXT NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 1,
    "titel" TEXT NOT NULL,
    "samenvatting" TEXT NOT NULL DEFAULT '',
    "omschrijving" TEXT NOT NULL DEFAULT '',
    "categorie" TEXT,
    "niveau" TEXT,
    "opleidingsvorm" TEXT,
    "waardedocument" TEXT,
    "studielast" INTEGER,
    "studielast_eenheid" TEXT,
    "duur_dagen" INTEGER,
    "voertaal" TEXT NOT NULL DEFAULT 'nl',
    "stap_toestemming" BOOLEAN NOT NULL DEFAULT false,
    "catalogusprijs_cent" INTEGER,
    "subsidiabel_cent" INTEGER,
    "gebreken" TEXT[],
    "bron" TEXT NOT NULL,
    "inhoud_hash" TEXT NOT NULL,
    "zoektekst" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opleiding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opleiding_versie" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleiding_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "inhoud" JSONB NOT NULL,
    "door_id" UUID,
    "bron" TEXT NOT NULL,
    "import_id" UUID,
    "vastgelegd_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opleiding_versie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scholingsactiviteit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleiding_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "cohortcode" TEXT NOT NULL,
    "startdatum" DATE NOT NULL,
    "einddatum" DATE NOT NULL,
    "plaats" TEXT,
    "adres" TEXT,
    "postcode" TEXT,
    "opleidingsvorm" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "catalogusprijs_cent" INTEGER NOT NULL,
    "subsidiabel_cent" INTEGER NOT NULL,
    "deelnemersplaatsen" INTEGER,
    "geregistreerd_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scholingsactiviteit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID,
    "door_id" UUID,
    "formaat" TEXT NOT NULL,
    "bestandsnaam" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'ontvangen',
    "reden" TEXT,
    "totaal" INTEGER NOT NULL DEFAULT 0,
    "nieuw" INTEGER NOT NULL DEFAULT 0,
    "gewijzigd" INTEGER NOT NULL DEFAULT 0,
    "ongewijzigd" INTEGER NOT NULL DEFAULT 0,
    "geweigerd" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "klaar_op" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_fout" (
    "id" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "regel" INTEGER NOT NULL,
    "sleutel" TEXT,
    "veld" TEXT NOT NULL,
    "reden" TEXT NOT NULL,

    CONSTRAINT "import_fout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maatregel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID,
    "soort" TEXT NOT NULL,
    "reden" TEXT NOT NULL,
    "ingangsdatum" DATE NOT NULL,
    "einddatum" DATE,
    "opgelegd_door" UUID NOT NULL,
    "opgelegd_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opgeheven_door" UUID,
    "opgeheven_op" TIMESTAMPTZ(3),
    "opheffing_reden" TEXT,

    CONSTRAINT "maatregel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aanmeldbewijs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "opleiding_versie" INTEGER NOT NULL,
    "scholingsactiviteit_id" UUID NOT NULL,
    "studentnummer" TEXT NOT NULL,
    "voornaam" TEXT NOT NULL,
    "tussenvoegsel" TEXT,
    "achternaam" TEXT NOT NULL,
    "geboortedatum" DATE NOT NULL,
    "kosten_cent" INTEGER NOT NULL,
    "subsidiabel_cent" INTEGER NOT NULL,
    "gevraagd_cent" INTEGER NOT NULL,
    "startdatum" DATE NOT NULL,
    "einddatum" DATE NOT NULL,
    "plaats" TEXT,
    "status" TEXT NOT NULL DEFAULT 'uitgegeven',
    "uitgegeven_door" UUID NOT NULL,
    "uitgegeven_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "aanmeldbewijs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aanvraag" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kenmerk" TEXT NOT NULL,
    "burger_id" UUID NOT NULL,
    "tijdvak_id" UUID NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "kalenderjaar" INTEGER NOT NULL,
    "aanmeldbewijs_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "opleiding_versie" INTEGER NOT NULL,
    "scholingsactiviteit_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "momentopname" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'concept',
    "versie" INTEGER NOT NULL DEFAULT 1,
    "verklaring_op" TIMESTAMPTZ(3),
    "ingediend_op" TIMESTAMPTZ(3),
    "beslis_uiterlijk_op" DATE,
    "aangehouden_tot" DATE,
    "aangehouden_vanaf" TEXT,
    "behandelaar_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "aanvraag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_overgang" (
    "onderwerp" TEXT NOT NULL,
    "van" TEXT NOT NULL,
    "naar" TEXT NOT NULL,
    "handeling" TEXT NOT NULL,
    "rollen" TEXT[],

    CONSTRAINT "status_overgang_pkey" PRIMARY KEY ("onderwerp","van","naar","handeling")
);

-- CreateTable
CREATE TABLE "indiening" (
    "volgnummer" BIGSERIAL NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "tijdvak_id" UUID NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "kalenderjaar" INTEGER NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "indiening_pkey" PRIMARY KEY ("volgnummer")
);

-- CreateTable
CREATE TABLE "toewijzing" (
    "volgnummer" BIGINT NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "kalenderjaar" INTEGER NOT NULL,
    "uitkomst" TEXT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "beschikbaar_cent" BIGINT NOT NULL,
    "plek" INTEGER,
    "vrijgevallen_op" TIMESTAMPTZ(3),
    "besloten_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "toewijzing_pkey" PRIMARY KEY ("volgnummer")
);

-- CreateTable
CREATE TABLE "beoordeling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "ronde" INTEGER NOT NULL,
    "controle" TEXT NOT NULL,
    "uitkomst" TEXT NOT NULL,
    "toelichting" TEXT NOT NULL,
    "feiten" JSONB NOT NULL,
    "bron" TEXT NOT NULL,
    "beoordeeld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "beoordeling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "besluit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kenmerk" TEXT NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "gronden" TEXT[],
    "motivering" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "opleiding_versie" INTEGER NOT NULL,
    "genomen_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "genomen_door" UUID,
    "bezwaar_uiterlijk_op" DATE NOT NULL,
    "brief_id" UUID NOT NULL,

    CONSTRAINT "besluit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brief" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kenmerk" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "burger_id" UUID,
    "opleider_id" UUID,
    "aanvraag_id" UUID,
    "onderwerp" TEXT NOT NULL,
    "inhoud" JSONB NOT NULL,
    "document_id" UUID,
    "gelezen_op" TIMESTAMPTZ(3),
    "verzonden_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "brief_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "soort" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "mediatype" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "grootte" INTEGER NOT NULL,
    "inhoud" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aan_versleuteld" TEXT NOT NULL,
    "onderwerp" TEXT NOT NULL,
    "tekst" TEXT NOT NULL,
    "verzonden_op" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boeking" (
    "id" BIGSERIAL NOT NULL,
    "soort" TEXT NOT NULL,
    "oorzaak" TEXT NOT NULL,
    "oorzaak_id" TEXT NOT NULL,
    "door_id" UUID,
    "geboekt_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "boeking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "boekingsregel" (
    "id" BIGSERIAL NOT NULL,
    "boeking_id" BIGINT NOT NULL,
    "rekening" TEXT NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "aanvraag_id" UUID,
    "opleider_id" UUID,
    "bedrag_cent" BIGINT NOT NULL,

    CONSTRAINT "boekingsregel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verplichting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ordernummer" TEXT NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "compartiment_id" UUID NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "verplichting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factuur" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "factuurnummer" TEXT NOT NULL,
    "factuurdatum" DATE,
    "ordernummer" TEXT,
    "bedrag_cent" INTEGER,
    "iban" TEXT,
    "document_id" UUID NOT NULL,
    "verplichting_id" UUID,
    "status" TEXT NOT NULL,
    "fouten" JSONB NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "factuur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "betaalbatch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "msg_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'opgesteld',
    "aantal" INTEGER NOT NULL,
    "totaal_cent" BIGINT NOT NULL,
    "opgesteld_door" UUID,
    "opgesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "document_id" UUID,

    CONSTRAINT "betaalbatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_goedkeuring" (
    "batch_id" UUID NOT NULL,
    "medewerker_id" UUID NOT NULL,
    "goedgekeurd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "batch_goedkeuring_pkey" PRIMARY KEY ("batch_id","medewerker_id")
);

-- CreateTable
CREATE TABLE "betaling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batch_id" UUID NOT NULL,
    "factuur_id" UUID NOT NULL,
    "end_to_end_id" TEXT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "iban" TEXT NOT NULL,
    "tenaamstelling" TEXT NOT NULL,

    CONSTRAINT "betaling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deelname" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "uitkomst" TEXT NOT NULL,
    "wijze" TEXT,
    "percentage" INTEGER,
    "oorzaak" TEXT,
    "toelichting" TEXT,
    "bewijs_id" UUID,
    "gemeld_door" UUID NOT NULL,
    "gemeld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "reactie" TEXT,
    "reactie_toelichting" TEXT,
    "reactie_op" TIMESTAMPTZ(3),

    CONSTRAINT "deelname_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gebeurtenis" (
    "id" BIGSERIAL NOT NULL,
    "onderwerp" TEXT NOT NULL,
    "onderwerp_id" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "van_status" TEXT,
    "naar_status" TEXT,
    "door_id" UUID,
    "door_rol" TEXT NOT NULL,
    "reden" TEXT,
    "gegevens" JSONB NOT NULL DEFAULT '{}',
    "zichtbaar" BOOLEAN NOT NULL DEFAULT false,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "gebeurtenis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gebeurtenis_zegel" (
    "gebeurtenis_id" BIGINT NOT NULL,
    "volgnummer" BIGSERIAL NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "gebeurtenis_zegel_pkey" PRIMARY KEY ("volgnummer")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "niet_voor" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doorgezet_op" TIMESTAMPTZ(3),
    "verwerkt_op" TIMESTAMPTZ(3),
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "fout" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gebruiker_subject_hmac_key" ON "gebruiker"("subject_hmac");

-- CreateIndex
CREATE INDEX "gebruiker_opleider_id_idx" ON "gebruiker"("opleider_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessie_token_hash_key" ON "sessie"("token_hash");

-- CreateIndex
CREATE INDEX "sessie_gebruiker_id_idx" ON "sessie"("gebruiker_id");

-- CreateIndex
CREATE UNIQUE INDEX "parameter_naam_geldig_van_key" ON "parameter"("naam", "geldig_van");

-- CreateIndex
CREATE UNIQUE INDEX "tijdvak_code_key" ON "tijdvak"("code");

-- CreateIndex
CREATE UNIQUE INDEX "compartiment_tijdvak_id_code_key" ON "compartiment"("tijdvak_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "erkenner_code_key" ON "erkenner"("code");

-- CreateIndex
CREATE UNIQUE INDEX "opleider_kvk_key" ON "opleider"("kvk");

-- CreateIndex
CREATE UNIQUE INDEX "opleider_code_key" ON "opleider"("code");

-- CreateIndex
CREATE UNIQUE INDEX "opleider_org_unit_id_key" ON "opleider"("org_unit_id");

-- CreateIndex
CREATE INDEX "erkenning_opleider_id_idx" ON "erkenning"("opleider_id");

-- CreateIndex
CREATE UNIQUE INDEX "opleiding_opleider_id_programma_id_key" ON "opleiding"("opleider_id", "programma_id");

-- CreateIndex
CREATE UNIQUE INDEX "opleiding_versie_opleiding_id_versie_key" ON "opleiding_versie"("opleiding_id", "versie");

-- CreateIndex
CREATE INDEX "scholingsactiviteit_opleiding_id_startdatum_idx" ON "scholingsactiviteit"("opleiding_id", "startdatum");

-- CreateIndex
CREATE UNIQUE INDEX "scholingsactiviteit_opleider_id_cohortcode_key" ON "scholingsactiviteit"("opleider_id", "cohortcode");

-- CreateIndex
CREATE INDEX "import_fout_import_id_idx" ON "import_fout"("import_id");

-- CreateIndex
CREATE INDEX "maatregel_opleider_id_idx" ON "maatregel"("opleider_id");

-- CreateIndex
CREATE INDEX "maatregel_opleiding_id_idx" ON "maatregel"("opleiding_id");

-- CreateIndex
CREATE UNIQUE INDEX "aanmeldbewijs_code_key" ON "aanmeldbewijs"("code");

-- CreateIndex
CREATE INDEX "aanmeldbewijs_opleider_id_uitgegeven_op_idx" ON "aanmeldbewijs"("opleider_id", "uitgegeven_op");

-- CreateIndex
CREATE INDEX "aanmeldbewijs_scholingsactiviteit_id_idx" ON "aanmeldbewijs"("scholingsactiviteit_id");

-- CreateIndex
CREATE UNIQUE INDEX "aanvraag_kenmerk_key" ON "aanvraag"("kenmerk");

-- CreateIndex
CREATE INDEX "aanvraag_burger_id_idx" ON "aanvraag"("burger_id");

-- CreateIndex
CREATE INDEX "aanvraag_status_idx" ON "aanvraag"("status");

-- CreateIndex
CREATE INDEX "aanvraag_opleiding_id_idx" ON "aanvraag"("opleiding_id");

-- CreateIndex
CREATE INDEX "aanvraag_opleider_id_idx" ON "aanvraag"("opleider_id");

-- CreateIndex
CREATE UNIQUE INDEX "indiening_aanvraag_id_key" ON "indiening"("aanvraag_id");

-- CreateIndex
CREATE UNIQUE INDEX "toewijzing_aanvraag_id_key" ON "toewijzing"("aanvraag_id");

-- CreateIndex
CREATE UNIQUE INDEX "beoordeling_aanvraag_id_ronde_controle_key" ON "beoordeling"("aanvraag_id", "ronde", "controle");

-- CreateIndex
CREATE UNIQUE INDEX "besluit_kenmerk_key" ON "besluit"("kenmerk");

-- CreateIndex
CREATE UNIQUE INDEX "besluit_brief_id_key" ON "besluit"("brief_id");

-- CreateIndex
CREATE INDEX "besluit_aanvraag_id_idx" ON "besluit"("aanvraag_id");

-- CreateIndex
CREATE UNIQUE INDEX "brief_kenmerk_key" ON "brief"("kenmerk");

-- CreateIndex
CREATE INDEX "brief_burger_id_idx" ON "brief"("burger_id");

-- CreateIndex
CREATE INDEX "brief_opleider_id_idx" ON "brief"("opleider_id");

-- CreateIndex
CREATE INDEX "brief_aanvraag_id_idx" ON "brief"("aanvraag_id");

-- CreateIndex
CREATE UNIQUE INDEX "boeking_soort_oorzaak_oorzaak_id_key" ON "boeking"("soort", "oorzaak", "oorzaak_id");

-- CreateIndex
CREATE INDEX "boekingsregel_boeking_id_idx" ON "boekingsregel"("boeking_id");

-- CreateIndex
CREATE INDEX "boekingsregel_aanvraag_id_idx" ON "boekingsregel"("aanvraag_id");

-- CreateIndex
CREATE INDEX "boekingsregel_compartiment_id_rekening_idx" ON "boekingsregel"("compartiment_id", "rekening");

-- CreateIndex
CREATE UNIQUE INDEX "verplichting_ordernummer_key" ON "verplichting"("ordernummer");

-- CreateIndex
CREATE UNIQUE INDEX "verplichting_aanvraag_id_key" ON "verplichting"("aanvraag_id");

-- CreateIndex
CREATE INDEX "verplichting_opleider_id_idx" ON "verplichting"("opleider_id");

-- CreateIndex
CREATE INDEX "factuur_opleider_id_idx" ON "factuur"("opleider_id");

-- CreateIndex
CREATE INDEX "factuur_verplichting_id_idx" ON "factuur"("verplichting_id");

-- CreateIndex
CREATE UNIQUE INDEX "betaalbatch_msg_id_key" ON "betaalbatch"("msg_id");

-- CreateIndex
CREATE UNIQUE INDEX "betaling_factuur_id_key" ON "betaling"("factuur_id");

-- CreateIndex
CREATE UNIQUE INDEX "betaling_end_to_end_id_key" ON "betaling"("end_to_end_id");

-- CreateIndex
CREATE INDEX "betaling_batch_id_idx" ON "betaling"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "deelname_aanvraag_id_key" ON "deelname"("aanvraag_id");

-- CreateIndex
CREATE INDEX "gebeurtenis_onderwerp_onderwerp_id_idx" ON "gebeurtenis"("onderwerp", "onderwerp_id");

-- CreateIndex
CREATE UNIQUE INDEX "gebeurtenis_zegel_gebeurtenis_id_key" ON "gebeurtenis_zegel"("gebeurtenis_id");

-- AddForeignKey
ALTER TABLE "gebruiker" ADD CONSTRAINT "gebruiker_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessie" ADD CONSTRAINT "sessie_gebruiker_id_fkey" FOREIGN KEY ("gebruiker_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "compartiment" ADD CONSTRAINT "compartiment_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "toewijzing_stand" ADD CONSTRAINT "toewijzing_stand_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erkenning" ADD CONSTRAINT "erkenning_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erkenning" ADD CONSTRAINT "erkenning_erkenner_id_fkey" FOREIGN KEY ("erkenner_id") REFERENCES "erkenner"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "opleiding" ADD CONSTRAINT "opleiding_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "opleiding_versie" ADD CONSTRAINT "opleiding_versie_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "scholingsactiviteit" ADD CONSTRAINT "scholingsactiviteit_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "scholingsactiviteit" ADD CONSTRAINT "scholingsactiviteit_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_fout" ADD CONSTRAINT "import_fout_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "maatregel" ADD CONSTRAINT "maatregel_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "maatregel" ADD CONSTRAINT "maatregel_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "maatregel" ADD CONSTRAINT "maatregel_opgelegd_door_fkey" FOREIGN KEY ("opgelegd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "maatregel" ADD CONSTRAINT "maatregel_opgeheven_door_fkey" FOREIGN KEY ("opgeheven_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanmeldbewijs" ADD CONSTRAINT "aanmeldbewijs_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanmeldbewijs" ADD CONSTRAINT "aanmeldbewijs_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanmeldbewijs" ADD CONSTRAINT "aanmeldbewijs_scholingsactiviteit_id_fkey" FOREIGN KEY ("scholingsactiviteit_id") REFERENCES "scholingsactiviteit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanmeldbewijs" ADD CONSTRAINT "aanmeldbewijs_uitgegeven_door_fkey" FOREIGN KEY ("uitgegeven_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_compartiment_id_fkey" FOREIGN KEY ("compartiment_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_aanmeldbewijs_id_fkey" FOREIGN KEY ("aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_scholingsactiviteit_id_fkey" FOREIGN KEY ("scholingsactiviteit_id") REFERENCES "scholingsactiviteit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "aanvraag" ADD CONSTRAINT "aanvraag_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indiening" ADD CONSTRAINT "indiening_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "toewijzing" ADD CONSTRAINT "toewijzing_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "beoordeling" ADD CONSTRAINT "beoordeling_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "besluit" ADD CONSTRAINT "besluit_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "besluit" ADD CONSTRAINT "besluit_genomen_door_fkey" FOREIGN KEY ("genomen_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "besluit" ADD CONSTRAINT "besluit_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "boekingsregel" ADD CONSTRAINT "boekingsregel_boeking_id_fkey" FOREIGN KEY ("boeking_id") REFERENCES "boeking"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "boekingsregel" ADD CONSTRAINT "boekingsregel_compartiment_id_fkey" FOREIGN KEY ("compartiment_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "verplichting" ADD CONSTRAINT "verplichting_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "verplichting" ADD CONSTRAINT "verplichting_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "verplichting" ADD CONSTRAINT "verplichting_compartiment_id_fkey" FOREIGN KEY ("compartiment_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "factuur" ADD CONSTRAINT "factuur_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "factuur" ADD CONSTRAINT "factuur_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "factuur" ADD CONSTRAINT "factuur_verplichting_id_fkey" FOREIGN KEY ("verplichting_id") REFERENCES "verplichting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "betaalbatch" ADD CONSTRAINT "betaalbatch_opgesteld_door_fkey" FOREIGN KEY ("opgesteld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "betaalbatch" ADD CONSTRAINT "betaalbatch_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "batch_goedkeuring" ADD CONSTRAINT "batch_goedkeuring_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "betaalbatch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "batch_goedkeuring" ADD CONSTRAINT "batch_goedkeuring_medewerker_id_fkey" FOREIGN KEY ("medewerker_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "betaling" ADD CONSTRAINT "betaling_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "betaalbatch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "betaling" ADD CONSTRAINT "betaling_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deelname" ADD CONSTRAINT "deelname_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deelname" ADD CONSTRAINT "deelname_bewijs_id_fkey" FOREIGN KEY ("bewijs_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deelname" ADD CONSTRAINT "deelname_gemeld_door_fkey" FOREIGN KEY ("gemeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "gebeurtenis_zegel" ADD CONSTRAINT "gebeurtenis_zegel_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── Search ────────────────────────────────────────────────────────────────────────────────────────────────────
alter table opleiding add column zoekvector tsvector generated always as (to_tsvector('dutch', zoektekst)) stored;
create index opleiding_zoekvector on opleiding using gin (zoekvector);
create index opleiding_titel_trgm on opleiding using gin (lower(titel) gin_trgm_ops);

-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────
alter table gebruiker
    add constraint gebruiker_soort check (soort in ('burger', 'opleider', 'medewerker')),
    -- I9: a BSN is stored encrypted; bare digits can never be there
    add constraint gebruiker_bsn_versleuteld check (bsn_versleuteld is null or bsn_versleuteld ~ '^[a-z0-9-]+:'),
    add constraint gebruiker_burger check ((soort = 'burger') = (bsn_versleuteld is not null)),
    add constraint gebruiker_opleider check ((soort = 'opleider') = (kvk is not null));
alter table parameter
    add constraint parameter_periode check (geldig_tot is null or geldig_tot > geldig_van),
    add constraint parameter_een_waarde_per_dag exclude using gist (naam with =, daterange(geldig_van, geldig_tot) with &&);
alter table tijdvak
    add constraint tijdvak_periode check (sluit_op > opent_op and registratiestop_op <= opent_op),
    add constraint tijdvak_toestand check (toestand in ('gepland', 'open', 'gepauzeerd', 'gesloten')),
    add constraint tijdvak_past_niet check (past_niet_regel in ('weiger', 'deels', 'sluit'));
-- I1: reserved + committed + paid never exceed the ceiling and the overspend that was decided
alter table compartiment
    add constraint compartiment_bedragen check (plafond_cent >= 0 and overschrijding_cent >= 0
        and gereserveerd_cent >= 0 and verplicht_cent >= 0 and betaald_cent >= 0),
    add constraint compartiment_plafond check (gereserveerd_cent + verplicht_cent + betaald_cent <= plafond_cent + overschrijding_cent);
alter table opleiding
    add constraint opleiding_versie check (versie >= 1),
    add constraint opleiding_prijs check (catalogusprijs_cent >= 0 and subsidiabel_cent >= 0 and subsidiabel_cent <= catalogusprijs_cent);
alter table scholingsactiviteit
    add constraint scholingsactiviteit_periode check (einddatum >= startdatum),
    add constraint scholingsactiviteit_status check (status in ('open', 'gesloten', 'geannuleerd')),
    add constraint scholingsactiviteit_prijs check (subsidiabel_cent >= 0 and subsidiabel_cent <= catalogusprijs_cent);
create index scholingsactiviteit_startdatum on scholingsactiviteit (startdatum) where status = 'open';
alter table import add constraint import_toestand check (toestand in ('ontvangen', 'bezig', 'klaar', 'mislukt'));
alter table maatregel
    add constraint maatregel_soort check (soort in ('in-onderzoek', 'geblokkeerd', 'verwijderd')),
    add constraint maatregel_periode check (einddatum is null or einddatum > ingangsdatum),
    add constraint maatregel_opheffing check ((opgeheven_op is null) = (opgeheven_door is null) and (opgeheven_op is null) = (opheffing_reden is null));
create index maatregel_lopend on maatregel (opleider_id, opleiding_id) where opgeheven_op is null;
alter table aanmeldbewijs
    add constraint aanmeldbewijs_status check (status in ('uitgegeven', 'gebruikt', 'ingetrokken')),
    add constraint aanmeldbewijs_bedrag check (gevraagd_cent > 0 and gevraagd_cent <= subsidiabel_cent and subsidiabel_cent <= kosten_cent),
    add constraint aanmeldbewijs_periode check (einddatum >= startdatum);
alter table aanvraag
    add constraint aanvraag_bedrag check (bedrag_cent > 0),
    add constraint aanvraag_status check (status in ('concept', 'gereed', 'ingediend', 'gereserveerd', 'niet-toegewezen', 'in-behandeling',
        'aangehouden', 'verleend', 'afgewezen', 'ingetrokken', 'betwist', 'vastgesteld')),
    add constraint aanvraag_aangehouden check ((status = 'aangehouden') = (aangehouden_vanaf is not null)),
    add constraint aanvraag_ingediend check (status in ('concept', 'gereed', 'ingetrokken') or ingediend_op is not null),
    add constraint aanvraag_verklaard check (status in ('concept', 'ingetrokken') or verklaring_op is not null);
-- one running aanvraag for one aanmeldbewijs, and one per burger and tijdvak
create unique index aanvraag_een_per_aanmeldbewijs on aanvraag (aanmeldbewijs_id) where status not in ('ingetrokken', 'afgewezen');
create unique index aanvraag_een_per_tijdvak on aanvraag (burger_id, tijdvak_id) where status not in ('ingetrokken', 'afgewezen');
create index aanvraag_tijdvak on aanvraag (tijdvak_id, status);
alter table indiening add constraint indiening_bedrag check (bedrag_cent > 0);
create index indiening_zichtbaar on indiening (tijdvak_id, xid);
alter table toewijzing
    add constraint toewijzing_uitkomst check (uitkomst in ('gereserveerd', 'plafond-bereikt', 'al-toegekend', 'ingetrokken')),
    add constraint toewijzing_bedrag check ((uitkomst = 'gereserveerd') = (bedrag_cent > 0) and bedrag_cent >= 0),
    add constraint toewijzing_plek check ((uitkomst = 'gereserveerd') = (plek is not null) and plek >= 1),
    add constraint toewijzing_vrijval check (vrijgevallen_op is null or uitkomst = 'gereserveerd');
-- I4: one grant per burger, kalenderjaar and place; how many places there are is the parameter verleningen-per-jaar
create unique index toewijzing_een_per_jaar on toewijzing (burger_id, kalenderjaar, plek)
    where uitkomst = 'gereserveerd' and vrijgevallen_op is null;
alter table beoordeling add constraint beoordeling_uitkomst check (uitkomst in ('voldoet', 'voldoet-niet', 'onbekend'));
-- I10: no besluit without ground, term and letter
alter table besluit
    add constraint besluit_soort check (soort in ('verlening', 'afwijzing', 'vaststelling', 'intrekking')),
    add constraint besluit_gronden check (cardinality(gronden) >= 1 and length(motivering) > 0),
    add constraint besluit_bedrag check (bedrag_cent >= 0),
    add constraint besluit_bezwaartermijn check (bezwaar_uiterlijk_op >= (genomen_op at time zone 'Europe/Amsterdam')::date + 42);
create unique index besluit_een_verlening on besluit (aanvraag_id, soort) where soort in ('verlening', 'vaststelling');
alter table brief add constraint brief_geadresseerde check (num_nonnulls(burger_id, opleider_id) = 1);
alter table document add constraint document_grootte check (grootte = octet_length(inhoud) and grootte <= 26214400);
create index document_sha256 on document (sha256);
create index mail_te_verzenden on mail (created_at) where verzonden_op is null;
create index outbox_open on outbox (id) where verwerkt_op is null;
alter table boekingsregel
    add constraint boekingsregel_rekening check (rekening in ('plafond', 'vrij', 'gereserveerd', 'verplicht', 'crediteuren', 'betaald')),
    add constraint boekingsregel_bedrag check (bedrag_cent <> 0);
alter table verplichting
    add constraint verplichting_status check (status in ('open', 'gefactureerd', 'betaald', 'vervallen')),
    add constraint verplichting_bedrag check (bedrag_cent > 0);
alter table factuur add constraint factuur_status check (status in ('gematcht', 'afgekeurd', 'in-batch', 'betaald')),
    add constraint factuur_gematcht check (status = 'afgekeurd' or (verplichting_id is not null and bedrag_cent > 0 and iban is not null));
create unique index factuur_een_per_nummer on factuur (opleider_id, factuurnummer) where status <> 'afgekeurd';
create unique index factuur_een_per_verplichting on factuur (verplichting_id) where status <> 'afgekeurd';
alter table betaalbatch
    add constraint betaalbatch_status check (status in ('opgesteld', 'goedgekeurd', 'aangemaakt')),
    add constraint betaalbatch_bestand check ((status = 'aangemaakt') = (document_id is not null));
alter table betaling add constraint betaling_bedrag check (bedrag_cent > 0);
alter table deelname
    add constraint deelname_uitkomst check (uitkomst in ('succesvol', 'niet-succesvol')),
    add constraint deelname_wijze check ((uitkomst = 'succesvol') = (wijze is not null) and wijze in ('diploma', 'aanwezigheid', 'examen')),
    add constraint deelname_oorzaak check ((uitkomst = 'niet-succesvol') = (oorzaak is not null) and oorzaak in ('opleider', 'burger', 'overmacht')),
    add constraint deelname_procent check (percentage between 0 and 100),
    add constraint deelname_reactie check (reactie in ('bevestigd', 'betwist') and (reactie is null) = (reactie_op is null));

-- ── Numbers that people see ───────────────────────────────────────────────────────────────────────────────────
create sequence kenmerk_aanvraag;
create sequence kenmerk_besluit;
create sequence kenmerk_brief;
create sequence kenmerk_order;
create sequence kenmerk_batch;

-- ── I7: every change of status is an allowed move, by an allowed role, logged in the same transaction ──────────
create function bewaak_overgang() returns trigger language plpgsql as $$
begin
    if new.status is distinct from old.status and not exists (
        select from status_overgang where onderwerp = tg_argv[0] and van = old.status and naar = new.status
    ) then
        raise exception 'overgang % -> % bestaat niet voor %', old.status, new.status, tg_argv[0] using errcode = '23514';
    end if;
    return new;
end $$;
create trigger aanvraag_overgang before update of status on aanvraag for each row execute function bewaak_overgang('aanvraag');

create function bewaak_logboek() returns trigger language plpgsql as $$
declare soort_besluit text;
begin
    if tg_op = 'UPDATE' and new.status is not distinct from old.status then return null; end if;
    if not exists (
        select from gebeurtenis g
        where g.onderwerp = 'aanvraag' and g.onderwerp_id = new.id::text and g.naar_status = new.status
          and g.xid = pg_current_xact_id()
          and (tg_op = 'INSERT' or exists (
              select from status_overgang o where o.onderwerp = 'aanvraag' and o.van = old.status and o.naar = new.status
                 and g.van_status = old.status and g.door_rol = any (o.rollen)))
    ) then
        raise exception 'status % van aanvraag % staat niet in het logboek door een rol die dat mag', new.status, new.id using errcode = '23514';
    end if;
    -- I10: a decided aanvraag has its besluit, and a besluit has its letter (besluit.brief_id is not null)
    soort_besluit := case new.status when 'verleend' then 'verlening' when 'afgewezen' then 'afwijzing' when 'vastgesteld' then 'vaststelling' end;
    if soort_besluit is not null and not exists (select from besluit b where b.aanvraag_id = new.id and b.soort = soort_besluit) then
        raise exception 'aanvraag % is % zonder besluit', new.id, new.status using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger aanvraag_logboek after insert or update of status on aanvraag
    deferrable initially deferred for each row execute function bewaak_logboek();

-- ── I5: a journal sums to zero, is written whole, and moves the stand of its compartiment ─────────────────────
-- (security definer: the application itself has no right to touch the stand)
create function bewaak_boeking() returns trigger language plpgsql as $$
declare totaal numeric; regels integer;
begin
    select coalesce(sum(bedrag_cent), 0), count(*) into totaal, regels from boekingsregel where boeking_id = new.id;
    if totaal <> 0 or regels < 2 then
        raise exception 'boeking % is niet in evenwicht: % regels, som %', new.id, regels, totaal using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger boeking_in_evenwicht after insert on boeking
    deferrable initially deferred for each row execute function bewaak_boeking();

create function verwerk_boekingsregels() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if exists (select from nieuw n join boeking b on b.id = n.boeking_id where b.xid <> pg_current_xact_id()) then
        raise exception 'een regel kan niet worden toegevoegd aan een boeking die al vastligt' using errcode = '23514';
    end if;
    update compartiment c
    set gereserveerd_cent = c.gereserveerd_cent + d.gereserveerd,
        verplicht_cent = c.verplicht_cent + d.verplicht,
        betaald_cent = c.betaald_cent + d.betaald
    from (
        select compartiment_id,
               coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as gereserveerd,
               coalesce(sum(bedrag_cent) filter (where rekening in ('verplicht', 'crediteuren')), 0) as verplicht,
               coalesce(sum(bedrag_cent) filter (where rekening = 'betaald'), 0) as betaald
        from nieuw group by compartiment_id
    ) d
    where c.id = d.compartiment_id and (d.gereserveerd, d.verplicht, d.betaald) <> (0, 0, 0);
    return null;
end $$;
create trigger boekingsregel_stand after insert on boekingsregel
    referencing new table as nieuw for each statement execute function verwerk_boekingsregels();

-- ── I4: the place of a grant is not above the number that the regeling allows in that year ────────────────────
create function bewaak_plek() returns trigger language plpgsql as $$
begin
    if exists (
        select from nieuw n
        where n.uitkomst = 'gereserveerd' and n.plek > coalesce((
            select (p.waarde #>> '{}')::integer from parameter p
            where p.naam = 'verleningen-per-jaar'
              and daterange(p.geldig_van, p.geldig_tot) @> (n.besloten_op at time zone 'Europe/Amsterdam')::date), 0)
    ) then
        raise exception 'meer verleningen in een kalenderjaar dan de regeling toestaat' using errcode = '23514';
    end if;
    return null;
end $$;
create trigger toewijzing_plek after insert on toewijzing
    referencing new table as nieuw for each statement execute function bewaak_plek();

-- ── I6: four eyes: a batch becomes a file only after two different people approved it ─────────────────────────
create function bewaak_batch() returns trigger language plpgsql as $$
begin
    if new.status in ('goedgekeurd', 'aangemaakt')
       and (select count(*) from batch_goedkeuring where batch_id = new.id) < 2 then
        raise exception 'batch % is niet door twee mensen goedgekeurd', new.msg_id using errcode = '23514';
    end if;
    if old.document_id is not null and new.document_id is distinct from old.document_id then
        raise exception 'het bestand van batch % ligt vast', new.msg_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaalbatch_vier_ogen before update on betaalbatch for each row execute function bewaak_batch();

-- ── What is written stays written ─────────────────────────────────────────────────────────────────────────────
create function weiger_wijziging() returns trigger language plpgsql as $$
begin
    raise exception '% is alleen om aan toe te voegen', tg_table_name using errcode = '42501';
end $$;
do $$
declare tabel text;
begin
    foreach tabel in array array['gebeurtenis', 'gebeurtenis_zegel', 'indiening', 'boeking', 'boekingsregel', 'besluit', 'opleiding_versie', 'batch_goedkeuring'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;

-- ── The moves of an aanvraag: the same table as lib/aanvraag/rules/status.ts, a test compares them ────────────
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'concept', 'gereed', 'maak-gereed', '{burger}'),
    ('aanvraag', 'gereed', 'concept', 'heropen', '{burger}'),
    ('aanvraag', 'gereed', 'ingediend', 'dien-in', '{burger}'),
    ('aanvraag', 'ingediend', 'gereserveerd', 'wijs-toe', '{systeem}'),
    ('aanvraag', 'ingediend', 'niet-toegewezen', 'wijs-niet-toe', '{systeem}'),
    ('aanvraag', 'gereserveerd', 'in-behandeling', 'leg-voor', '{systeem}'),
    ('aanvraag', 'gereserveerd', 'verleend', 'verleen', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'in-behandeling', 'verleend', 'verleen', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'gereserveerd', 'afgewezen', 'wijs-af', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'in-behandeling', 'afgewezen', 'wijs-af', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'niet-toegewezen', 'afgewezen', 'wijs-af', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'aangehouden', 'afgewezen', 'wijs-af', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'gereserveerd', 'aangehouden', 'houd-aan', '{systeem,onderzoeker,beslisser}'),
    ('aanvraag', 'in-behandeling', 'aangehouden', 'houd-aan', '{systeem,onderzoeker,beslisser}'),
    ('aanvraag', 'aangehouden', 'gereserveerd', 'hervat', '{systeem,onderzoeker,beslisser}'),
    ('aanvraag', 'aangehouden', 'in-behandeling', 'hervat', '{systeem,onderzoeker,beslisser}'),
    ('aanvraag', 'aangehouden', 'gereserveerd', 'kies-andere-opleiding', '{burger}'),
    ('aanvraag', 'concept', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'gereed', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'ingediend', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'gereserveerd', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'in-behandeling', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'aangehouden', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'verleend', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'verleend', 'betwist', 'betwist', '{burger}'),
    ('aanvraag', 'verleend', 'vastgesteld', 'stel-vast', '{systeem,behandelaar,teamleider}'),
    ('aanvraag', 'betwist', 'vastgesteld', 'stel-vast', '{systeem,behandelaar,teamleider}');

-- ── Rights: the application works as stap_app, which can add to ledger and log but never change them ──────────
do $$
begin
    create role stap_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    execute format('grant stap_app to %I', current_user);
exception when others then
    raise notice 'stap_app is not granted to %: the owner may set it anyway', current_user;
end $$;
grant usage on schema public to stap_app;
grant select, insert, update, delete on all tables in schema public to stap_app;
grant usage, select on all sequences in schema public to stap_app;
alter default privileges in schema public grant select, insert, update, delete on tables to stap_app;
alter default privileges in schema public grant usage, select on sequences to stap_app;
revoke update, delete on gebeurtenis, gebeurtenis_zegel, indiening, boeking, boekingsregel, besluit, opleiding_versie, batch_goedkeuring, status_overgang from stap_app;
revoke insert on status_overgang from stap_app;
revoke update, delete on toewijzing, brief, document, betaling, compartiment from stap_app;
grant update (vrijgevallen_op) on toewijzing to stap_app;
grant update (document_id, gelezen_op) on brief to stap_app;
-- the stand of a compartiment moves only through the ledger; the rest of it is set by beleid
grant update (gesloten, plafond_cent, overschrijding_cent) on compartiment to stap_app;
revoke update, insert, delete on klok from stap_app;
