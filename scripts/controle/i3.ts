import { sql, type Invariant } from './frame'
import { WACHTKAMER_CHECKS } from './wachtkamer'

// Every decision of the allocator as the log has it: append-only and sealed. The number of the entry is the order of deciding, or
// the order of the draw where lots were drawn; its transaction is the round. What was asked and when comes from the receipt.
const BESLISSINGEN = `
  with beslissing as (
    select a.kenmerk, w.volgnummer, coalesce((g.gegevens ->> 'compartimentId')::uuid, w.compartiment_id) as compartiment_id, i.compartiment_ids, w.vrij_cent,
           i.tijdvak_id, i.bedrag_cent as gevraagd, i.ontvangen_op, i.is_formeel,
           case g.soort when 'wijs-toe' then 'gereserveerd' when 'zet-op-reservelijst' then 'reserve' else w.uitkomst end as uitkomst,
           w.bedrag_cent as gereserveerd, w.beschikbaar_cent as beschikbaar, coalesce(u.volgorde, g.id) as nr, g.xid as ronde, u.volgorde is not null as is_geloot,
           (g.gegevens ->> 'bedragCent')::bigint as toegekend, (g.gegevens ->> 'beschikbaarCent')::bigint as beschikbaar_log,
           t.past_niet_regel
    from toewijzing w
    join indiening i on i.volgnummer = w.volgnummer
    join aanvraag a on a.id = w.aanvraag_id
    join tijdvak t on t.id = i.tijdvak_id
    join gebeurtenis g on g.onderwerp = 'aanvraag' and g.onderwerp_id = w.aanvraag_id::text and g.soort in ('wijs-toe', 'wijs-niet-toe', 'zet-op-reservelijst')
    left join loting_deelnemer d on d.tijdvak_id = i.tijdvak_id and d.aanvraag_id = w.aanvraag_id
    left join loting_uitslag u on u.tijdvak_id = d.tijdvak_id and u.nummer = d.nummer
  ), mogelijkheid as (
    -- a decision in each compartiment that it could use: a refusal is one in all of them, so is the rest of an amount that was given in part
    select b.*, c.id as in_compartiment, v.vrij, c.gesloten, b.uitkomst = 'plafond-bereikt' and not b.is_formeel
             or b.uitkomst = 'gereserveerd' and b.toegekend < b.gevraagd as is_geweigerd
    from beslissing b
    cross join lateral unnest(b.compartiment_ids, b.vrij_cent) as v (compartiment_id, vrij)
    join compartiment c on c.id = v.compartiment_id
  ), verloop as (
    select *, min(gevraagd) filter (where is_geweigerd) over eerder as geweigerd_vanaf,
           bool_or(uitkomst = 'reserve') over eerder as had_reserve,
           max(ontvangen_op) filter (where uitkomst = 'gereserveerd' and in_compartiment = compartiment_id) over eerder as laatst_toegekend
    from mogelijkheid
    window eerder as (partition by in_compartiment order by nr rows between unbounded preceding and 1 preceding)
  )`

/** A submit of which the transaction took longer than this was ended by the database: after it, it had been acknowledged. */
const UITERLIJK_BEVESTIGD = `interval '75 seconds'`

/**
 * I3: if A was acknowledged before B was sent, in one compartiment with the same amount, B never gets budget that A was refused.
 * Replays every decision: nobody got an amount that an earlier decision refused to somebody who asked as much or less, every
 * refusal follows from what was left and the rule of the tijdvak, within a round the order is that of the numbers, and what one
 * decision left is what the next one found. A number that became visible late (two processes at once) was not acknowledged yet,
 * so it may be decided after a higher one; but not when it was received more than the longest transaction before.
 */
