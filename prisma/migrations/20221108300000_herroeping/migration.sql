-- A besluit that took a grant away, or a part of it, is undone after a gegrond bezwaar or a judgment (Awb 7:11 lid 2, 8:72): proposed by
-- one, decided by another, with a new order and with the money that it takes (docs/adr/0035).

-- CreateTable
CREATE TABLE "herroeping" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "bestreden_besluit_id" UUID NOT NULL,
    "aanleiding" TEXT NOT NULL,
    "beslist_op" DATE NOT NULL,
    "referentie" TEXT NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "motivering" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'voorgesteld',
    "voorgesteld_door" UUID NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "besloten_door" UUID,
    "besloten_op" TIMESTAMPTZ(6),
    "toelichting" TEXT,
    "besluit_id" UUID,

    CONSTRAINT "herroeping_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "herroeping_besluit_id_key" ON "herroeping"("besluit_id");
CREATE INDEX "herroeping_aanvraag_id_idx" ON "herroeping"("aanvraag_id");
CREATE INDEX "herroeping_bestreden_besluit_id_idx" ON "herroeping"("bestreden_besluit_id");
ALTER TABLE "herroeping" ADD CONSTRAINT "herroeping_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "herroeping" ADD CONSTRAINT "herroeping_bestreden_besluit_id_fkey" FOREIGN KEY ("bestreden_besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "herroeping" ADD CONSTRAINT "herroeping_voorgesteld_door_fkey" FOREIGN KEY ("voorgesteld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "herroeping" ADD CONSTRAINT "herroeping_besloten_door_fkey" FOREIGN KEY ("besloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "herroeping" ADD CONSTRAINT "herroeping_besluit_id_fkey" FOREIGN KEY ("besluit_id") REFERENCES "besluit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table herroeping
    add constraint herroeping_aanleiding check (aanleiding in ('bezwaar', 'uitspraak', 'eigen-beweging')),
    add constraint herroeping_bedrag check (bedrag_cent > 0),
    add constraint herroeping_waarom check (length(btrim(motivering)) > 0 and length(btrim(referentie)) > 0),
    add constraint herroeping_status check (status in ('voorgesteld', 'besloten', 'afgewezen')),
    add constraint herroeping_einde check ((status = 'voorgesteld') = (besloten_door is null) and (besloten_door is null) = (besloten_op is null)
        and (status = 'besloten') = (besluit_id is not null) and (status = 'afgewezen') = (toelichting is not null)),
    add constraint herroeping_vier_ogen check (besloten_door <> voorgesteld_door);
create unique index herroeping_een_open on herroeping (aanvraag_id) where status = 'voorgesteld';
-- What was undone cannot be undone again.
create unique index herroeping_een_per_besluit on herroeping (bestreden_besluit_id) where status = 'besloten';

create function bewaak_herroeping() returns trigger language plpgsql as $$
begin
    if old.status <> 'voorgesteld' or (to_jsonb(new) - array['status', 'besloten_door', 'besloten_op', 'toelichting', 'besluit_id'])
            is distinct from (to_jsonb(old) - array['status', 'besloten_door', 'besloten_op', 'toelichting', 'besluit_id']) then
        raise exception 'een voorstel om te herroepen ligt vast; alleen de beslissing komt erbij, een keer' using errcode = '23514';
    end if;
    -- Awb 10:3 lid 3: on an objection decides somebody else than who took the besluit.
    if new.besloten_door is not null and exists (select from besluit b where b.id = new.bestreden_besluit_id and b.genomen_door = new.besloten_door) then
        raise exception 'over een herroeping beslist een ander dan wie het besluit nam (Awb 10:3 lid 3)' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger herroeping_vast before update on herroeping for each row execute function bewaak_herroeping();
create trigger herroeping_blijft before delete on herroeping for each row execute function weiger_wijziging();
create trigger herroeping_blijft_truncate before truncate on herroeping for each statement execute function weiger_wijziging();
revoke update, delete on herroeping from stap_app;
grant update (status, besloten_door, besloten_op, toelichting, besluit_id) on herroeping to stap_app;

-- ── The besluit ───────────────────────────────────────────────────────────────────────────────────────────────
alter table besluit drop constraint besluit_soort;
alter table besluit add constraint besluit_soort check (soort in (
    'verlening', 'afwijzing', 'vaststelling', 'intrekking', 'wijziging', 'herziening', 'herroeping', 'uitsluiting', 'opheffing-uitsluiting'));

-- The aanvraag goes on where it was: granted, or disputed by the burger.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'ingetrokken', 'verleend', 'herroep-intrekking', '{teamleider}'),
    ('aanvraag', 'ingetrokken', 'betwist', 'herroep-intrekking', '{teamleider}');

