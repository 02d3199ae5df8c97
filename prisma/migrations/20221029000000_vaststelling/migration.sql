-- Decisions after a grant (Awb 4:42-4:57): what is announced, what the persons concerned say of it, how it was weighed, and the
-- exclusion of a burger for a period (docs/adr/0035).

alter table besluit drop constraint besluit_soort;
alter table besluit add constraint besluit_soort check (soort in (
    'verlening', 'afwijzing', 'vaststelling', 'intrekking', 'wijziging', 'herziening', 'uitsluiting', 'opheffing-uitsluiting'));

-- CreateTable
CREATE TABLE "voornemen" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "besluit_soort" TEXT NOT NULL,
    "grond" TEXT NOT NULL,
    "bedrag_cent" INTEGER,
    "van" TEXT,
    "werkt_terug" BOOLEAN,
    "ingaat_op" DATE,
    "maanden" SMALLINT,
    "reden" TEXT NOT NULL,
    "reageren_tot" DATE NOT NULL,
    "brief_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "besluit_id" UUID,

    CONSTRAINT "voornemen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zienswijze" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "voornemen_id" UUID NOT NULL,
    "van" TEXT NOT NULL,
    "kanaal" TEXT NOT NULL,
    "ziet_af" BOOLEAN NOT NULL DEFAULT false,
    "tekst" TEXT NOT NULL,
    "document_id" UUID,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "zienswijze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weging" (
    "voornemen_id" UUID NOT NULL,
    "vraag" TEXT NOT NULL,
    "antwoord" TEXT NOT NULL,
    "toelichting" TEXT NOT NULL,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "weging_pkey" PRIMARY KEY ("voornemen_id", "vraag")
);

-- CreateTable
CREATE TABLE "uitsluiting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "burger_id" UUID NOT NULL,
    "besluit_id" UUID NOT NULL,
    "ingaat_op" DATE NOT NULL,
    "eindigt_op" DATE NOT NULL,
    "opgeheven_op" TIMESTAMPTZ(6),
    "opheffing_besluit_id" UUID,

    CONSTRAINT "uitsluiting_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "voornemen_brief_id_key" ON "voornemen"("brief_id");
