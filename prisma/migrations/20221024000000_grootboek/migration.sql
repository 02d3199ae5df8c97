-- The ledger of the whole life of a grant: what is settled, claimed back, written off or waived, interest both ways, and years that
-- are closed (docs/adr/0031).

-- ── Boekjaar ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A boeking belongs to the year in Amsterdam in which it is made, unless it says otherwise: the budget of a tijdvak belongs to the year
-- in which that opens, and the closing of a year is written after it.
alter table boeking add column boekjaar smallint;
alter table boeking disable trigger boeking_vast;
update boeking set boekjaar = extract(year from geboekt_op at time zone 'Europe/Amsterdam');
update boeking b set boekjaar = extract(year from t.opent_op at time zone 'Europe/Amsterdam')
from compartiment c join tijdvak t on t.id = c.tijdvak_id
where b.soort in ('stel-plafond-vast', 'sta-overschrijding-toe') and b.oorzaak = 'compartiment' and c.id::text = b.oorzaak_id;
alter table boeking enable trigger boeking_vast;
alter table boeking
    alter column boekjaar set default extract(year from nu() at time zone 'Europe/Amsterdam')::smallint,
    alter column boekjaar set not null,
    add constraint boeking_boekjaar check (boekjaar between 2021 and 2100);

-- CreateTable
CREATE TABLE "boekjaar" (
    "jaar" SMALLINT NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),
    "voorgesteld_door" UUID NOT NULL,
    "gesloten_op" TIMESTAMPTZ(3),
    "gesloten_door" UUID,

    CONSTRAINT "boekjaar_pkey" PRIMARY KEY ("jaar")
);
ALTER TABLE "boekjaar" ADD CONSTRAINT "boekjaar_voorgesteld_door_fkey" FOREIGN KEY ("voorgesteld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "boekjaar" ADD CONSTRAINT "boekjaar_gesloten_door_fkey" FOREIGN KEY ("gesloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table boekjaar
    add constraint boekjaar_gesloten check ((gesloten_op is null) = (gesloten_door is null)),
    add constraint boekjaar_vier_ogen check (gesloten_door <> voorgesteld_door),
    add constraint boekjaar_voorbij check (extract(year from gesloten_op at time zone 'Europe/Amsterdam') > jaar);

create function bewaak_gesloten_boekjaar() returns trigger language plpgsql as $$
begin
    if old.gesloten_op is not null or new.jaar <> old.jaar then
        raise exception 'boekjaar % ligt vast', old.jaar using errcode = '23514';
    end if;
    return new;
end $$;
create trigger boekjaar_vast before update on boekjaar for each row execute function bewaak_gesloten_boekjaar();
create trigger boekjaar_blijft before delete on boekjaar for each row execute function weiger_wijziging();
create trigger boekjaar_blijft_truncate before truncate on boekjaar for each statement execute function weiger_wijziging();
revoke update, delete on boekjaar from stap_app;
grant update (voorgesteld_op, voorgesteld_door, gesloten_op, gesloten_door) on boekjaar to stap_app;

-- Who books holds the year; who closes it waits for what is under way, and what comes after sees it closed.
create function bewaak_boekjaar() returns trigger language plpgsql as $$
declare j smallint;
begin
    for j in select distinct boekjaar from nieuw order by boekjaar loop
        perform pg_advisory_xact_lock_shared(7300124, j);
        if exists (select from boekjaar where jaar = j and gesloten_op is not null) then
            raise exception 'boekjaar % is gesloten: er kan niets meer in worden geboekt', j using errcode = '23514';
        end if;
    end loop;
    return null;
end $$;
create trigger boeking_boekjaar after insert on boeking
    referencing new table as nieuw for each statement execute function bewaak_boekjaar();

-- What leaves a year comes into the next, in the same transaction: the closing of a year changes no stand.
create function bewaak_overloop() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(r.bedrag_cent), 0) from boeking b join boekingsregel r on r.boeking_id = b.id
        where b.oorzaak = new.oorzaak and b.oorzaak_id = new.oorzaak_id and b.soort in ('sluit-jaar', 'open-jaar') and r.rekening = 'overloop') <> 0 then
        raise exception 'wat met boeking % een jaar uitgaat, komt niet in het volgende', new.id using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger boeking_overloop after insert on boeking deferrable initially deferred
    for each row when (new.soort in ('sluit-jaar', 'open-jaar')) execute function bewaak_overloop();

-- ── Accounts ──────────────────────────────────────────────────────────────────────────────────────────────────
alter table boekingsregel drop constraint boekingsregel_rekening;
alter table boekingsregel add constraint boekingsregel_rekening check (rekening in (
    'plafond', 'vrij', 'gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'vastgesteld', 'debiteuren', 'oninbaar', 'overloop',
    'rentelast', 'rente-crediteuren', 'rente-betaald', 'rentebaat', 'rente-debiteuren', 'rente-ontvangen'));

-- As in 20221020000000_bulk, with the accounts that came after: what was settled, is claimed back or was written off stays spent
-- until it is received. Interest and the passage between years are no part of a plafond.
create or replace function verwerk_boekingsregels() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if exists (
        select from (select distinct boeking_id from nieuw) n
        where not exists (select from boeking b where b.id = n.boeking_id and b.xid = pg_current_xact_id())
    ) then
        raise exception 'een regel kan niet worden toegevoegd aan een boeking die al vastligt' using errcode = '23514';
    end if;
    if exists (
        select from (select distinct compartiment_id from nieuw) n
        where not exists (select from compartiment c where c.id = n.compartiment_id)
    ) then
        raise exception 'een regel van een boeking noemt een compartiment dat er niet is' using errcode = '23503';
    end if;
    update compartiment c
    set gereserveerd_cent = c.gereserveerd_cent + d.gereserveerd,
        verplicht_cent = c.verplicht_cent + d.verplicht,
        betaald_cent = c.betaald_cent + d.betaald
    from (
        select compartiment_id,
               coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as gereserveerd,
               coalesce(sum(bedrag_cent) filter (where rekening in ('verplicht', 'crediteuren')), 0) as verplicht,
               coalesce(sum(bedrag_cent) filter (where rekening in ('betaald', 'vastgesteld', 'debiteuren', 'oninbaar')), 0) as betaald
        from nieuw group by compartiment_id
    ) d
    where c.id = d.compartiment_id and (d.gereserveerd, d.verplicht, d.betaald) <> (0, 0, 0);
    return null;
end $$;
