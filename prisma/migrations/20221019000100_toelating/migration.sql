-- Admission to the register: who works for which erkenner, the monthly sample that an erkenner must look at, new keurmerken by the
-- toetsingskader, and what DUO judged of the set that was frozen for a tijdvak (docs/adr/0027).
alter table gebruiker add column erkenner_id uuid;
ALTER TABLE "gebruiker" ADD CONSTRAINT "gebruiker_erkenner_id_fkey" FOREIGN KEY ("erkenner_id") REFERENCES "erkenner"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- one running erkenning of one erkenner for an opleider, or for one of its opleidingen
create unique index erkenning_een_lopend on erkenning (opleider_id, erkenner_id, coalesce(opleiding_id, '00000000-0000-0000-0000-000000000000')) where geldig_tot is null;

CREATE TABLE "steekproef" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "erkenner_id" UUID NOT NULL,
    "maand" DATE NOT NULL,
    "zaad" TEXT NOT NULL,
    "populatie" INTEGER NOT NULL,
    "populatie_hash" TEXT NOT NULL,
    "uiterlijk_op" DATE NOT NULL,
    "getrokken_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "steekproef_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "steekproef_erkenner_id_maand_key" ON "steekproef"("erkenner_id", "maand");
ALTER TABLE "steekproef" ADD CONSTRAINT "steekproef_erkenner_id_fkey" FOREIGN KEY ("erkenner_id") REFERENCES "erkenner"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table steekproef add constraint steekproef_maand check (extract(day from maand) = 1 and uiterlijk_op >= maand and populatie_hash ~ '^[0-9a-f]{64}$');

CREATE TABLE "steekproef_deel" (
    "steekproef_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "opleiding_versie" INTEGER NOT NULL,
    "oordeel" TEXT,
    "toelichting" TEXT,
    "door_id" UUID,
    "beoordeeld_op" TIMESTAMPTZ(6),

    CONSTRAINT "steekproef_deel_pkey" PRIMARY KEY ("steekproef_id","nummer")
);
ALTER TABLE "steekproef_deel" ADD CONSTRAINT "steekproef_deel_steekproef_id_fkey" FOREIGN KEY ("steekproef_id") REFERENCES "steekproef"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "steekproef_deel" ADD CONSTRAINT "steekproef_deel_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "steekproef_deel" ADD CONSTRAINT "steekproef_deel_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table steekproef_deel
    add constraint steekproef_deel_oordeel check (oordeel in ('in-orde', 'niet-in-orde')),
    add constraint steekproef_deel_beoordeeld check ((oordeel is null) = (door_id is null) and (oordeel is null) = (beoordeeld_op is null) and (oordeel <> 'niet-in-orde' or toelichting is not null));

CREATE TABLE "keurmerk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "naam" TEXT NOT NULL,
    "organisatie" TEXT NOT NULL,
    "kvk" TEXT NOT NULL,
    "normenkader" TEXT NOT NULL,
    "klachtenprocedure" TEXT NOT NULL,
    "geschillenprocedure" TEXT NOT NULL,
    "onafhankelijk" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ingediend',
    "ingevoerd_door" UUID NOT NULL,
    "ingediend_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "besloten_door" UUID,
    "besloten_op" TIMESTAMPTZ(6),
    "reden" TEXT,
    "erkenner_id" UUID,

    CONSTRAINT "keurmerk_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "keurmerk_erkenner_id_key" ON "keurmerk"("erkenner_id");
ALTER TABLE "keurmerk" ADD CONSTRAINT "keurmerk_ingevoerd_door_fkey" FOREIGN KEY ("ingevoerd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "keurmerk" ADD CONSTRAINT "keurmerk_besloten_door_fkey" FOREIGN KEY ("besloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "keurmerk" ADD CONSTRAINT "keurmerk_erkenner_id_fkey" FOREIGN KEY ("erkenner_id") REFERENCES "erkenner"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table keurmerk
    add constraint keurmerk_status check (status in ('ingediend', 'toegelaten', 'afgewezen')),
    add constraint keurmerk_besluit check ((status = 'ingediend') = (besloten_op is null) and (status = 'ingediend') = (besloten_door is null)
        and (status = 'ingediend') = (reden is null) and (status = 'toegelaten') = (erkenner_id is not null)),
    -- who wrote it down does not decide on it
    add constraint keurmerk_vier_ogen check (besloten_door <> ingevoerd_door),
    -- WOO-besluit STAP-keten: without a way to complain and to settle a dispute there is no admission
    add constraint keurmerk_eisen check (status <> 'toegelaten' or (klachtenprocedure <> '' and geschillenprocedure <> '' and onafhankelijk));

CREATE TABLE "bevroren_oordeel" (
    "tijdvak_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "oordeel" TEXT NOT NULL,
    "toelichting" TEXT,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "bevroren_oordeel_pkey" PRIMARY KEY ("tijdvak_id","opleiding_id")
);
ALTER TABLE "bevroren_oordeel" ADD CONSTRAINT "bevroren_oordeel_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bevroren_oordeel" ADD CONSTRAINT "bevroren_oordeel_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bevroren_oordeel" ADD CONSTRAINT "bevroren_oordeel_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table bevroren_oordeel add constraint bevroren_oordeel_oordeel check (oordeel in ('akkoord', 'voorleggen') and (oordeel <> 'voorleggen' or toelichting is not null));

-- A sample is drawn once and judged once.
create function bewaak_steekproef() returns trigger language plpgsql as $$
begin
    if old.oordeel is not null or (old.opleiding_id, old.opleiding_versie) is distinct from (new.opleiding_id, new.opleiding_versie) then
        raise exception 'een oordeel over een steekproef ligt vast' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger steekproef_deel_vast before update on steekproef_deel for each row execute function bewaak_steekproef();
create function bewaak_keurmerk() returns trigger language plpgsql as $$
begin
    if old.status <> 'ingediend' then
        raise exception 'over een keurmerk wordt een keer besloten' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keurmerk_vast before update on keurmerk for each row execute function bewaak_keurmerk();
revoke update, delete on steekproef from stap_app;
revoke delete on steekproef_deel, keurmerk, bevroren_oordeel, erkenning from stap_app;