create or replace function bewaak_besluit_achteraf() returns trigger language plpgsql as $$
declare verleend integer; geldend integer; besteld integer; aangekondigd voornemen; gesteld integer; jaren integer; sinds date;
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
    -- A herroeping is to nobody's detriment: it rests on a proposal of one that another decided on, and says what that proposal said.
    if new.soort = 'herroeping' then
        if not exists (select from herroeping h join besluit b on b.id = h.bestreden_besluit_id where h.besluit_id = new.id and h.aanvraag_id = new.aanvraag_id
                         and b.aanvraag_id = new.aanvraag_id and h.bedrag_cent = new.bedrag_cent and new.bedrag_cent > b.bedrag_cent and h.besloten_door = new.genomen_door) then
            raise exception 'besluit %: over deze herroeping is niet door twee mensen beslist', new.kenmerk using errcode = '23514';
        end if;
        return null;
    end if;

    -- What held just before: the last vaststelling, herziening or herroeping, else the last wijziging, else the verlening.
    select b.bedrag_cent into geldend from besluit b
    where b.aanvraag_id = new.aanvraag_id and b.id <> new.id and b.soort in ('verlening', 'wijziging', 'vaststelling', 'herziening', 'herroeping')
    order by b.genomen_op >= coalesce((select max(h.genomen_op) from besluit h where h.aanvraag_id = new.aanvraag_id and h.soort = 'herroeping'), b.genomen_op) desc,
             array_position(array['verlening', 'wijziging', 'herroeping', 'vaststelling', 'herziening'], b.soort) desc, b.genomen_op desc, b.kenmerk desc limit 1;
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
    if aangekondigd.reageren_tot >= (new.genomen_op at time zone 'Europe/Amsterdam')::date and not is_gehoord(aangekondigd, new.genomen_door) then
        raise exception 'besluit %: er kan nog op het voornemen worden gereageerd', new.kenmerk using errcode = '23514';
    end if;
    -- Awb 4:49 lid 3: five years after the vaststelling, or after the day on which the obligation was not met.
    if new.soort = 'herziening' then
        select (p.waarde ->> 'jaren')::integer into jaren from parameter p where p.naam = 'herzieningstermijn' and daterange(p.geldig_van, p.geldig_tot) @> (new.genomen_op at time zone 'Europe/Amsterdam')::date;
        select case when aangekondigd.grond = 'niet-nagekomen-na-vaststelling' then aangekondigd.ingaat_op else max((b.genomen_op at time zone 'Europe/Amsterdam')::date) end into sinds
        from besluit b where b.aanvraag_id = new.aanvraag_id and b.soort = 'vaststelling';
        if (new.genomen_op at time zone 'Europe/Amsterdam')::date > sinds + make_interval(years => jaren) then
            raise exception 'besluit %: de termijn van % jaar is voorbij (Awb 4:49 lid 3)', new.kenmerk, jaren using errcode = '23514';
        end if;
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
    -- Awb 4:50 lid 2: whoever relied on the subsidy is asked what that cost, and the answer stands beside the besluit.
    if aangekondigd.grond in ('verlening-onjuist', 'veranderde-omstandigheden') and not exists (select from schadevergoeding s where s.besluit_id = new.id) then
        raise exception 'besluit %: niet is vastgelegd of er schade wordt vergoed (Awb 4:50 lid 2)', new.kenmerk using errcode = '23514';
    end if;
    return null;
end $$;

-- ── The order ─────────────────────────────────────────────────────────────────────────────────────────────────
-- An order that ended is made anew under another number, and one that was lowered is raised, only by a herroeping and never above it.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('verplichting', 'vervallen', 'open', 'herstel', '{teamleider}'),
    ('verplichting', 'vervallen', 'deels-gefactureerd', 'herstel-deel', '{teamleider}'),
    ('verplichting', 'betaald', 'deels-gefactureerd', 'herstel-deel', '{teamleider}'),
    ('verplichting', 'gefactureerd', 'deels-gefactureerd', 'herstel-deel', '{teamleider}');
create or replace function bewaak_verlegging() returns trigger language plpgsql as $$
begin
    if new.opleider_id <> old.opleider_id and (old.status <> 'open' or new.status <> 'open' or new.ordernummer = old.ordernummer) then
        raise exception 'een opdracht gaat alleen zonder factuur en met een nieuw nummer naar een andere opleider' using errcode = '23514';
    end if;
    if new.bedrag_cent < (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = new.id) then
        raise exception 'een opdracht wordt nooit lager dan wat is gefactureerd' using errcode = '23514';
    end if;
    if new.bedrag_cent > old.bedrag_cent or (old.status = 'vervallen' and new.status <> 'vervallen') then
        if old.status = 'vervallen' and new.ordernummer = old.ordernummer then
            raise exception 'een opdracht die is vervallen, komt alleen terug met een nieuw nummer' using errcode = '23514';
        end if;
        if new.bedrag_cent > coalesce((select max(b.bedrag_cent) from besluit b where b.aanvraag_id = new.aanvraag_id and b.soort = 'herroeping'), 0) then
            raise exception 'een opdracht wordt alleen hoger door een herroeping, en nooit meer dan daarin staat' using errcode = '23514';
        end if;
    end if;
    return new;
end $$;
create trigger verplichting_hersteld before update of status on verplichting for each row
    when (old.status = 'vervallen' and new.status <> 'vervallen') execute function bewaak_verlegging();
