import 'server-only'
import { grensValues, BINNEN } from '@/lib/financien/repo/balans'
import type { PlainDate } from '@/lib/base/date'
import { pool } from '@/lib/platform/db'
import type { Rekening } from '@/lib/tijdvak/model'

/** What is open on these rekeningen at the end of a day, per rekening and number of days since it came there. In cents. */
export async function findOpenPerDag(op: PlainDate, rekeningen: readonly Rekening[]): Promise<{ rekening: Rekening; dagen: number; aantal: number; cent: number }[]> {
  const { rows } = await pool.query<{ rekening: Rekening; dagen: number; aantal: number; cent: number }>(`
    select rekening, greatest(0, $3::date - (sinds at time zone 'Europe/Amsterdam')::date) as dagen, count(*)::integer as aantal, sum(cent)::bigint as cent
    from (${OPEN}) s group by 1, 2`, [...grensValues({ op, boekjaar: undefined }), op, rekeningen])
  return rows
}

export type OpenPost = { rekening: Rekening; aanvraag: string | null; compartimentId: string; tijdvak: string; opleider: string | null; vordering: string | null; dagen: number; cent: number }

/** What has been open longest on one rekening. */
export async function findOudste(op: PlainDate, rekening: Rekening, aantal: number): Promise<OpenPost[]> {
  const { rows } = await pool.query<OpenPost>(`
    select s.rekening, a.kenmerk as aanvraag, s.compartiment_id as "compartimentId", t.code as tijdvak, o.naam as opleider,
      (select kenmerk from vordering v where v.aanvraag_id = s.aanvraag_id and s.rekening in ('debiteuren', 'rente-debiteuren') order by v.ingesteld_op desc limit 1) as vordering,
      greatest(0, $3::date - (s.sinds at time zone 'Europe/Amsterdam')::date) as dagen, s.cent
    from (${OPEN}) s join compartiment c on c.id = s.compartiment_id join tijdvak t on t.id = c.tijdvak_id
    left join aanvraag a on a.id = s.aanvraag_id left join opleider o on o.id = a.opleider_id order by s.sinds, s.cent desc limit $5`,
  [...grensValues({ op, boekjaar: undefined }), op, [rekening], aantal])
  return rows
}

// Per dossier what is left on the rekening, since it first came there: what went out and came back is as old as it was. What passes
// from one year to the next did not come there then.
const OPEN = `
  select r.rekening, r.compartiment_id, r.aanvraag_id, sum(r.bedrag_cent)::bigint as cent,
    min(b.geboekt_op) filter (where r.bedrag_cent > 0 and b.soort not in ('sluit-jaar', 'open-jaar')) as sinds
  from boekingsregel r join boeking b on b.id = r.boeking_id where ${BINNEN} and r.rekening = any ($4::text[])
  group by 1, 2, 3 having sum(r.bedrag_cent) <> 0`

/** What is expected to be paid or received in a month (YYYY-MM), in cents. */
export type Stroom = { maand: string; soort: 'factuur' | 'rente' | 'opdracht' | 'toegezegd' | 'teruggave' | 'vordering' | 'opgeschort'; aantal: number; cent: number }

// The first day on which it may be invoiced: the day of the aanmeldbewijs, which goes along with a change that the burger accepted.
const FACTUURMAAND = `to_char(greatest($1::date, w.startdatum - $2::int), 'YYYY-MM')`

// Invoices and what we owe back now, orders and what is promised without one by the first day on which it may be invoiced, claims by the day
// before which they must be paid: in instalments where that was agreed. What is suspended (Awb 4:56) waits, and is told apart.
const STROMEN = `
  select to_char($1::date, 'YYYY-MM') as maand, case when s.aanvraag_id is null then 'factuur' else 'opgeschort' end as soort, count(*)::integer as aantal, sum(factuur_netto(f))::bigint as cent
    from factuur f join verplichting v on v.id = f.verplichting_id left join (select distinct aanvraag_id from opgeschorte_aanvraag) s on s.aanvraag_id = v.aanvraag_id
    where f.status in ('gematcht', 'in-batch', 'teruggekomen') group by 1, 2
  union all
  select to_char($1::date, 'YYYY-MM'), 'rente', count(*)::integer, sum(bedrag_cent)::bigint from rente where status in ('te-betalen', 'in-batch', 'teruggekomen') having count(*) > 0
  union all
  select to_char($1::date, 'YYYY-MM'), 'teruggave', count(*)::integer, sum(hoofdsom_cent - verrekend_cent + kosten_cent + rente_cent + teveel_cent)::bigint
    from (select hoofdsom_cent, verrekend_cent, kosten_cent, rente_cent, teveel_cent from vordering_terugbetaling where status in ('open', 'in-batch', 'teruggekomen')
      union all select 0, 0, 0, 0, bedrag_cent from terugstorting where status in ('te-controleren', 'te-beoordelen', 'open', 'in-batch', 'teruggekomen')) t having count(*) > 0
  union all
  select ${FACTUURMAAND}, 'opdracht', count(*)::integer, sum(v.bedrag_cent - (select coalesce(sum(factuur_netto(f)), 0) from factuur f where f.verplichting_id = v.id))::bigint
    from verplichting v join aanvraag a on a.id = v.aanvraag_id join aanmeldbewijs w on w.id = a.aanmeldbewijs_id where v.status in ('open', 'deels-gefactureerd') group by 1
  union all
  select ${FACTUURMAAND}, 'toegezegd', count(*)::integer, sum(g.cent)::bigint
    from (select aanvraag_id, sum(bedrag_cent) as cent from boekingsregel where rekening = 'gereserveerd' group by 1 having sum(bedrag_cent) > 0) g
    join aanvraag a on a.id = g.aanvraag_id join aanmeldbewijs w on w.id = a.aanmeldbewijs_id group by 1
  union all
  select to_char(coalesce(t.dag, greatest($1::date, coalesce(v.uitstel_tot, v.vervalt_op))), 'YYYY-MM'), 'vordering', count(distinct v.id)::integer, sum(coalesce(t.cent, v.open_cent + v.open_kosten_cent))::bigint
    from vordering v left join vordering_regeling r on r.vordering_id = v.id and r.status = 'toegewezen'
    left join lateral (
      select (eerste.dag + make_interval(months => n))::date as dag, least(r.termijn_cent, v.open_cent + v.open_kosten_cent - n * r.termijn_cent) as cent
      from (select min(d)::date as dag from generate_series(r.eerste_op::timestamp, greatest(r.eerste_op, $1::date)::timestamp + interval '1 month', interval '1 month') d where d >= $1::date) eerste,
        generate_series(0, (v.open_cent + v.open_kosten_cent - 1) / r.termijn_cent) n) t on r.id is not null
    where v.status in ('open', 'deels-voldaan') and v.open_cent + v.open_kosten_cent > 0 group by 1
  order by 1, 2`

/** What is to come, per month and kind, seen from a day. */
export async function findStromen(vandaag: PlainDate, dagenVoorStart: number): Promise<Stroom[]> {
  return (await pool.query<Stroom>(STROMEN, [vandaag, dagenVoorStart])).rows
}
