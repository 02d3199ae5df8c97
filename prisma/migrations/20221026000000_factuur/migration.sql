-- Orders that a system can read, several invoices for one order, credit notes and corrections, and more ways in (docs/adr/0032).

-- ── Several invoices for one order, credit notes, corrections ─────────────────────────────────────────────────
alter table verplichting
    drop constraint verplichting_status,
    add constraint verplichting_status check (status in ('open', 'deels-gefactureerd', 'gefactureerd', 'betaald', 'vervallen'));

alter table factuur
    add column soort text not null default 'factuur',
    add column kanaal text not null default 'portaal',
    add column verwijst_naar uuid,
    -- taken back by credit notes before it was paid: that much less is paid, and the order is open again for it
    add column gecrediteerd_cent integer not null default 0,
    -- taken back by credit notes after it was paid: a claim
    add column teruggevorderd_cent integer not null default 0;
ALTER TABLE "factuur" ADD CONSTRAINT "factuur_verwijst_naar_fkey" FOREIGN KEY ("verwijst_naar") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "factuur_verwijst_naar_idx" ON "factuur"("verwijst_naar");
-- The worklist and the filter of the list of invoices.
CREATE INDEX "factuur_status_ontvangen_op_idx" ON "factuur"("status", "ontvangen_op");
drop index factuur_een_per_verplichting;
alter table factuur
    drop constraint factuur_status,
    drop constraint factuur_gematcht,
    add constraint factuur_status check (status in ('gematcht', 'afgekeurd', 'in-batch', 'betaald', 'teruggekomen', 'gecrediteerd', 'vervangen', 'verwerkt')),
    add constraint factuur_soort check (soort in ('factuur', 'correctie', 'creditnota')),
    add constraint factuur_kanaal check (kanaal in ('portaal', 'formulier', 'api', 'postbus')),
    add constraint factuur_gematcht check (status = 'afgekeurd' or (verplichting_id is not null and bedrag_cent > 0 and (iban is not null or soort = 'creditnota'))),
    add constraint factuur_creditnota check (status = 'afgekeurd' or (soort = 'creditnota') = (status = 'verwerkt')),
    add constraint factuur_verwijst check (status = 'afgekeurd' or soort <> 'creditnota' or verwijst_naar is not null),
    add constraint factuur_teruggenomen check (gecrediteerd_cent >= 0 and teruggevorderd_cent >= 0 and gecrediteerd_cent::bigint + teruggevorderd_cent <= coalesce(bedrag_cent, 0)),
    add constraint factuur_gecrediteerd check (status in ('afgekeurd', 'vervangen') or (status = 'gecrediteerd') = (gecrediteerd_cent > 0 and gecrediteerd_cent = bedrag_cent));
grant update (gecrediteerd_cent, teruggevorderd_cent) on factuur to stap_app;

-- What an invoice still stands for: of these together an order holds the sum.
create function factuur_netto(f factuur) returns integer language sql immutable as $$
    select case when f.soort <> 'creditnota' and f.status in ('gematcht', 'in-batch', 'betaald', 'teruggekomen') then f.bedrag_cent - f.gecrediteerd_cent else 0 end
$$;

-- The invoices of an order are never more than the order. Judged per statement, for the orders that it names, after each of them was
-- locked: of two invoices that come at the same moment the second sees the first.
create function bewaak_factuursom() returns trigger language plpgsql as $$
declare fout text;
begin
    perform 1 from verplichting where id in (select verplichting_id from nieuw) order by id for no key update;
    select v.ordernummer into fout from verplichting v
     where v.id in (select verplichting_id from nieuw where status <> 'afgekeurd')
       and v.bedrag_cent < (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = v.id)
     limit 1;
    if found then
        raise exception 'de facturen van opdracht % zijn samen hoger dan de opdracht', fout using errcode = '23514';
    end if;
    return null;
end $$;
create trigger factuur_som after insert on factuur referencing new table as nieuw for each statement execute function bewaak_factuursom();

-- What was taken back stays so; and a credit note takes back exactly what it says, of the invoice of its own order.
create function bewaak_terugname() returns trigger language plpgsql as $$
begin
    if new.gecrediteerd_cent < old.gecrediteerd_cent or new.teruggevorderd_cent < old.teruggevorderd_cent then
        raise exception 'wat van factuur % is teruggenomen, komt niet terug', old.id using errcode = '23514';
    end if;
    if new.gecrediteerd_cent <> old.gecrediteerd_cent and old.status not in ('gematcht', 'teruggekomen') then
        raise exception 'factuur % is onderweg of betaald: wat terugkomt, is een vordering', old.id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger factuur_terugname before update of gecrediteerd_cent, teruggevorderd_cent on factuur for each row execute function bewaak_terugname();

