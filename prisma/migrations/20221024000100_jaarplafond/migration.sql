-- What may be given in a year altogether, and budget that moves between tijdvakken and years by a besluit (docs/adr/0031).

-- CreateTable
CREATE TABLE "jaarplafond" (
    "id" BIGSERIAL NOT NULL,
    "jaar" SMALLINT NOT NULL,
    "soort" TEXT NOT NULL,
    "bedrag_cent" BIGINT NOT NULL,
    "besluit" TEXT NOT NULL,
    "reden" TEXT NOT NULL,
    "door_id" UUID,
    "op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "jaarplafond_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "jaarplafond_jaar_idx" ON "jaarplafond"("jaar");
ALTER TABLE "jaarplafond" ADD CONSTRAINT "jaarplafond_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "overheveling" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "van_id" UUID NOT NULL,
    "naar_id" UUID NOT NULL,
    "bedrag_cent" BIGINT NOT NULL,
    "besluit" TEXT NOT NULL,
    "reden" TEXT NOT NULL,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "overheveling_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "overheveling" ADD CONSTRAINT "overheveling_van_id_fkey" FOREIGN KEY ("van_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "overheveling" ADD CONSTRAINT "overheveling_naar_id_fkey" FOREIGN KEY ("naar_id") REFERENCES "compartiment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "overheveling" ADD CONSTRAINT "overheveling_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The plafond of a year is the sum of what was decided and of what moved in and out of it.
alter table jaarplafond
    add constraint jaarplafond_soort check (soort in ('besluit', 'overheveling')),
    add constraint jaarplafond_bedrag check (bedrag_cent <> 0),
    add constraint jaarplafond_waarom check (length(btrim(besluit)) > 0 and length(btrim(reden)) > 0);
alter table overheveling
    add constraint overheveling_bedrag check (bedrag_cent > 0),
    add constraint overheveling_waarom check (length(btrim(besluit)) > 0 and length(btrim(reden)) > 0),
    add constraint overheveling_anders check (van_id <> naar_id);
do $$
declare tabel text;
begin
    foreach tabel in array array['jaarplafond', 'overheveling'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke update, delete on jaarplafond, overheveling from stap_app;

-- ── The plafonds of the tijdvakken of a year are together never more than the plafond of that year, when there is one ──────────
-- Judged at the end of the transaction: budget that moves between tijdvakken is in neither or in both for a moment. One at a time
-- per year, so that two who each stay below it are not together above it.
create function toets_jaarplafond(van_jaar integer) returns void language plpgsql as $$
declare plafond bigint; verdeeld bigint;
begin
    perform pg_advisory_xact_lock(7300125, van_jaar);
    if not exists (select from jaarplafond where jaar = van_jaar and soort = 'besluit') then return; end if;
    select sum(bedrag_cent) into plafond from jaarplafond where jaar = van_jaar;
    select coalesce(sum(c.plafond_cent), 0) into verdeeld from compartiment c join tijdvak t on t.id = c.tijdvak_id
    where t.opent_op >= make_timestamptz(van_jaar, 1, 1, 0, 0, 0, 'Europe/Amsterdam') and t.opent_op < make_timestamptz(van_jaar + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam');
    if verdeeld > plafond then
        raise exception 'de plafonds van % zijn samen % cent, het jaarplafond is % cent', van_jaar, verdeeld, plafond using errcode = '23514', constraint = 'jaarplafond';
    end if;
end $$;

create function bewaak_jaarplafond() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'jaarplafond' then
        perform toets_jaarplafond(new.jaar);
    elsif tg_table_name = 'tijdvak' then
        perform toets_jaarplafond(extract(year from new.opent_op at time zone 'Europe/Amsterdam')::integer);
    else
        perform toets_jaarplafond(extract(year from t.opent_op at time zone 'Europe/Amsterdam')::integer) from tijdvak t where t.id = new.tijdvak_id;
    end if;
    return null;
end $$;
create constraint trigger jaarplafond_toets after insert on jaarplafond deferrable initially deferred
    for each row execute function bewaak_jaarplafond();
create constraint trigger compartiment_jaarplafond_nieuw after insert on compartiment deferrable initially deferred
    for each row when (new.plafond_cent > 0) execute function bewaak_jaarplafond();
create constraint trigger compartiment_jaarplafond after update of plafond_cent on compartiment deferrable initially deferred
    for each row when (new.plafond_cent > old.plafond_cent) execute function bewaak_jaarplafond();
create constraint trigger tijdvak_jaarplafond after update of opent_op on tijdvak deferrable initially deferred
    for each row when (new.opent_op <> old.opent_op) execute function bewaak_jaarplafond();
