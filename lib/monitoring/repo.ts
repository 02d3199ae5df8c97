import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { pool } from '@/lib/platform/db'
import type { Meetpunt, RegieHandeling, VerkeerStand } from '@/lib/monitoring/model'

/** The charts show this much. */
const VENSTER_S = 900

export type Tellingen = { gereed: number; ontvangen: number; toegekend: number; reserve: number; onbeslist: number; achterstandS: number }

/** How many aanvragen of a tijdvak stand where, and how long the oldest undecided one waits (in seconds, on the legal clock). */
export async function countAanvragen(tijdvakId: string, metBudget: readonly string[]): Promise<Tellingen> {
  const { rows } = await pool.query<Tellingen>(
    `with per_status as (select status, count(*) as aantal from aanvraag where tijdvak_id = $1 group by status)
     select (select coalesce(sum(aantal), 0)::int8 from per_status where status = 'gereed') as gereed,
            (select count(*) from indiening where tijdvak_id = $1) as ontvangen,
            (select coalesce(sum(aantal), 0)::int8 from per_status where status = any ($2)) as toegekend,
            (select coalesce(sum(aantal), 0)::int8 from per_status where status in ('reserve', 'aangeboden')) as reserve,
            (select coalesce(sum(aantal), 0)::int8 from per_status where status = 'ingediend') as onbeslist,
            (select coalesce(extract(epoch from nu() - min(i.ontvangen_op)), 0)::float8 from aanvraag a join indiening i on i.aanvraag_id = a.id
             where a.tijdvak_id = $1 and a.status = 'ingediend') as "achterstandS"`,
    [tijdvakId, metBudget])
  const [row] = rows
  if (row === undefined) throw new Error('counting aanvragen gave no row')
  return row
}

/** What the poorten saw, per second, over the last five whole seconds. */
export async function readVerkeer(): Promise<VerkeerStand> {
  const { rows } = await pool.query<VerkeerStand>(
    `select coalesce(sum(bezoeken), 0)::float8 / 5 as bezoeken, coalesce(sum(indieningen), 0)::float8 / 5 as indieningen,
            coalesce(sum(bevestigd), 0)::float8 / 5 as bevestigd, coalesce(sum(geweigerd), 0)::float8 / 5 as geweigerd,
            coalesce(sum(fouten), 0)::float8 / 5 as fouten,
            (select coalesce(sum(onderhanden), 0)::int8 from (select distinct on (proces) onderhanden from poort_meting
             where op > clock_timestamp() - interval '5 seconds' order by proces, op desc) laatste) as onderhanden,
            round(sum(p50_ms * bevestigd)::numeric / nullif(sum(bevestigd) filter (where p50_ms is not null), 0))::int4 as "p50Ms",
            max(p99_ms) as "p99Ms"
     from poort_meting where op > clock_timestamp() - interval '5 seconds'`)
  const [row] = rows
  if (row === undefined) throw new Error('reading poort_meting gave no row')
  return row
}

type Reeksrij = { leeftijdS: number; wachtend: number; toegelatenTot: number; overCent: number; over: Record<string, number> }

/** How the tijdvak stood in the last quarter of an hour, the oldest first. */
export async function listMetingen(tijdvakId: string): Promise<readonly Reeksrij[]> {
  const { rows } = await pool.query<Reeksrij>(
    `select extract(epoch from clock_timestamp() - op)::float8 as "leeftijdS", wachtend, toegelaten_tot as "toegelatenTot", over,
            (select coalesce(sum(value::int8), 0)::int8 from jsonb_each_text(over)) as "overCent"
     from regie_meting where tijdvak_id = $1 and op > clock_timestamp() - $2 * interval '1 second' order by op`,
    [tijdvakId, VENSTER_S])
  return rows
}

/** The traffic of the last quarter of an hour in pieces of ten seconds, the oldest first. */
export async function listVerkeer(): Promise<{ bevestigdPerSeconde: readonly Meetpunt[]; p99Ms: readonly Meetpunt[] }> {
  const { rows } = await pool.query<{ leeftijdS: number; bevestigd: number; p99: number | null }>(
    `select 10 * stuk + 5 as "leeftijdS", sum(bevestigd)::float8 / 10 as bevestigd, max(p99_ms) as p99
     from (select floor(extract(epoch from clock_timestamp() - op) / 10)::int4 as stuk, bevestigd, p99_ms from poort_meting
           where op > clock_timestamp() - $1 * interval '1 second') m
     group by stuk order by stuk desc`, [VENSTER_S])
  return {
    bevestigdPerSeconde: rows.map(({ leeftijdS, bevestigd }) => ({ leeftijdS, waarde: bevestigd })),
    p99Ms: rows.flatMap(({ leeftijdS, p99 }) => (p99 === null ? [] : [{ leeftijdS, waarde: p99 }])),
  }
}

