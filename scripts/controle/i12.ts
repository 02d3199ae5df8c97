import type { ClientBase } from 'pg'
import { plainDate, type PlainDate } from '@/lib/base/date'
import type { ParameterRij, Regeling } from '@/lib/regeling/model'
import { calculateBeslistermijn } from '@/lib/regeling/rules/beslistermijn'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'
import { findFouten, sql, type Invariant, type Uitkomst } from './frame'

const IN_TABLES = {
  'tijd-zonder-zone': sql(`select format('kolom %s.%s: is een tijd zonder tijdzone', k.attrelid::regclass, k.attname)
   from pg_attribute k join pg_class t on t.oid = k.attrelid and t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm')
   where k.attnum > 0 and not k.attisdropped and k.atttypid in ('timestamp'::regtype, 'time'::regtype)`),
  'ander-kalenderjaar': sql(`select format('aanvraag %s: telt in %s, maar is ontvangen in %s', kenmerk, kalenderjaar, extract(year from ingediend_op at time zone 'Europe/Amsterdam'))
   from aanvraag where ingediend_op is not null and kalenderjaar <> extract(year from ingediend_op at time zone 'Europe/Amsterdam')`),
}

/** Where a term was written down: what names the row, the moment it began, and its last day. */
type Termijn = { readonly wat: string; readonly bron: string; readonly naam: string; readonly vanaf: string; readonly tot: string; readonly calculate: (vanaf: PlainDate, regeling: Regeling) => PlainDate | undefined }

const TERMIJNEN: readonly Termijn[] = [
  {
    wat: 'bezwaartermijn', bron: 'besluit', naam: 'kenmerk', vanaf: 'genomen_op', tot: 'bezwaar_uiterlijk_op',
    calculate: (vanaf, regeling) => calculateBezwaartermijn(vanaf, regeling),
  },
  {
    wat: 'beslistermijn', bron: 'aanvraag', naam: 'kenmerk', vanaf: 'ingediend_op', tot: 'beslis_uiterlijk_op',
    calculate: (vanaf, regeling) => {
      const termijn = calculateBeslistermijn(vanaf, [], regeling)
      return termijn.stand === 'loopt' ? termijn.uiterlijkOp : undefined
    },
  },
]

/** Recomputes a term for every day on which one began (there are few days), and finds the rows that say something else. */
async function judgeTermijn(client: ClientBase, { wat, bron, naam, vanaf, tot, calculate }: Termijn): Promise<Uitkomst> {
  const parameters = await readParameters(client)
  const dag = `(${vanaf} at time zone 'Europe/Amsterdam')::date`
  const { rows } = await client.query<{ dag: string }>(`select distinct ${dag}::text as dag from ${bron} where ${vanaf} is not null`)
  const verwacht = rows.map((row) => ({ dag: row.dag, uiterlijk: calculate(plainDate(row.dag), makeRegeling(parameters, plainDate(row.dag))) ?? null }))
  return findFouten(client,
    `select format('${bron} %s: de ${wat} eindigt op %s, berekend is %s', r.${naam}, coalesce(r.${tot}::text, 'onbekend'), v.uiterlijk)
     from ${bron} r join unnest($1::date[], $2::date[]) as v (dag, uiterlijk) on v.dag = (r.${vanaf} at time zone 'Europe/Amsterdam')::date
     where r.${tot} is distinct from v.uiterlijk`,
    [verwacht.map((one) => one.dag), verwacht.map(({ uiterlijk }) => uiterlijk)])
}

async function readParameters(client: ClientBase): Promise<readonly ParameterRij[]> {
  const { rows } = await client.query<{ naam: string; waarde: unknown; geldigVan: string; geldigTot: string | null; bron: string }>(
    'select naam, waarde, geldig_van::text as "geldigVan", geldig_tot::text as "geldigTot", bron from parameter')
  return rows.map(({ geldigVan, geldigTot, ...rest }) => ({ ...rest, geldigVan: plainDate(geldigVan), geldigTot: geldigTot === null ? null : plainDate(geldigTot) }))
}

/**
 * I12: all times are stored in UTC and judged in Europe/Amsterdam; terms count calendar days, and the Algemene termijnenwet moves
 * an end on a Saturday, Sunday or holiday to the next working day. Days are cut by the database and terms by the rules of the
 * regeling, so that two implementations of the Dutch day must agree.
 */
export const i12: Invariant = {
  id: 'I12',
  titel: 'elke tijd heeft een tijdzone, en elke termijn eindigt op de dag die uit de wet volgt',
  omvang: `select 'bezwaartermijnen: ' || (select count(*) from besluit) || ', beslistermijnen: ' || (select count(*) from indiening)`,
  checks: {
    ...IN_TABLES,
    ...Object.fromEntries(TERMIJNEN.map((termijn) => [termijn.wat, (client: ClientBase) => judgeTermijn(client, termijn)])),
  },
}
