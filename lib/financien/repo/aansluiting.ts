import 'server-only'
import { bankbrug } from '@/lib/financien/repo/bankbrug'
import type { Cijfers } from '@/lib/financien/rules/aansluiting'
import { pool, type PoolClient } from '@/lib/platform/db'

// From the ledger. What left by a file and came back is counted apart, so that each has its own counterpart at the bank.
const GROOTBOEK = `
  select coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'verplicht'), 0)::bigint as verplicht,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'crediteuren'), 0)::bigint as crediteuren,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'rente-crediteuren'), 0)::bigint as "renteCrediteuren",
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'debiteuren'), 0)::bigint as debiteuren,
    coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'rente-debiteuren'), 0)::bigint as "renteDebiteuren",
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('betaal', 'betaal-rente') and b.oorzaak = 'batch' and r.bedrag_cent > 0), 0)::bigint as uitbetaald,
    coalesce(sum(r.bedrag_cent) filter (where (b.soort in ('boek-betaling-terug', 'boek-afgerekend-terug', 'keer-rente-terug') or b.soort = 'betaal-ontvangst-terug' and b.oorzaak = 'betaling') and r.bedrag_cent > 0), 0)::bigint as teruggekeerd,
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('ontvang-terug', 'ontvang-rente') and r.bedrag_cent > 0), 0)::bigint as ontvangen,
    coalesce(sum(r.bedrag_cent) filter (where b.soort in ('betaal', 'betaal-rente') and b.oorzaak = 'terugbetaling' and r.bedrag_cent > 0), 0)::bigint as teruggaven
  from boekingsregel r join boeking b on b.id = r.boeking_id`

// A payment that came back after something was claimed of it is booked by a job, with everything that follows; until then on neither side.
const WACHT_OP_BOEKING = `(p.rente_id is null and p.status in ('afgewezen', 'teruggekomen') and not exists (select from boeking k where k.oorzaak = 'betaling' and k.oorzaak_id = p.id::text)
    and exists (select from outbox o join verplichting w on o.payload ->> 'aanvraagId' = w.aanvraag_id::text join factuur x on x.verplichting_id = w.id and x.id = p.factuur_id
      where o.verwerkt_op is null and o.job in ('boek-retouren', 'laat-verplichting-vervallen')))`

const DOCUMENTEN = `
  select (select coalesce(sum(v.bedrag_cent - (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = v.id)), 0)::bigint
      from verplichting v where v.status in ('open', 'deels-gefactureerd')) as opdrachten,
    (select coalesce(sum(factuur_netto(f)), 0)::bigint from factuur f where f.status in ('gematcht', 'in-batch') or f.status = 'teruggekomen' and not exists (select from betaling p where p.factuur_id = f.id and ${WACHT_OP_BOEKING})) as facturen,
    (select coalesce(sum(hoofdsom_cent - verrekend_cent), 0)::bigint from vordering_terugbetaling where status in ('open', 'in-batch', 'teruggekomen')) as "teTeruggeven",
    (select coalesce(sum(bedrag_cent), 0)::bigint from rente where status not in ('betaald', 'vervallen')) as rente,
    (select coalesce(sum(kosten_cent + rente_cent), 0)::bigint from vordering_terugbetaling where status in ('open', 'in-batch', 'teruggekomen')) as "renteTerug",
    (select coalesce(sum(open_cent), 0)::bigint from vordering) as vorderingen,
    (select coalesce(sum(open_kosten_cent), 0)::bigint from vordering) as vorderingskosten,
    (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id where b.vrijgegeven_op is not null and p.status <> 'vervallen' and p.factuur_id is not null) as bestanden,
    (select coalesce(sum(p.bedrag_cent - coalesce(t.teveel_cent, 0)), 0)::bigint from betaling p left join vordering_terugbetaling t on t.id = p.terugbetaling_id where p.status in ('afgewezen', 'teruggekomen') and p.terugstorting_id is null and not ${WACHT_OP_BOEKING}) as retouren,
    (select coalesce(-sum(hoofdsom_cent + kosten_cent), 0)::bigint from vordering_mutatie where soort = 'ontvangst') as ontvangsten,
    (select coalesce(sum(hoofdsom_cent - verrekend_cent + kosten_cent + rente_cent), 0)::bigint from vordering_terugbetaling where status = 'betaald' and herkomst is not null)
      + (select coalesce(sum(p.bedrag_cent - t.teveel_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id join vordering_terugbetaling t on t.id = p.terugbetaling_id
          where b.vrijgegeven_op is not null and p.status <> 'vervallen') as teruggegeven`

