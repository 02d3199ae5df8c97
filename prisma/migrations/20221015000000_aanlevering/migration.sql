-- Tables (CSV, XLSX): a person says once what the columns mean, and that is remembered for the same names.
alter table import
    drop constraint import_toestand,
    add constraint import_toestand check (toestand in ('ontvangen', 'wacht-op-koppeling', 'bezig', 'wacht-op-akkoord', 'klaar', 'mislukt', 'teruggedraaid'));

-- What a table that was delivered looks like.
CREATE TABLE "import_tabel" (
    "import_id" UUID NOT NULL,
    "kop" TEXT[],
    "kopregel" INTEGER NOT NULL,
    "codering" TEXT NOT NULL,
    "scheiding" TEXT NOT NULL,
    "werkblad" TEXT NOT NULL,
    "voorbeelden" JSONB NOT NULL,
    "koppeling" JSONB NOT NULL,
    "herkend" BOOLEAN NOT NULL,

    CONSTRAINT "import_tabel_pkey" PRIMARY KEY ("import_id")
);
ALTER TABLE "import_tabel" ADD CONSTRAINT "import_tabel_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the columns of an opleider mean, by the names that they have.
CREATE TABLE "kolomkoppeling" (
    "opleider_id" UUID NOT NULL,
    "kop_sleutel" TEXT NOT NULL,
    "koppeling" JSONB NOT NULL,
    "door_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kolomkoppeling_pkey" PRIMARY KEY ("opleider_id", "kop_sleutel")
);
ALTER TABLE "kolomkoppeling" ADD CONSTRAINT "kolomkoppeling_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
