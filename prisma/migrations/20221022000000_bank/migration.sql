-- What the bank says about payments (pain.002, camt.053), and what follows from it: confirmed, refused, come back.

-- A payment that did not arrive is made again, under its own identification: one payment per invoice that is under way or has arrived.
alter table betaling
    add column status text not null default 'onderweg',
    add constraint betaling_status check (status in ('onderweg', 'uitgevoerd', 'afgewezen', 'teruggekomen'));
drop index betaling_factuur_id_key;
create index betaling_factuur_id_idx on betaling (factuur_id);
create unique index betaling_een_per_factuur on betaling (factuur_id) where status in ('onderweg', 'uitgevoerd');
grant update (status) on betaling to stap_app;

alter table factuur
    drop constraint factuur_status,
    add constraint factuur_status check (status in ('gematcht', 'afgekeurd', 'in-batch', 'betaald', 'teruggekomen'));
-- The account that a payment goes to the second time, when the first account turned out wrong.
grant update (iban) on factuur to stap_app;

insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('betaling', 'onderweg', 'uitgevoerd', 'bevestig', '{systeem}'),
    ('betaling', 'onderweg', 'afgewezen', 'wijs-af', '{systeem}'),
    ('betaling', 'onderweg', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('betaling', 'uitgevoerd', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('factuur', 'betaald', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('factuur', 'teruggekomen', 'gematcht', 'betaal-opnieuw', '{financieel}'),
    ('verplichting', 'betaald', 'gefactureerd', 'boek-terug', '{systeem}');
create trigger betaling_overgang before update of status on betaling for each row execute function bewaak_overgang('betaling');

CREATE TABLE "bankbericht" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "soort" TEXT,
    "naam" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'ontvangen',
    "reden" TEXT,
    "uitkomst" JSONB,
    "ontvangen_door" UUID,
    "ontvangen_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "verwerkt_op" TIMESTAMPTZ(3),
    CONSTRAINT "bankbericht_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "bankbericht_sha256_key" ON "bankbericht"("sha256");
CREATE INDEX "bankbericht_ontvangen_op_idx" ON "bankbericht"("ontvangen_op");
ALTER TABLE "bankbericht" ADD CONSTRAINT "bankbericht_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankbericht" ADD CONSTRAINT "bankbericht_ontvangen_door_fkey" FOREIGN KEY ("ontvangen_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table bankbericht
    add constraint bankbericht_soort check (soort in ('pain.002', 'camt.053')),
    add constraint bankbericht_toestand check (toestand in ('ontvangen', 'wacht', 'verwerkt', 'geweigerd')),
    add constraint bankbericht_reden check ((toestand in ('wacht', 'geweigerd')) = (reden is not null)),
    add constraint bankbericht_verwerkt check ((toestand in ('verwerkt', 'geweigerd')) = (verwerkt_op is not null));

CREATE TABLE "bankafschrift" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "bericht_id" UUID NOT NULL,
    "rekening" TEXT NOT NULL,
    "kenmerk" TEXT NOT NULL,
    "volgnummer" INTEGER,
    "begin_cent" BIGINT NOT NULL,
    "eind_cent" BIGINT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "plek" INTEGER NOT NULL,
    CONSTRAINT "bankafschrift_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "bankafschrift_rekening_kenmerk_key" ON "bankafschrift"("rekening", "kenmerk");
CREATE UNIQUE INDEX "bankafschrift_rekening_plek_key" ON "bankafschrift"("rekening", "plek");
CREATE INDEX "bankafschrift_bericht_id_idx" ON "bankafschrift"("bericht_id");
ALTER TABLE "bankafschrift" ADD CONSTRAINT "bankafschrift_bericht_id_fkey" FOREIGN KEY ("bericht_id") REFERENCES "bankbericht"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "bankmutatie" (
    "id" BIGSERIAL NOT NULL,
    "afschrift_id" UUID NOT NULL,
    "regel" INTEGER NOT NULL,
    "boekdatum" DATE NOT NULL,
    "bedrag_cent" BIGINT NOT NULL,
    "soort" TEXT NOT NULL,
    "betaling_id" UUID,
    "batch_id" UUID,
    "end_to_end_id" TEXT,
    "retourcode" TEXT,
    "referentie" TEXT,
    "tegenpartij" TEXT,
    "tegenrekening" TEXT,
    "omschrijving" TEXT,
    CONSTRAINT "bankmutatie_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bankmutatie_afschrift_id_idx" ON "bankmutatie"("afschrift_id");
CREATE INDEX "bankmutatie_betaling_id_idx" ON "bankmutatie"("betaling_id");
CREATE INDEX "bankmutatie_batch_id_idx" ON "bankmutatie"("batch_id");
-- Movements are written while the file is being read; the head of the statement, which says how many they are, comes after them.
ALTER TABLE "bankmutatie" ADD CONSTRAINT "bankmutatie_afschrift_id_fkey" FOREIGN KEY ("afschrift_id") REFERENCES "bankafschrift"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "bankmutatie" ADD CONSTRAINT "bankmutatie_betaling_id_fkey" FOREIGN KEY ("betaling_id") REFERENCES "betaling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankmutatie" ADD CONSTRAINT "bankmutatie_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "betaalbatch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table bankmutatie add constraint bankmutatie_bedrag check (bedrag_cent <> 0);

CREATE TABLE "bankvraag" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "bericht_id" UUID NOT NULL,
    "mutatie_id" BIGINT,
    "betaling_id" UUID,
    "soort" TEXT NOT NULL,
    "gegevens" JSONB NOT NULL DEFAULT '{}',
    "toestand" TEXT NOT NULL DEFAULT 'open',
    "toelichting" TEXT,
    "afgehandeld_door" UUID,
    "afgehandeld_op" TIMESTAMPTZ(3),
    CONSTRAINT "bankvraag_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bankvraag_bericht_id_idx" ON "bankvraag"("bericht_id");
CREATE INDEX "bankvraag_betaling_id_idx" ON "bankvraag"("betaling_id");
CREATE INDEX "bankvraag_mutatie_id_idx" ON "bankvraag"("mutatie_id");
ALTER TABLE "bankvraag" ADD CONSTRAINT "bankvraag_bericht_id_fkey" FOREIGN KEY ("bericht_id") REFERENCES "bankbericht"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvraag" ADD CONSTRAINT "bankvraag_mutatie_id_fkey" FOREIGN KEY ("mutatie_id") REFERENCES "bankmutatie"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvraag" ADD CONSTRAINT "bankvraag_betaling_id_fkey" FOREIGN KEY ("betaling_id") REFERENCES "betaling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvraag" ADD CONSTRAINT "bankvraag_afgehandeld_door_fkey" FOREIGN KEY ("afgehandeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index bankvraag_open on bankvraag (id) where toestand = 'open';
alter table bankvraag
    add constraint bankvraag_toestand check (toestand in ('open', 'afgehandeld')),
    add constraint bankvraag_afgehandeld check ((toestand = 'afgehandeld') = (afgehandeld_op is not null and afgehandeld_door is not null and toelichting is not null));

-- A statement is exact: what moved is the difference of its balances, and it begins where the one before it ended.
create function bewaak_afschrift() returns trigger language plpgsql as $$
declare gevonden bigint; aantal_gevonden int; vorig bigint;
begin
    select coalesce(sum(bedrag_cent), 0), count(*) into gevonden, aantal_gevonden from bankmutatie where afschrift_id = new.id;
    if gevonden <> new.eind_cent - new.begin_cent or aantal_gevonden <> new.aantal then
        raise exception 'afschrift % telt niet op: % cent in % mutaties', new.kenmerk, gevonden, aantal_gevonden using errcode = '23514';
    end if;
    select eind_cent into vorig from bankafschrift where rekening = new.rekening and plek = new.plek - 1;
    if new.plek < 1 or (new.plek > 1 and vorig is distinct from new.begin_cent) then
        raise exception 'afschrift % sluit niet aan op het vorige', new.kenmerk using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger bankafschrift_telt_op after insert on bankafschrift
    deferrable initially deferred for each row execute function bewaak_afschrift();

do $$
declare tabel text;
begin
    foreach tabel in array array['bankafschrift', 'bankmutatie'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke update, delete on bankbericht, bankafschrift, bankmutatie, bankvraag from stap_app;
grant update (soort, toestand, reden, uitkomst, verwerkt_op) on bankbericht to stap_app;
grant update (toestand, toelichting, afgehandeld_door, afgehandeld_op) on bankvraag to stap_app;