// From the statements: what we say was carried out, came back, was received and was given back against what moved on the account, and
// the balance against every movement. What a person still has to look at counts on neither side.
const BANK = `
  select (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p where p.status in ('uitgevoerd', 'teruggekomen')
      and exists (select from bankmutatie m where m.soort = 'betaling' and m.betaling_id = p.id or m.soort = 'batch' and m.betaling_id is null and m.batch_id = p.batch_id)) as uitgevoerd,
    (select coalesce(-sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort in ('betaling', 'batch')
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort <> 'teruggekomen' and v.gevolg is distinct from 'bevestigd')) as afgeschreven,
    (select coalesce(sum(bedrag_cent), 0)::bigint from betaling where status = 'teruggekomen') as teruggestuurd,
    (select coalesce(sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'retour' and exists (select from bankvraag v where v.mutatie_id = m.id and v.soort = 'teruggekomen')) as bankretouren,
    (select coalesce(-sum(hoofdsom_cent + kosten_cent), 0)::bigint from vordering_mutatie where soort = 'ontvangst')
      + (select coalesce(sum(teveel_cent), 0)::bigint from vordering_terugbetaling where bron is not null)
      + (select coalesce(sum(bedrag_cent), 0)::bigint from terugstorting where status <> 'ingetrokken') as "ontvangenAlles",
    (select coalesce(sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'vordering'
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort in ('vordering-afgelopen', 'onbekend-betalingskenmerk')))
      + (select coalesce(sum(m.bedrag_cent), 0)::bigint from bankmutatie m join bankvraag v on v.mutatie_id = m.id where v.gevolg in ('geboekt', 'terug')
          or v.gevolg = 'teruggestort' and exists (select from terugstorting t where t.vraag_id = v.id and t.status <> 'ingetrokken')) as bijgeschreven,
    (select coalesce(sum(hoofdsom_cent - verrekend_cent + kosten_cent + rente_cent + teveel_cent), 0)::bigint from vordering_terugbetaling where status = 'betaald' and herkomst is not null)
      + (select coalesce(sum(bedrag_cent), 0)::bigint from terugstorting where herkomst is not null) as "teruggegevenAlles",
    (select coalesce(-sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort = 'terugbetaling'
      and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort = 'andere-terugbetaling')) as "bankTeruggaven",
    (select coalesce(sum(l.eind_cent - e.begin_cent), 0)::bigint from bankafschrift l join bankafschrift e on e.rekening = l.rekening and e.plek = 1
      where not exists (select from bankafschrift n where n.rekening = l.rekening and n.plek > l.plek)) as banksaldo,
    (select coalesce(sum(bedrag_cent), 0)::bigint from bankmutatie) as bankbewegingen`

/** Every number of the reconciliation, at one moment: one statement sees one state. */
export async function findAansluitcijfers(client: Pick<PoolClient, 'query'> = pool): Promise<Cijfers> {
  const { rows: [rij] } = await client.query<Cijfers>(`select * from (${GROOTBOEK}) g, (${DOCUMENTEN}) d, (${BANK}) b, (${bankbrug(WACHT_OP_BOEKING)}) x`)
  if (rij === undefined) throw new Error('the reconciliation gave no row')
  return rij
}
