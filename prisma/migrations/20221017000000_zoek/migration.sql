-- What search knows of an opleiding: one row each, written by the job ververs-zoekindex and read by every web process into memory.
-- It holds nothing that is not in the register; it may be emptied and made again.
CREATE TABLE "zoekdocument" (
    "opleiding_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "transactie" BIGINT NOT NULL,
    "vindbaar" BOOLEAN NOT NULL,
    "soort" TEXT NOT NULL,
    "titel" TEXT NOT NULL,
    "samenvatting" TEXT NOT NULL,
    "opleider" TEXT NOT NULL,
    "kern" TEXT NOT NULL,
    "tekst" TEXT NOT NULL,
    "categorie" TEXT,
    "niveau" TEXT,
    "voertaal" TEXT NOT NULL,
    "duur_dagen" INTEGER,
    "plaatsen" TEXT[],
    "starts" INTEGER[],

    CONSTRAINT "zoekdocument_pkey" PRIMARY KEY ("opleiding_id")
);
ALTER TABLE "zoekdocument" ADD CONSTRAINT "zoekdocument_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Who has read up to a transaction asks for what later ones wrote.
CREATE INDEX "zoekdocument_transactie_idx" ON "zoekdocument"("transactie");

comment on column zoekdocument.transactie is 'the transaction that wrote the row: a reader that has seen everything below the oldest running one misses nothing';
comment on column zoekdocument.starts is 'per open start: day since 1970, place in plaatsen (0 is none), opleidingsvorm, dagdelen as bits, price, subsidiable part in cents, second of registration';

-- What is in the register already: the workers make the rest of it up to date.
insert into outbox (job, payload)
select 'ververs-zoekindex', jsonb_build_object('opleiderId', id) from opleider;
