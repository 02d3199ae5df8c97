-- What an opening writes by the thousand is judged once per statement, and fills no index that nobody reads (docs/adr/0028).

-- ── References of what is only added to ───────────────────────────────────────────────────────────────────────
-- A foreign key looks its parent up with a query and a row lock for every row. These keep standing as what they say (NOT ENFORCED)
-- and are judged per statement instead. The lock is not needed, because the parent can never go away: an aanvraag is a dossier and
-- stays, like the boeking and the compartiment that were written in the ledger.
create function bewaak_aanvraag_bestaat() returns trigger language plpgsql
    -- The plan is kept for the life of a connection and must suit one row and ten thousand.
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set jit = off as $$
begin
    if exists (select from nieuw n where not exists (select from aanvraag a where a.id = n.aanvraag_id)) then
        raise exception '% hoort bij een aanvraag die er niet is', tg_table_name using errcode = '23503';
    end if;
    return null;
end $$;
create trigger indiening_aanvraag after insert on indiening
    referencing new table as nieuw for each statement execute function bewaak_aanvraag_bestaat();
create trigger toewijzing_aanvraag after insert on toewijzing
    referencing new table as nieuw for each statement execute function bewaak_aanvraag_bestaat();
alter table indiening alter constraint indiening_aanvraag_id_fkey not enforced;
alter table toewijzing alter constraint toewijzing_aanvraag_id_fkey not enforced;

create function weiger_verdwijnen() returns trigger language plpgsql as $$
begin
    raise exception '% % blijft bestaan', tg_table_name, old.id using errcode = '23503';
end $$;
do $$
declare tabel text;
begin
    foreach tabel in array array['aanvraag', 'compartiment'] loop
        execute format('create trigger %I before delete on %I for each row execute function weiger_verdwijnen()', tabel || '_blijft', tabel);
        execute format('create trigger %I before update of id on %I for each row when (new.id <> old.id) execute function weiger_verdwijnen()', tabel || '_blijft_zichzelf', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_blijft_truncate', tabel);
    end loop;
end $$;
-- a decision keeps the aanvraag that it is about; of a receipt nothing changes at all
create trigger toewijzing_blijft_van before update of aanvraag_id on toewijzing for each row
    when (new.aanvraag_id <> old.aanvraag_id) execute function weiger_wijziging();
revoke delete on aanvraag, compartiment from stap_app;

-- ── I5: the lines of a boeking ────────────────────────────────────────────────────────────────────────────────
-- A line belongs to a boeking of its own transaction, which can therefore not go away, and to a compartiment that is there.
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
               coalesce(sum(bedrag_cent) filter (where rekening = 'betaald'), 0) as betaald
        from nieuw group by compartiment_id
    ) d
    where c.id = d.compartiment_id and (d.gereserveerd, d.verplicht, d.betaald) <> (0, 0, 0);
    return null;
end $$;
alter table boekingsregel alter constraint boekingsregel_boeking_id_fkey not enforced;
alter table boekingsregel alter constraint boekingsregel_compartiment_id_fkey not enforced;

-- ── Indexes ───────────────────────────────────────────────────────────────────────────────────────────────────
-- Nobody asks the ledger by compartiment and rekening: the stand is kept in the compartiment, and who adds all of it up reads all of it.
drop index boekingsregel_compartiment_id_rekening_idx;
-- An aanmeldbewijs is used during an opening: an index that names its status would be written for each.
drop index if exists aanmeldbewijs_deelnemer;
create index aanmeldbewijs_deelnemer on aanmeldbewijs (scholingsactiviteit_id, studentnummer);