export const i3: Invariant = {
  id: 'I3',
  titel: 'wie het eerst was, werd het eerst geholpen',
  omvang: `select 'beslissingen: ' || count(*) from toewijzing`,
  checks: {
    voorbijgegaan: sql(`${BESLISSINGEN}
     select format('aanvraag %s (volgnummer %s): kreeg budget voor %s cent, terwijl %s cent eerder is geweigerd', kenmerk, volgnummer, gevraagd, geweigerd_vanaf)
     from verloop where uitkomst = 'gereserveerd' and in_compartiment = compartiment_id and gevraagd >= geweigerd_vanaf`),
    'ten-onrechte-geweigerd': sql(`${BESLISSINGEN}
     select format('aanvraag %s (volgnummer %s): kreeg niets voor %s cent, terwijl er %s cent over was', kenmerk, volgnummer, gevraagd, vrij)
     from verloop
     where uitkomst in ('plafond-bereikt', 'reserve') and not is_formeel and not gesloten and had_reserve is not true
       and (gevraagd <= vrij or (past_niet_regel = 'deels' and vrij > 0 and in_compartiment = compartiment_id))
       and (geweigerd_vanaf is null or (gevraagd < geweigerd_vanaf and past_niet_regel <> 'sluit'))`),
    'bedrag-klopt-niet': sql(`${BESLISSINGEN}
     select format('aanvraag %s (volgnummer %s): vroeg %s cent, kreeg %s cent, en er was %s cent over', kenmerk, volgnummer, gevraagd, toegekend, beschikbaar)
     from verloop
     where uitkomst = 'gereserveerd' and in_compartiment = compartiment_id
       and (toegekend > beschikbaar or gereserveerd > toegekend
            or (toegekend <> gevraagd and not (past_niet_regel = 'deels' and toegekend = beschikbaar and toegekend < gevraagd)))`),
    'niet-op-volgorde': sql(`${BESLISSINGEN}
     select format('aanvraag %s: volgnummer %s is in dezelfde ronde na volgnummer %s beslist', kenmerk, volgnummer, vorige)
     from (select *, lag(volgnummer) over (partition by tijdvak_id, ronde order by nr) as vorige from beslissing) v
     where vorige > volgnummer and not is_geloot`),
    'rest-klopt-niet': sql(`${BESLISSINGEN}
     select format('aanvraag %s (volgnummer %s): bij de beslissing was %s cent over, na de vorige beslissing was dat %s cent', kenmerk, volgnummer, beschikbaar, rest)
     from (select *, lag(beschikbaar_log - toegekend) over (partition by compartiment_id, ronde order by nr) as rest from beslissing) v
     where beschikbaar <> beschikbaar_log or beschikbaar <> rest`),
    'later-beslist': sql(`${BESLISSINGEN}
     select format('aanvraag %s (volgnummer %s): kreeg niets, maar aanvraag %s (volgnummer %s) van later wel', v.kenmerk, v.volgnummer, later.kenmerk, later.volgnummer)
     from verloop v
     cross join lateral (
       select b.kenmerk, b.volgnummer from beslissing b
       where b.compartiment_id = v.in_compartiment and b.uitkomst = 'gereserveerd' and b.nr < v.nr and b.volgnummer > v.volgnummer
         and b.gevraagd >= v.gevraagd and b.ontvangen_op > v.ontvangen_op + ${UITERLIJK_BEVESTIGD}
       limit 1
     ) later
     where v.uitkomst = 'plafond-bereikt' and not v.is_formeel and not v.is_geloot and v.laatst_toegekend > v.ontvangen_op + ${UITERLIJK_BEVESTIGD}`),
    ...WACHTKAMER_CHECKS,
    // Not the places that could get no offer then: a training that would have begun, a grant in the same year, a scholing that was full.
    'reserve-voorbijgegaan': sql(`select format('aanvraag %s (volgnummer %s): kreeg op de reservelijst een aanbod, terwijl volgnummer %s eerder op hetzelfde budget wachtte', a.kenmerk, r.volgnummer, v.volgnummer)
     from reserveplaats r join aanvraag a on a.id = r.aanvraag_id
     cross join lateral (
       select e.volgnummer
       from reserveplaats e join aanvraag ea on ea.id = e.aanvraag_id join aanmeldbewijs b on b.id = ea.aanmeldbewijs_id join toewijzing w on w.aanvraag_id = e.aanvraag_id
       where e.tijdvak_id = r.tijdvak_id and coalesce(e.loting_volgorde, e.volgnummer) < coalesce(r.loting_volgorde, r.volgnummer) and r.compartiment_id = any (e.compartiment_ids) and w.besloten_op < r.aangeboden_op
         and (e.aangeboden_op is null or e.aangeboden_op > r.aangeboden_op) and (e.afgerond_op is null or e.afgerond_op > r.aangeboden_op)
         and b.startdatum > ((r.uiterlijk_op - interval '1 microsecond') at time zone 'Europe/Amsterdam')::date
         and not exists (select from toewijzing o where o.burger_id = ea.burger_id and o.kalenderjaar = ea.kalenderjaar and o.aanvraag_id <> ea.id and o.uitkomst = 'gereserveerd')
       limit 1
     ) v
     where r.aangeboden_op is not null and not exists (
       select from parameter p where p.naam = 'verleningsgrens' and p.waarde ->> 'werkt' = 'binnen-tijdvak'
         and daterange(p.geldig_van, p.geldig_tot) @> (r.aangeboden_op at time zone 'Europe/Amsterdam')::date)`),
  },
}
