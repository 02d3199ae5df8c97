-- What the system of an opleider needs to speak with ours: a token with scopes and an end date (docs/adr/0024).
CREATE TABLE "koppeling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "door_id" UUID NOT NULL,
    "naam" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_begin" TEXT NOT NULL,
    "scopes" TEXT[],
    "geldig_tot" DATE NOT NULL,
    "laatst_gebruikt_op" TIMESTAMPTZ(3),
    "ingetrokken_op" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "koppeling_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "koppeling_token_hash_key" ON "koppeling"("token_hash");
CREATE INDEX "koppeling_opleider_id_idx" ON "koppeling"("opleider_id");
ALTER TABLE "koppeling" ADD CONSTRAINT "koppeling_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "koppeling" ADD CONSTRAINT "koppeling_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table koppeling
    add constraint koppeling_token check (token_hash ~ '^[0-9a-f]{64}$' and length(token_begin) between 4 and 12),
    add constraint koppeling_naam check (length(trim(naam)) between 1 and 100),
    add constraint koppeling_scopes check (scopes is not null and cardinality(scopes) > 0);

-- How often a token was used in a minute: counted for all processes together. Worth nothing after a crash: unlogged, and without a
-- foreign key because it is written with every request.
create unlogged table koppeling_telling (
    koppeling_id uuid not null,
    minuut timestamptz(0) not null,
    aantal integer not null default 1,
    constraint koppeling_telling_pkey primary key (koppeling_id, minuut)
);

-- The answer to a request with an Idempotency-Key, so that the same request again gets the same answer. Kept one day.
CREATE TABLE "idempotentie" (
    "koppeling_id" UUID NOT NULL,
    "sleutel" TEXT NOT NULL,
    "vraag_hash" TEXT NOT NULL,
    "status" INTEGER,
    "mediatype" TEXT,
    "antwoord" TEXT,
    "begonnen_op" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "idempotentie_pkey" PRIMARY KEY ("koppeling_id","sleutel")
);
CREATE INDEX "idempotentie_begonnen_op_idx" ON "idempotentie"("begonnen_op");
ALTER TABLE "idempotentie" ADD CONSTRAINT "idempotentie_koppeling_id_fkey" FOREIGN KEY ("koppeling_id") REFERENCES "koppeling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table idempotentie
    add constraint idempotentie_antwoord check ((status is null) = (antwoord is null)),
    add constraint idempotentie_sleutel check (length(sleutel) between 1 and 255);

-- What an EDU-DEX client sent, as it sent it: the specification promises to give it back. The register keeps what it understood of it.
CREATE TABLE "edudex_stuk" (
    "opleider_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "programma_id" TEXT NOT NULL DEFAULT '',
    "client_id" TEXT NOT NULL DEFAULT '',
    "inhoud" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "gewijzigd_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "edudex_stuk_pkey" PRIMARY KEY ("opleider_id","soort","programma_id","client_id")
);
ALTER TABLE "edudex_stuk" ADD CONSTRAINT "edudex_stuk_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table edudex_stuk
    add constraint edudex_stuk_soort check (soort in ('programma', 'instelling', 'kortingen')),
    add constraint edudex_stuk_sleutel check ((soort = 'programma') = (programma_id <> '') and (soort = 'instelling') = (client_id = ''));

grant select, insert, update, delete on koppeling_telling, idempotentie, edudex_stuk to stap_app;
-- A token cannot be changed, only used and withdrawn: another scope or a longer term is another token.
revoke update, delete on koppeling from stap_app;
grant update (laatst_gebruikt_op, ingetrokken_op) on koppeling to stap_app;
