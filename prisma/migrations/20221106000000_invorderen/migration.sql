-- Collecting that holds: a mandate counts what somebody gave up together, lowering a claim outside a besluit goes by two people above it, and an
-- aanmaning can be sent again (docs/adr/0034).

-- ── One person does not give up in slices ─────────────────────────────────────────────────────────────────────
alter table vordering_kwijtschelding
    add column zonder_rente boolean not null default false,
    drop constraint vordering_kwijtschelding_soort,
    add constraint vordering_kwijtschelding_soort check (soort in ('kwijtschelding', 'oninbaar', 'verrekening', 'intrekking') and (soort = 'verrekening') = (terugbetaling_id is not null));

-- As in 20221025000000_vordering, over everything that this person alone gave up of the claim; setting off is counted apart.
create or replace function bewaak_kwijtschelding() returns trigger language plpgsql as $$
declare mandaat bigint; eerder bigint;
begin
    if new.status <> 'verleend' then return new; end if;
    if tg_op = 'UPDATE' and old.status <> 'voorgesteld' then
        raise exception 'over deze kwijtschelding is al besloten' using errcode = '23514';
    end if;
    if new.besloten_door <> new.voorgesteld_door then return new; end if;
    select coalesce(max((p.waarde ->> r.rol)::bigint), 0) into mandaat
      from gebruiker g cross join lateral unnest(g.rollen) as r (rol)
      join parameter p on p.naam = 'kwijtschelding-mandaat' and daterange(p.geldig_van, p.geldig_tot) @> (nu() at time zone 'Europe/Amsterdam')::date
     where g.id = new.besloten_door and p.waarde ? r.rol;
    select coalesce(sum(k.bedrag_cent), 0) into eerder
      from vordering_kwijtschelding k
     where k.vordering_id = new.vordering_id and k.id <> new.id and k.status = 'verleend' and k.besloten_door = k.voorgesteld_door and k.besloten_door = new.besloten_door
       and (k.soort = 'verrekening') = (new.soort = 'verrekening');
    if eerder + new.bedrag_cent > mandaat then
        raise exception 'boven het mandaat van een persoon beslissen twee mensen' using errcode = '23514';
    end if;
    return new;
end $$;

-- ── An aanmaning can be sent again ────────────────────────────────────────────────────────────────────────────
-- For interest that was fixed after the first one (Awb 4:112: for this debt), and to interrupt the limitation (4:106). Never an earlier day.
create or replace function bewaak_vordering_vast() returns trigger language plpgsql as $$
begin
    if (old.kenmerk, old.aanvraag_id, old.compartiment_id, old.opleider_id, old.schuldenaar_opleider_id, old.schuldenaar_burger_id, old.grond, old.besluit_id, old.factuur_id,
        old.bedrag_cent, old.herzien_cent, old.brief_id, old.bezwaar_uiterlijk_op, old.ingesteld_op)
       is distinct from (new.kenmerk, new.aanvraag_id, new.compartiment_id, new.opleider_id, new.schuldenaar_opleider_id, new.schuldenaar_burger_id, new.grond, new.besluit_id, new.factuur_id,
        new.bedrag_cent, new.herzien_cent, new.brief_id, new.bezwaar_uiterlijk_op, new.ingesteld_op)
       or new.verjaart_op < old.verjaart_op or new.vervalt_op < old.vervalt_op or (old.aangemaand_op is not null and (new.aangemaand_op is null or new.aangemaand_op < old.aangemaand_op)) then
        raise exception 'wat er is teruggevorderd ligt vast' using errcode = '23514';
    end if;
    return new;
end $$;
