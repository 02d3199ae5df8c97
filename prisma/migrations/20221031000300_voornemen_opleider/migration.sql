-- An opleider reacts to a voornemen in its portal, also when it would only not be paid; and what reliance on a subsidy cost is asked,
-- recorded and followed until it was paid (Awb 4:8, 4:50 lid 2; docs/adr/0035).

alter table voornemen
    add column opleider_brief_id uuid,
    add column opleider_besluit_brief_id uuid,
    -- what would come back at most, as it was announced
    add column terug_cent integer,
    add constraint voornemen_terug check (terug_cent >= 0),
    add constraint voornemen_opleider_brief_id_fkey foreign key (opleider_brief_id) references brief (id) on delete restrict on update restrict,
    add constraint voornemen_opleider_besluit_brief_id_fkey foreign key (opleider_besluit_brief_id) references brief (id) on delete restrict on update restrict,
    -- Who was asked hears what came of it (Awb 3:43), and nobody else.
    add constraint voornemen_opleider_hoort check (opleider_besluit_brief_id is null or (opleider_brief_id is not null and status <> 'open'));
create unique index voornemen_opleider_brief_id_key on voornemen (opleider_brief_id);
create unique index voornemen_opleider_besluit_brief_id_key on voornemen (opleider_besluit_brief_id);
create or replace function bewaak_voornemen() returns trigger language plpgsql as $$
begin
    if old.status <> 'open' or new.status = 'open'
       or (to_jsonb(old) - 'status' - 'besluit_id' - 'opleider_besluit_brief_id') is distinct from (to_jsonb(new) - 'status' - 'besluit_id' - 'opleider_besluit_brief_id') then
        raise exception 'een voornemen ligt vast en eindigt een keer' using errcode = '23514';
    end if;
    return new;
end $$;
grant update (opleider_besluit_brief_id) on voornemen to stap_app;

-- Somebody who reacts may add to it until the term ends, unless they say that this is all.
alter table zienswijze add column klaar boolean not null default false;

create table schadevergoeding (
    besluit_id uuid not null,
    bedrag_cent integer not null,
    toelichting text not null,
    door_id uuid not null,
    op timestamptz(6) not null default nu(),
    betaald_op date,
    betaald_kenmerk text,
    betaald_door uuid,
    constraint schadevergoeding_pkey primary key (besluit_id),
    constraint schadevergoeding_besluit_id_fkey foreign key (besluit_id) references besluit (id) on delete restrict on update restrict,
    constraint schadevergoeding_door_id_fkey foreign key (door_id) references gebruiker (id) on delete restrict on update restrict,
    constraint schadevergoeding_betaald_door_fkey foreign key (betaald_door) references gebruiker (id) on delete restrict on update restrict,
    constraint schadevergoeding_bedrag check (bedrag_cent >= 0),
    constraint schadevergoeding_toelichting check (length(toelichting) > 0),
    constraint schadevergoeding_betaald check (num_nonnulls(betaald_op, betaald_kenmerk, betaald_door) in (0, 3)),
    -- Nothing is paid on nothing, and never written down by who decided on the amount.
    constraint schadevergoeding_tweede check (betaald_door is null or (bedrag_cent > 0 and betaald_door <> door_id))
);
create index schadevergoeding_te_betalen on schadevergoeding (besluit_id) where bedrag_cent > 0 and betaald_op is null;

-- What was decided never changes; that it was paid is written down once.
create function bewaak_schadevergoeding() returns trigger language plpgsql as $$
begin
    if old.betaald_op is not null or new.betaald_op is null
       or (old.besluit_id, old.bedrag_cent, old.toelichting, old.door_id, old.op) is distinct from (new.besluit_id, new.bedrag_cent, new.toelichting, new.door_id, new.op) then
        raise exception 'een schadevergoeding ligt vast en wordt een keer betaald' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger schadevergoeding_vast before update on schadevergoeding for each row execute function bewaak_schadevergoeding();
revoke update, delete on schadevergoeding from stap_app;
grant update (betaald_op, betaald_kenmerk, betaald_door) on schadevergoeding to stap_app;

-- The burger said to be done, and the opleider when it was asked (Awb 4:8): online, or written down by somebody else than who decides.
-- The rule beside it: rules/vaststelling-voornemen.ts.
create function is_gehoord(een voornemen, beslisser uuid) returns boolean language sql stable as $$
    select coalesce(bool_and(exists (select from zienswijze z where z.voornemen_id = een.id and z.van = wie and (z.klaar or z.ziet_af)
                                        and (z.kanaal = 'online' or z.door_id is distinct from beslisser))), false)
    from unnest(case when een.besluit_soort <> 'uitsluiting' and (een.van = 'opleider' or een.opleider_brief_id is not null) then array['burger', 'opleider'] else array['burger'] end) as wie
$$;

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

-- An intrekking from a later day takes effect by a job on that day.
update status_overgang set rollen = '{behandelaar,teamleider,systeem}' where onderwerp = 'aanvraag' and handeling = 'trek-verlening-in';

-- Indexed amounts of the fee for an aanmaning (Awb 4:113, 11:2 lid 1).
update parameter set geldig_tot = date '2026-01-01' where naam = 'aanmaning' and geldig_tot is null and geldig_van < date '2026-01-01';
insert into parameter (naam, waarde, geldig_van, geldig_tot, bron)
select 'aanmaning', '{"weken": 2, "grensCent": 50000, "onderGrensCent": 800, "vanafGrensCent": 1900}'::jsonb, date '2026-01-01', null,
       'Awb 4:112 lid 1 en 4:113 lid 1, bedragen van een latere tekst (pgawb.nl) waarvan de begindag niet is gevonden'
where exists (select from parameter where naam = 'aanmaning') and not exists (select from parameter where naam = 'aanmaning' and geldig_van >= date '2026-01-01');
