-- The path of an opening: intake and allocation write each aanvraag once each, thousands a second (docs/adr/0018).

-- ── Room to change a row where it is ──────────────────────────────────────────────────────────────────────────
-- PostgreSQL can change a row without touching any of its indexes (HOT) when no indexed value changes and its page has room.
-- During an opening every aanvraag changes status twice. So NO INDEX OF aanvraag NAMES THE STATUS, in its columns or in its
-- condition, nor what intake writes (ingediend_op, kalenderjaar, beslis_uiterlijk_op, versie); a test keeps it so. What must be
-- found or kept unique by status has a generated column that stays the same while an opening runs.
alter table aanvraag set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
-- (adding these writes the table anew, so that the rows that are there get the room too)
alter table aanvraag add column loopt boolean generated always as (status not in ('ingetrokken', 'afgewezen')) stored;
alter table aanvraag add column werk_uiterlijk_op date
    generated always as (case when status in ('in-behandeling', 'aangehouden') then beslis_uiterlijk_op end) stored;
alter table aanmeldbewijs set (fillfactor = 50);

drop index aanvraag_een_per_aanmeldbewijs;
drop index aanvraag_een_per_tijdvak;
create unique index aanvraag_een_per_aanmeldbewijs on aanvraag (aanmeldbewijs_id) where loopt;
create unique index aanvraag_een_per_tijdvak on aanvraag (burger_id, tijdvak_id) where loopt;
drop index aanvraag_werkvoorraad;
create index aanvraag_werkvoorraad on aanvraag (werk_uiterlijk_op) where werk_uiterlijk_op is not null;
drop index aanvraag_status_idx;
drop index aanvraag_tijdvak;
drop index if exists aanvraag_gereed;
-- whether an aanvraag of a tijdvak can still be paid is asked by its amount
create index aanvraag_bedragen on aanvraag (tijdvak_id, compartiment_id, bedrag_cent);

-- ── The work that waits ───────────────────────────────────────────────────────────────────────────────────────
-- A job is opened, forwarded and done: two changes soon after it was written. Done rows leave the index of open ones.
alter table outbox set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05);
alter table hartslag set (autovacuum_vacuum_threshold = 500);
-- What gives way while an opening is busy (ACHTERGROND in lib/platform/jobs.ts, a test compares), so that the rest is found at once.
alter table outbox add column achtergrond boolean generated always as (job in ('bevestig-ontvangst', 'beoordeel-aanvraag', 'toets-vooraf',
    'wijs-aanvraag-af', 'meld-reserve', 'maak-verplichting', 'maak-brief-pdf', 'verstuur-mail', 'verwerk-import')) stored;
drop index outbox_open;
create index outbox_open on outbox (achtergrond, id) where verwerkt_op is null;

-- What a batch of intake or a round of allocation asks for all its aanvragen: one row now, a job for each as soon as there is time.
CREATE TABLE "outbox_groep" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "aanvraag_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_groep_pkey" PRIMARY KEY ("id")
);
alter table outbox_groep add constraint outbox_groep_aanvragen check (cardinality(aanvraag_ids) >= 1 and aanvraag_ids is not null);

-- ── I7 for many at once ───────────────────────────────────────────────────────────────────────────────────────
-- The moves that an opening makes by the thousand. They are judged per statement, by one look at what the transaction wrote in the
-- log; so their entries must be written in the same statement or before it. Every other move is judged per row, when the transaction ends.
create function massale_overgang(van text, naar text) returns boolean language sql immutable as $$
    select (van = 'gereed' and naar = 'ingediend') or (van = 'ingediend' and naar in ('gereserveerd', 'niet-toegewezen', 'reserve'))
$$;

create function bewaak_massale_overgang() returns trigger language plpgsql
    -- The plan is kept for the life of a connection and must suit one row and ten thousand.
    set enable_nestloop = off set enable_mergejoin = off set enable_seqscan = off set jit = off as $$