create function bewaak_creditnota() returns trigger language plpgsql as $$
declare factuur_id uuid := case when new.soort = 'creditnota' then new.verwijst_naar else new.id end;
begin
    if exists (
        select from factuur f
        where f.id = factuur_id
          and f.gecrediteerd_cent + f.teruggevorderd_cent <> (select coalesce(sum(c.bedrag_cent), 0) from factuur c
              where c.verwijst_naar = f.id and c.soort = 'creditnota' and c.status = 'verwerkt' and c.verplichting_id = f.verplichting_id)
    ) then
        raise exception 'de creditnota''s van factuur % zijn samen niet wat er is teruggenomen', factuur_id using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger factuur_creditnota_telt after insert on factuur deferrable initially deferred
    for each row when (new.soort = 'creditnota' and new.status = 'verwerkt') execute function bewaak_creditnota();
create constraint trigger factuur_terugname_telt after update of gecrediteerd_cent, teruggevorderd_cent on factuur deferrable initially deferred
    for each row execute function bewaak_creditnota();

-- What is paid of an invoice is what was not credited.
create or replace function bewaak_betaling() returns trigger language plpgsql as $$
begin
    if not exists (select from factuur f where f.id = new.factuur_id and f.bedrag_cent - f.gecrediteerd_cent = new.bedrag_cent and f.iban = new.iban and f.status = 'in-batch') then
        raise exception 'betaling % is niet die van haar factuur', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;

-- An order is lowered to what was invoiced when the rest lapses; never below it, and never raised.
create or replace function bewaak_verlegging() returns trigger language plpgsql as $$
begin
    if new.opleider_id <> old.opleider_id and (old.status <> 'open' or new.status <> 'open' or new.ordernummer = old.ordernummer) then
        raise exception 'een opdracht gaat alleen zonder factuur en met een nieuw nummer naar een andere opleider' using errcode = '23514';
    end if;
    if new.bedrag_cent > old.bedrag_cent or new.bedrag_cent < (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = new.id) then
        raise exception 'een opdracht wordt nooit hoger, en nooit lager dan wat is gefactureerd' using errcode = '23514';
    end if;
    return new;
end $$;

update status_overgang set rollen = '{opleider,systeem,financieel}' where onderwerp = 'verplichting' and handeling = 'boek-factuur';
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('verplichting', 'open', 'deels-gefactureerd', 'boek-deelfactuur', '{opleider,systeem,financieel}'),
    ('verplichting', 'deels-gefactureerd', 'gefactureerd', 'boek-factuur', '{opleider,systeem,financieel}'),
    ('verplichting', 'gefactureerd', 'deels-gefactureerd', 'crediteer-deel', '{opleider,systeem,financieel}'),
    ('verplichting', 'gefactureerd', 'open', 'crediteer', '{opleider,systeem,financieel}'),
    ('verplichting', 'deels-gefactureerd', 'open', 'crediteer', '{opleider,systeem,financieel}'),
    ('verplichting', 'deels-gefactureerd', 'vervallen', 'laat-vervallen', '{systeem}'),
    ('factuur', 'gematcht', 'gecrediteerd', 'crediteer', '{opleider,systeem,financieel}'),
    ('factuur', 'teruggekomen', 'gecrediteerd', 'crediteer', '{opleider,systeem,financieel}'),
    ('factuur', 'gematcht', 'vervangen', 'vervang', '{opleider,systeem,financieel}'),
    ('factuur', 'teruggekomen', 'vervangen', 'vervang', '{opleider,systeem,financieel}');

-- ── The order as a document ───────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "inkoopbericht" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "verplichting_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "ordernummer" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "inkoopbericht_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "inkoopbericht_ordernummer_volgnummer_key" ON "inkoopbericht"("ordernummer", "volgnummer");
CREATE UNIQUE INDEX "inkoopbericht_document_id_key" ON "inkoopbericht"("document_id");
CREATE INDEX "inkoopbericht_verplichting_id_idx" ON "inkoopbericht"("verplichting_id");
CREATE INDEX "inkoopbericht_opleider_id_idx" ON "inkoopbericht"("opleider_id");
ALTER TABLE "inkoopbericht" ADD CONSTRAINT "inkoopbericht_verplichting_id_fkey" FOREIGN KEY ("verplichting_id") REFERENCES "verplichting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "inkoopbericht" ADD CONSTRAINT "inkoopbericht_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "inkoopbericht" ADD CONSTRAINT "inkoopbericht_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table inkoopbericht
    add constraint inkoopbericht_soort check (soort in ('order', 'wijziging', 'annulering')),
    add constraint inkoopbericht_volgnummer check (volgnummer > 0 and (volgnummer = 1) = (soort = 'order'));
create trigger inkoopbericht_vast before update or delete on inkoopbericht for each row execute function weiger_wijziging();
create trigger inkoopbericht_vast_truncate before truncate on inkoopbericht for each statement execute function weiger_wijziging();
revoke update, delete on inkoopbericht from stap_app;