export type Leven = { proces: string; leeftijdS: number }

/** The last sign of life of the processes that showed one in the last minutes. */
export async function listProcessen(): Promise<{ poorten: readonly Leven[]; workers: readonly Leven[] }> {
  const [poorten, workers] = await Promise.all([
    // A poort that nobody visits measures nothing and beats all the same.
    pool.query<Leven>(`select proces, extract(epoch from clock_timestamp() - max(op))::float8 as "leeftijdS"
      from (select proces, op from poort_meting where op > clock_timestamp() - interval '1 minute'
            union all select proces, op from hartslag where soort = 'poort' and op > clock_timestamp() - interval '1 minute') p
      group by proces order by proces`),
    pool.query<Leven>(`select proces, extract(epoch from clock_timestamp() - op)::float8 as "leeftijdS" from hartslag
      where soort = 'workers' and op > clock_timestamp() - interval '2 minutes' order by proces`),
  ])
  return { poorten: poorten.rows, workers: workers.rows }
}

/** How much work waits in the outbox, and for how long the oldest. What may only happen later does not count. */
export async function readOutbox(): Promise<{ wachtend: number; oudsteS: number }> {
  const { rows } = await pool.query<{ wachtend: number; oudsteS: number }>(
    `select count(*) as wachtend, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as "oudsteS"
     from outbox where verwerkt_op is null and (niet_voor is null or niet_voor <= nu())`)
  return rows[0] ?? { wachtend: 0, oudsteS: 0 }
}

/** How many payments left that the bank had to carry out on this day or before and said nothing of, and the first day of them; null when there are none. */
export async function readStilleBetalingen(tot: PlainDate): Promise<{ aantal: number; sinds: PlainDate } | null> {
  const { rows: [rij] } = await pool.query<{ aantal: number; sinds: string | null }>(
    `select count(*)::int4 as aantal, min(p.uitvoeringsdag)::text as sinds from betaalbatch p join betaling b on b.batch_id = p.id and b.status = 'onderweg'
     where p.vrijgegeven_op is not null and p.uitvoeringsdag <= $1::date`, [tot])
  return rij?.sinds == null ? null : { aantal: rij.aantal, sinds: plainDate(rij.sinds) }
}

type Handelingrij = Omit<RegieHandeling, 'wat' | 'toelichting' | 'op'> & { soort: string; op: Date; gegevens: Record<string, unknown> }

/** What was done with a tijdvak and its wachtkamer, the newest first. */
export async function listHandelingen(tijdvak: { id: string; code: string }, limit: number): Promise<readonly Handelingrij[]> {
  const { rows } = await pool.query<Handelingrij>(
    `select g.id::text as id, g.op, g.soort, g.reden, g.gegevens, coalesce(m.medewerker_naam, 'Systeem') as wie
     from gebeurtenis g left join gebruiker m on m.id = g.door_id
     where (g.onderwerp, g.onderwerp_id) in (('tijdvak', $1), ('wachtkamer', $2), ('wachtkamer', $1)) order by g.id desc limit $3`,
    [tijdvak.id, tijdvak.code, limit])
  return rows
}

export type Meting = { tijdvakId: string; wachtend: number; toegelatenTot: number; perMinuut: number; over: Readonly<Record<string, number>> }

/** Writes how some tijdvakken stand now; what is older than a day goes. */
export async function saveMetingen(metingen: readonly Meting[]): Promise<void> {
  await pool.query(
    `insert into regie_meting (tijdvak_id, wachtend, toegelaten_tot, per_minuut, over, ontvangen, onbeslist)
     select m."tijdvakId", m.wachtend, m."toegelatenTot", m."perMinuut", m.over,
            (select count(*) from indiening i where i.tijdvak_id = m."tijdvakId"),
            (select count(*) from aanvraag a where a.tijdvak_id = m."tijdvakId" and a.status = 'ingediend')
     from jsonb_to_recordset($1::jsonb) as m ("tijdvakId" uuid, wachtend integer, "toegelatenTot" integer, "perMinuut" integer, over jsonb)
     on conflict do nothing`, [JSON.stringify(metingen)])
  await pool.query(`delete from regie_meting where op < clock_timestamp() - interval '1 day'`)
}