CREATE UNIQUE INDEX "voornemen_besluit_id_key" ON "voornemen"("besluit_id");
CREATE INDEX "voornemen_aanvraag_id_idx" ON "voornemen"("aanvraag_id");
CREATE INDEX "zienswijze_voornemen_id_idx" ON "zienswijze"("voornemen_id");
CREATE UNIQUE INDEX "uitsluiting_besluit_id_key" ON "uitsluiting"("besluit_id");
CREATE UNIQUE INDEX "uitsluiting_opheffing_besluit_id_key" ON "uitsluiting"("opheffing_besluit_id");
CREATE INDEX "uitsluiting_burger_id_idx" ON "uitsluiting"("burger_id");
ALTER TABLE "voornemen" ADD CONSTRAINT "voornemen_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "voornemen" ADD CONSTRAINT "voornemen_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "voornemen" ADD CONSTRAINT "voornemen_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "voornemen" ADD CONSTRAINT "voornemen_besluit_id_fkey" FOREIGN KEY ("besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "zienswijze" ADD CONSTRAINT "zienswijze_voornemen_id_fkey" FOREIGN KEY ("voornemen_id") REFERENCES "voornemen"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "zienswijze" ADD CONSTRAINT "zienswijze_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "zienswijze" ADD CONSTRAINT "zienswijze_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "weging" ADD CONSTRAINT "weging_voornemen_id_fkey" FOREIGN KEY ("voornemen_id") REFERENCES "voornemen"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "weging" ADD CONSTRAINT "weging_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "uitsluiting" ADD CONSTRAINT "uitsluiting_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "uitsluiting" ADD CONSTRAINT "uitsluiting_besluit_id_fkey" FOREIGN KEY ("besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "uitsluiting" ADD CONSTRAINT "uitsluiting_opheffing_besluit_id_fkey" FOREIGN KEY ("opheffing_besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table voornemen
    add constraint voornemen_soort check (besluit_soort in ('vaststelling', 'intrekking', 'wijziging', 'herziening', 'uitsluiting')),
    add constraint voornemen_status check (status in ('open', 'besloten', 'vervallen') and (status = 'besloten') = (besluit_id is not null)),
    add constraint voornemen_geld check (case when besluit_soort = 'uitsluiting'
        then bedrag_cent is null and van is null and maanden >= 1
        else bedrag_cent >= 0 and van in ('opleider', 'burger', 'niemand') and maanden is null end),
    add constraint voornemen_termijn check (reageren_tot > (op at time zone 'Europe/Amsterdam')::date);
-- One announced besluit about the money at a time, and one about an exclusion.
create unique index voornemen_een_open on voornemen (aanvraag_id, (besluit_soort = 'uitsluiting')) where status = 'open';
alter table zienswijze
    add constraint zienswijze_van check (van in ('burger', 'opleider')),
    add constraint zienswijze_kanaal check (kanaal in ('online', 'telefoon', 'gesprek', 'brief')),
    add constraint zienswijze_tekst check (ziet_af or length(tekst) > 0);
alter table weging add constraint weging_tekst check (length(antwoord) > 0 and length(toelichting) > 0);
alter table uitsluiting
    add constraint uitsluiting_periode check (eindigt_op > ingaat_op),
    add constraint uitsluiting_opheffing check ((opgeheven_op is null) = (opheffing_besluit_id is null)),
    -- Who is excluded already is not excluded once more for the same days.
    add constraint uitsluiting_geen_overlap exclude using gist (burger_id with =, daterange(ingaat_op, eindigt_op) with &&) where (opgeheven_op is null);

-- An announced besluit never changes; it ends once, with its besluit or without.
create function bewaak_voornemen() returns trigger language plpgsql as $$
begin
    if old.status <> 'open' or new.status = 'open'
       or (to_jsonb(old) - 'status' - 'besluit_id') is distinct from (to_jsonb(new) - 'status' - 'besluit_id') then
        raise exception 'een voornemen ligt vast en eindigt een keer' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger voornemen_vast before update on voornemen for each row execute function bewaak_voornemen();

-- A period of the regeling at most, and lifted once.
create function bewaak_uitsluiting() returns trigger language plpgsql as $$
declare hoogstens integer;
begin
    if tg_op = 'UPDATE' then
        if old.opgeheven_op is not null or (old.burger_id, old.besluit_id, old.ingaat_op, old.eindigt_op) is distinct from (new.burger_id, new.besluit_id, new.ingaat_op, new.eindigt_op) then
            raise exception 'een uitsluiting ligt vast en wordt een keer opgeheven' using errcode = '23514';
        end if;
        return new;
    end if;
    select (p.waarde ->> 'maximaalMaanden')::integer into hoogstens from parameter p
    where p.naam = 'uitsluitingsduur' and daterange(p.geldig_van, p.geldig_tot) @> new.ingaat_op;
    if hoogstens is null or new.eindigt_op > new.ingaat_op + make_interval(months => hoogstens) then
        raise exception 'een uitsluiting duurt ten hoogste % maanden', hoogstens using errcode = '23514';
    end if;
    if not exists (select from besluit b join aanvraag a on a.id = b.aanvraag_id where b.id = new.besluit_id and b.soort = 'uitsluiting' and a.burger_id = new.burger_id) then
        raise exception 'een uitsluiting rust op een eigen besluit over deze burger' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger uitsluiting_vast before insert or update on uitsluiting for each row execute function bewaak_uitsluiting();

-- Awb 4:8 with 4:12 lid 2, 3:4 and 3:46: nothing to somebody's detriment without a voornemen, time to react, and every question
-- of the weighing answered; never worse than was announced; never more than was granted.
create function bewaak_besluit_achteraf() returns trigger language plpgsql as $$
declare verleend integer; geldend integer; besteld integer; aangekondigd voornemen; gesteld integer;
begin
    select bedrag_cent into verleend from besluit where aanvraag_id = new.aanvraag_id and soort = 'verlening';
    if new.soort not in ('uitsluiting', 'opheffing-uitsluiting') then
        if verleend is null then
            raise exception 'besluit % gaat over een aanvraag die nooit is verleend', new.kenmerk using errcode = '23514';
        end if;
        if new.bedrag_cent > verleend then
            raise exception 'besluit %: % cent is meer dan de % cent die is verleend', new.kenmerk, new.bedrag_cent, verleend using errcode = '23514';
        end if;
    end if;
    if new.soort = 'opheffing-uitsluiting' or 'op-verzoek' = any (new.gronden) then return null; end if;

    -- What held just before: the last vaststelling or herziening, else the last wijziging, else the verlening.
    select b.bedrag_cent into geldend from besluit b
    where b.aanvraag_id = new.aanvraag_id and b.id <> new.id and b.soort in ('verlening', 'wijziging', 'vaststelling', 'herziening')
    order by array_position(array['verlening', 'wijziging', 'vaststelling', 'herziening'], b.soort) desc, b.genomen_op desc, b.kenmerk desc limit 1;
    -- A switch to a cheaper scholing lowered the order without a besluit; what this besluit takes off it does not count.
    if new.soort in ('vaststelling', 'wijziging') then
        select v.bedrag_cent + case when v.status = 'vervallen' then 0 else coalesce((
            select sum(r.bedrag_cent) from boeking k join boekingsregel r on r.boeking_id = k.id
            where k.soort = 'laat-verplichting-vervallen' and k.oorzaak = 'besluit' and k.oorzaak_id = new.id::text and r.rekening = 'vrij'), 0) end
        into besteld from verplichting v where v.aanvraag_id = new.aanvraag_id;
        geldend := least(geldend, besteld);
    end if;
    if new.soort in ('vaststelling', 'wijziging', 'herziening') and new.bedrag_cent >= geldend then
        if new.soort = 'wijziging' then raise exception 'een wijziging na de verlening is lager dan % cent', geldend using errcode = '23514'; end if;
        if new.soort = 'herziening' and not exists (select from besluit b where b.aanvraag_id = new.aanvraag_id and b.soort = 'vaststelling') then
            raise exception 'er is nog geen vaststelling om te herzien' using errcode = '23514';
        end if;
        if new.soort <> 'herziening' and new.bedrag_cent > geldend then
            raise exception 'besluit %: meer dan de % cent die nu gelden', new.kenmerk, geldend using errcode = '23514';
        end if;
        return null;
    end if;

    select * into aangekondigd from voornemen v where v.besluit_id = new.id and v.besluit_soort = new.soort and v.aanvraag_id = new.aanvraag_id;
    if not found then
        raise exception 'besluit % is niet aangekondigd met een voornemen (Awb 4:8, 4:12 lid 2)', new.kenmerk using errcode = '23514';
    end if;
    if aangekondigd.reageren_tot >= (new.genomen_op at time zone 'Europe/Amsterdam')::date
       and not exists (select from zienswijze z where z.voornemen_id = aangekondigd.id and z.van = case aangekondigd.van when 'opleider' then 'opleider' else 'burger' end) then
        raise exception 'besluit %: er kan nog op het voornemen worden gereageerd', new.kenmerk using errcode = '23514';
    end if;
    if new.soort <> 'uitsluiting' and new.bedrag_cent < aangekondigd.bedrag_cent then
        raise exception 'besluit %: % cent is lager dan de % cent van het voornemen', new.kenmerk, new.bedrag_cent, aangekondigd.bedrag_cent using errcode = '23514';
    end if;
    select count(*) into gesteld from weging w where w.voornemen_id = aangekondigd.id and w.vraag = any (
        case when aangekondigd.van = 'opleider' then array['oorzaak', 'zienswijze', 'evenredigheid']
             else array['contact', 'oorzaak', 'ziekte', 'verwijt', 'gemeld', 'geldproblemen', 'zienswijze', 'evenredigheid'] end);
    if gesteld < (case when aangekondigd.van = 'opleider' then 3 else 8 end) then
        raise exception 'besluit %: niet elke vraag van de weging is beantwoord (Awb 3:4)', new.kenmerk using errcode = '23514';
    end if;
    return null;
end $$;
-- Not on a verlening or an afwijzing: those are taken by thousands.
create constraint trigger besluit_achteraf after insert on besluit deferrable initially deferred
    for each row when (new.soort not in ('verlening', 'afwijzing')) execute function bewaak_besluit_achteraf();

do $$
declare tabel text;
begin
    foreach tabel in array array['zienswijze', 'weging'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke update, delete on voornemen, zienswijze, weging, uitsluiting from stap_app;
grant update (status, besluit_id) on voornemen to stap_app;
grant update (opgeheven_op, opheffing_besluit_id) on uitsluiting to stap_app;

insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'verleend', 'ingetrokken', 'trek-verlening-in', '{behandelaar,teamleider}'),
    ('aanvraag', 'betwist', 'ingetrokken', 'trek-verlening-in', '{behandelaar,teamleider}');

-- The terms of these decisions.
insert into parameter (naam, waarde, geldig_van, geldig_tot, bron) select v.naam, v.waarde::jsonb, date '2022-01-01', v.tot::date, v.bron
from (values
    ('zienswijze-termijn', '{"dagen": 14}', '2027-01-01', 'Eigen keuze, nog vast te stellen; Awb 4:8 en 4:9 noemen geen termijn'),
    ('intrekking-termijn', '{"dagen": 28}', '2027-01-01', 'Eigen keuze, nog vast te stellen; Awb 4:50 lid 1: een redelijke termijn'),
    ('herzieningstermijn', '{"jaren": 5}', null, 'Awb 4:49 lid 3')
) as v (naam, waarde, tot, bron)
where exists (select from parameter);

-- A lower order whose invoice was given back waits for a new one.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('verplichting', 'gefactureerd', 'open', 'verlaag', '{behandelaar,teamleider}') on conflict do nothing;