-- ── What does not match ───────────────────────────────────────────────────────────────────────────────────────
-- What somebody did with an invoice that was refused: answered it, or decided that no answer is needed.
CREATE TABLE "factuurantwoord" (
    "factuur_id" UUID NOT NULL,
    "tekst" TEXT,
    "brief_id" UUID,
    "door_id" UUID NOT NULL,
    "gegeven_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "factuurantwoord_pkey" PRIMARY KEY ("factuur_id")
);
CREATE UNIQUE INDEX "factuurantwoord_brief_id_key" ON "factuurantwoord"("brief_id");
CREATE INDEX "factuurantwoord_door_id_idx" ON "factuurantwoord"("door_id");
ALTER TABLE "factuurantwoord" ADD CONSTRAINT "factuurantwoord_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "factuurantwoord" ADD CONSTRAINT "factuurantwoord_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "factuurantwoord" ADD CONSTRAINT "factuurantwoord_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table factuurantwoord add constraint factuurantwoord_brief check ((tekst is null) = (brief_id is null));
create function bewaak_factuurantwoord() returns trigger language plpgsql as $$
begin
    if not exists (select from factuur f where f.id = new.factuur_id and f.status = 'afgekeurd') then
        raise exception 'factuur % is niet afgekeurd', new.factuur_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger factuurantwoord_hoort before insert on factuurantwoord for each row execute function bewaak_factuurantwoord();
create trigger factuurantwoord_vast before update or delete on factuurantwoord for each row execute function weiger_wijziging();
create trigger factuurantwoord_vast_truncate before truncate on factuurantwoord for each statement execute function weiger_wijziging();
revoke update, delete on factuurantwoord from stap_app;

-- ── The mailbox ───────────────────────────────────────────────────────────────────────────────────────────────
-- The addresses from which an opleider may mail its invoices.
CREATE TABLE "factuurafzender" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "adres" TEXT NOT NULL,
    "door_id" UUID NOT NULL,
    "vervallen_op" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "factuurafzender_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "factuurafzender_opleider_id_idx" ON "factuurafzender"("opleider_id");
CREATE INDEX "factuurafzender_door_id_idx" ON "factuurafzender"("door_id");
ALTER TABLE "factuurafzender" ADD CONSTRAINT "factuurafzender_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "factuurafzender" ADD CONSTRAINT "factuurafzender_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table factuurafzender add constraint factuurafzender_adres check (adres = lower(adres) and adres like '%_@_%');
create unique index factuurafzender_eenmaal on factuurafzender (opleider_id, adres) where vervallen_op is null;
revoke update, delete on factuurafzender from stap_app;
grant update (vervallen_op) on factuurafzender to stap_app;

-- Each invoice of each message that was mailed; known again by its bytes.
CREATE TABLE "postbusbericht" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "naam" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "volgnummer" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "afzender" TEXT,
    "kvk" TEXT,
    "toestand" TEXT NOT NULL,
    "reden" TEXT,
    "factuur_id" UUID,
    "ontvangen_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "afgehandeld_op" TIMESTAMPTZ(3),
    "afgehandeld_door" UUID,
    CONSTRAINT "postbusbericht_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "postbusbericht_sha256_volgnummer_key" ON "postbusbericht"("sha256", "volgnummer");
CREATE INDEX "postbusbericht_toestand_ontvangen_op_idx" ON "postbusbericht"("toestand", "ontvangen_op");
CREATE INDEX "postbusbericht_factuur_id_idx" ON "postbusbericht"("factuur_id");
CREATE INDEX "postbusbericht_document_id_idx" ON "postbusbericht"("document_id");
CREATE INDEX "postbusbericht_afgehandeld_door_idx" ON "postbusbericht"("afgehandeld_door");
ALTER TABLE "postbusbericht" ADD CONSTRAINT "postbusbericht_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "postbusbericht" ADD CONSTRAINT "postbusbericht_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "postbusbericht" ADD CONSTRAINT "postbusbericht_afgehandeld_door_fkey" FOREIGN KEY ("afgehandeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table postbusbericht
    add constraint postbusbericht_toestand check (toestand in ('verwerkt', 'vraag', 'afgehandeld')),
    add constraint postbusbericht_verwerkt check ((toestand = 'verwerkt') = (factuur_id is not null)),
    add constraint postbusbericht_reden check (toestand = 'verwerkt' or reden is not null),
    add constraint postbusbericht_afgehandeld check ((afgehandeld_op is null) = (afgehandeld_door is null) and (toestand <> 'afgehandeld' or afgehandeld_op is not null));
create function bewaak_postbusbericht() returns trigger language plpgsql as $$
begin
    if old.toestand <> 'vraag' or new.toestand = 'vraag' then
        raise exception 'bericht % is al afgehandeld', old.id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger postbusbericht_eenmaal before update on postbusbericht for each row execute function bewaak_postbusbericht();
revoke update, delete on postbusbericht from stap_app;
grant update (toestand, reden, factuur_id, afgehandeld_op, afgehandeld_door) on postbusbericht to stap_app;