declare fout record;
begin
    with log as materialized (
        select g.onderwerp_id, g.van_status, g.naar_status
        from gebeurtenis g join status_overgang s on s.onderwerp = 'aanvraag' and s.van = g.van_status and s.naar = g.naar_status
        -- (an expression keeps the planner from walking the whole log by its subject)
        where g.xid = pg_current_xact_id() and g.onderwerp || '' = 'aanvraag' and g.door_rol = any (s.rollen)
    )
    select n.id, o.status as van, n.status as naar into fout
    from oud o join nieuw n on n.id = o.id
    where massale_overgang(o.status, n.status) and not exists (
        select from log l where l.onderwerp_id = n.id::text and l.van_status = o.status and l.naar_status = n.status
    )
    limit 1;
    if found then
        raise exception 'status % van aanvraag % staat niet in het logboek door een rol die dat mag', fout.naar, fout.id using errcode = '23514';
    end if;
    return null;
end $$;
create trigger aanvraag_massale_overgang after update on aanvraag
    referencing old table as oud new table as nieuw for each statement execute function bewaak_massale_overgang();

drop trigger aanvraag_overgang on aanvraag;
create trigger aanvraag_overgang before update of status on aanvraag for each row
    when (new.status is distinct from old.status and not massale_overgang(old.status, new.status)) execute function bewaak_overgang('aanvraag');

create or replace function bewaak_logboek() returns trigger language plpgsql as $$
declare soort_besluit text;
begin
    if tg_op = 'UPDATE' and new.status is not distinct from old.status then return null; end if;
    if not exists (
        select from gebeurtenis g
        -- (the comparison as text keeps the planner from walking everything that a large transaction wrote)
        where g.onderwerp = 'aanvraag' and g.onderwerp_id = new.id::text and g.naar_status = new.status
          and g.xid::text = pg_current_xact_id()::text
          and (tg_op = 'INSERT' or exists (
              select from status_overgang o where o.onderwerp = 'aanvraag' and o.van = old.status and o.naar = new.status
                 and g.van_status = old.status and g.door_rol = any (o.rollen)))
    ) then
        raise exception 'status % van aanvraag % staat niet in het logboek door een rol die dat mag', new.status, new.id using errcode = '23514';
    end if;
    -- I10: a decided aanvraag has its besluit, and a besluit has its letter (besluit.brief_id is not null)
    soort_besluit := case new.status when 'verleend' then 'verlening' when 'afgewezen' then 'afwijzing' when 'vastgesteld' then 'vaststelling' end;
    if soort_besluit is not null and not exists (select from besluit b where b.aanvraag_id = new.id and b.soort = soort_besluit) then
        raise exception 'aanvraag % is % zonder besluit', new.id, new.status using errcode = '23514';
    end if;
    return null;
end $$;
drop trigger aanvraag_logboek on aanvraag;
create constraint trigger aanvraag_logboek after update of status on aanvraag
    deferrable initially deferred for each row
    when (new.status is distinct from old.status and not massale_overgang(old.status, new.status)) execute function bewaak_logboek();
create constraint trigger aanvraag_logboek_nieuw after insert on aanvraag
    deferrable initially deferred for each row execute function bewaak_logboek();

-- ── I4 for many at once: the regeling of a day is looked up once, not for every grant ─────────────────────────
create or replace function bewaak_plek() returns trigger language plpgsql as $$
begin
    if exists (
        select from (
            select (n.besloten_op at time zone 'Europe/Amsterdam')::date as dag, max(n.plek) as plek
            from nieuw n where n.uitkomst = 'gereserveerd' group by 1
        ) hoogste
        where hoogste.plek > coalesce((
            select (p.waarde #>> '{}')::integer from parameter p
            where p.naam = 'verleningen-per-jaar' and daterange(p.geldig_van, p.geldig_tot) @> hoogste.dag), 0)
    ) then
        raise exception 'meer verleningen in een kalenderjaar dan de regeling toestaat' using errcode = '23514';
    end if;
    return null;
end $$;
