import 'server-only'
import type { Cijfers } from '@/lib/financien/rules/aansluiting'
import { pool } from '@/lib/platform/db'

// From the ledger. What left by a file and came back is counted apart, so that each has its own counterpart at the bank.
const GROOTBOEK = `
  select coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'verplicht'), 0)::bigint as verplicht,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'crediteuren'), 0)::bigint as crediteuren,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'rente-crediteuren'), 0)::bigint as "renteCrediteuren",
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'debiteuren'), 0)::bigint as debiteuren,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'rente-debiteuren'), 0)::bigint as "renteDebiteuren",
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('betaal', 'betaal-rente') and b.oorzaak = 'batch' and r.bedrag_cent > 0), 0)::bigint as uitbetaald,
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('boek-betaling-terug', 'keer-rente-terug') and r.bedrag_cent > 0), 0)::bigint as teruggekeerd,
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('ontvang-terug', 'ontvang-rente') and r.bedrag_cent > 0), 0)::bigint as ontvangen,
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('betaal', 'betaal-rente') and b.oorzaak = 'terugbetaling' and r.bedrag_cent > 0), 0)::bigint as teruggaven
  from boekingsregel r join boeking b on b.id = r.boeking_id`

const DOCUMENTEN = `
  select (select coalesce(sum(v.bedrag_cent - (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = v.id)), 0)::bigint
      from verplichting v where v.status in ('open', 'deels-gefactureerd')) as opdrachten,
    (select coalesce(sum(factuur_netto(f)), 0)::bigint from factuur f where f.status in ('gematcht', 'in-batch', 'teruggekomen')) as facturen,
    (select coalesce(sum(hoofdsom_cent), 0)::bigint from vordering_terugbetaling where status = 'open') as "teTeruggeven",
    (select coalesce(sum(bedrag_cent), 0)::bigint from rente where status <> 'betaald') as rente,
    (select coalesce(sum(kosten_cent + rente_cent), 0)::bigint from vordering_terugbetaling where status = 'open') as "renteTerug",
    (select coalesce(sum(open_cent), 0)::bigint from vordering) as vorderingen,
    (select coalesce(sum(open_kosten_cent), 0)::bigint from vordering) as vorderingskosten,
    (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id where b.vrijgegeven_op is not null and p.status <> 'vervallen') as bestanden,
    (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p where p.status in ('afgewezen', 'teruggekomen')) as retouren,
    (select coalesce(-sum(hoofdsom_cent + kosten_cent), 0)::bigint from vordering_mutatie where soort = 'ontvangst') as ontvangsten,
    (select coalesce(sum(hoofdsom_cent + kosten_cent + rente_cent), 0)::bigint from vordering_terugbetaling where status = 'betaald') as teruggegeven`

// From the statements: what we say was carried out, came back, was received and was given back against what moved on the account, and
// the balance against every movement. What a person still has to look at counts on neither side.
const BANK = `
  select (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p where p.status in ('uitgevoerd', 'teruggekomen')
      and exists (select from bankmutatie m where m.soort = 'betaling' and m.betaling_id = p.id or m.soort = 'batch' and m.betaling_id is null and m.batch_id = p.batch_id)) as uitgevoerd,
    (select coalesce(-sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort in ('betaling', 'batch')
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort <> 'teruggekomen')) as afgeschreven,
    (select coalesce(sum(bedrag_cent), 0)::bigint from betaling where status = 'teruggekomen') as teruggestuurd,
    (select coalesce(sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'retour' and exists (select from bankvraag v where v.mutatie_id = m.id and v.soort = 'teruggekomen')) as bankretouren,
    (select coalesce(-sum(hoofdsom_cent + kosten_cent), 0)::bigint from vordering_mutatie where soort = 'ontvangst')
      + (select coalesce(sum(teveel_cent), 0)::bigint from vordering_terugbetaling where bron is not null) as "ontvangenAlles",
    (select coalesce(sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'vordering'
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort in ('vordering-afgelopen', 'onbekend-betalingskenmerk'))) as bijgeschreven,
    (select coalesce(sum(hoofdsom_cent + kosten_cent + rente_cent + teveel_cent), 0)::bigint from vordering_terugbetaling where status = 'betaald') as "teruggegevenAlles",
    (select coalesce(-sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'terugbetaling'
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort = 'andere-terugbetaling')) as "bankTeruggaven",
    (select coalesce(sum(l.eind_cent - e.begin_cent), 0)::bigint from bankafschrift l join bankafschrift e on e.rekening = l.rekening and e.plek = 1
      where not exists (select from bankafschrift n where n.rekening = l.rekening and n.plek > l.plek)) as banksaldo,
    (select coalesce(sum(bedrag_cent), 0)::bigint from bankmutatie) as bankbewegingen`

/** Every number of the reconciliation, at one moment: one statement sees one state. */
export async function findAansluitcijfers(): Promise<Cijfers> {
  const { rows: [rij] } = await pool.query<Cijfers>(`select * from (${GROOTBOEK}) g, (${DOCUMENTEN}) d, (${BANK}) b`)
  if (rij === undefined) throw new Error('the reconciliation gave no row')
  return rij
}
