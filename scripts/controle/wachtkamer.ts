import { sql, type Invariant } from './frame'

const KAMER = `wachtkamer k join tijdvak t on t.id = k.tijdvak_id`
const GELOOT = `wachtkamer_ronde r join tijdvak t on t.id = r.tijdvak_id`
// Who asks for the formal refusal waits for no turn, and a tijdvak with a draw has none. At a werkplein it is the same as online.
const MET_BEURT = `
  indiening i join aanvraag a on a.id = i.aanvraag_id
  join tijdvak t on t.id = i.tijdvak_id and t.modus = 'volgorde'
  join wachtkamer k on k.tijdvak_id = i.tijdvak_id
  join wachtkamer_ronde r on r.tijdvak_id = i.tijdvak_id and r.geloot_op is not null`

/**
 * The order of the waiting room, part of I3: everybody has one place, the numbers have no holes, the draw is a permutation that
 * can be replayed from promise, seed and list, and nobody submitted before it was the turn.
 */
export const WACHTKAMER_CHECKS: Invariant['checks'] = {
  'wachtplaatsen-met-gaten': sql(`
     select format('wachtkamer %s: %s nummers uitgegeven, %s plaatsen, hoogste %s', t.code, k.volgende_nummer - 1, w.aantal, w.hoogste)
     from ${KAMER} cross join lateral (select count(*) as aantal, coalesce(max(nummer), 0) as hoogste from wachtplaats w where w.tijdvak_id = t.id) w
     where (w.aantal, w.hoogste) is distinct from (k.volgende_nummer - 1, k.volgende_nummer - 1)
     union all
     select format('tijdvak %s: plaatsen zonder wachtkamer', tijdvak_id) from wachtplaats w
     where not exists (select from wachtkamer k where k.tijdvak_id = w.tijdvak_id) group by tijdvak_id`),
  'twee-wachtplaatsen': sql(`
     select format('burger %s: %s plaatsen in wachtkamer %s', w.burger_id, count(*), t.code)
     from wachtplaats w join tijdvak t on t.id = w.tijdvak_id where w.verlaten_op is null group by w.burger_id, t.code having count(*) > 1`),
  'loting-niet-volledig': sql(`
     select format('wachtkamer %s, ronde %s: %s loten, %s nummers en %s plaatsen van %s tot en met %s', t.code, r.ronde, coalesce(r.aantal_voor, 0), g.nummers, g.plaatsen, g.laagste, g.hoogste)
     from ${GELOOT} cross join lateral (
       select count(distinct nummer) as nummers, count(distinct plaats) as plaatsen, count(*) filter (where nummer > r.aantal_voor) as erbuiten,
              coalesce(min(plaats), 1) as laagste, coalesce(max(plaats), 0) as hoogste
       from gelote_plaats g where g.tijdvak_id = r.tijdvak_id and g.ronde = r.ronde
     ) g
     where (g.nummers, g.plaatsen, g.laagste, g.hoogste, g.erbuiten) is distinct from (coalesce(r.aantal_voor, 0), coalesce(r.aantal_voor, 0), 1, coalesce(r.aantal_voor, 0), 0)`),
  // The published rule once more, here in SQL: docs/adr/0014.
  'loting-niet-na-te-rekenen': sql(`
     with lot as (
       select r.tijdvak_id, r.ronde, w.nummer, w.lot, sha256(convert_to(r.zaad || r.lijst_hash || w.lot, 'UTF8')) as sleutel
       from wachtkamer_ronde r join wachtplaats w on w.tijdvak_id = r.tijdvak_id and w.nummer <= r.aantal_voor where r.geloot_op is not null
     ), opnieuw as (
       select *, row_number() over (partition by tijdvak_id, ronde order by sleutel, nummer) as plaats from lot
     ), lijst as (
       select tijdvak_id, ronde, encode(sha256(convert_to(string_agg(lot || E'\\n', '' order by nummer), 'UTF8')), 'hex') as hash from lot group by tijdvak_id, ronde
     )
     select format('wachtkamer %s, ronde %s: het zaad, de lijst of de plaatsen zijn anders dan beloofd', t.code, r.ronde)
     from ${GELOOT} left join lijst l on l.tijdvak_id = r.tijdvak_id and l.ronde = r.ronde
     where r.geloot_op is not null and (
       encode(sha256(convert_to(r.zaad, 'UTF8')), 'hex') <> r.zaad_hash or (l.hash is not null and l.hash <> r.lijst_hash)
       or exists (select from opnieuw o join gelote_plaats g on g.tijdvak_id = o.tijdvak_id and g.ronde = o.ronde and g.nummer = o.nummer
                  where o.tijdvak_id = r.tijdvak_id and o.ronde = r.ronde and g.plaats <> o.plaats))`),
  'voor-de-loting-ingediend': sql(`
     select format('aanvraag %s: ingediend op %s, geloot is er pas op %s', a.kenmerk, i.ontvangen_op, r.geloot_op)
     from ${MET_BEURT}
     where not i.is_formeel and i.ontvangen_op >= greatest(r.opent_op, k.geopend_op) and i.ontvangen_op < r.geloot_op`),
  // Who was let in stays let in, so what counts is the place up to which people are let in now. Of an earlier ronde that is not known.
  'voor-de-beurt-ingediend': sql(`
     select format('burger %s: ingediend zonder plaats die aan de beurt is geweest', zonder.burger_id)
     from (
       select i.tijdvak_id, i.burger_id from ${MET_BEURT} and r.ronde = k.ronde where not i.is_formeel and i.ontvangen_op >= r.geloot_op
       -- (a set difference: with a hundred thousand of both an anti-join may be done row by row)
       except
       select w.tijdvak_id, w.burger_id from wachtplaats w join wachtkamer k using (tijdvak_id)
       left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = k.ronde and g.nummer = w.nummer
       where coalesce(g.plaats, w.nummer) <= k.toegelaten_tot
     ) zonder`),
}
