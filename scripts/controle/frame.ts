import type { ClientBase } from 'pg'

/** What a check found: how many offending rows, and the first of them as lines with ids and kenmerken, never a name or a BSN. */
export type Uitkomst = { readonly aantal: number; readonly regels: readonly string[]; readonly noot?: string }

/** One invariant of the domain with the check that proves it on a database. */
export type Invariant = {
  readonly id: `I${number}`
  /** What is proven, as a Dutch sentence part. */
  readonly titel: string
  /** SQL that gives one text: how much was looked at. A check that saw nothing proves nothing. */
  readonly omvang: string
  /** The connection is in a read only transaction with one snapshot, so that a running system cannot move in between. */
  readonly check: (client: ClientBase) => Promise<Uitkomst>
}

const MAX_REGELS = 20

/** Runs SQL that gives one text column: a line per offending row. They are counted in the database; only the first ones come here. */
export async function findFouten(client: ClientBase, sql: string, values: readonly unknown[] = []): Promise<Uitkomst> {
  const { rows: [row] } = await client.query<{ aantal: number; regels: string[] }>(
    `with fout (regel) as materialized (${sql})
     select (select count(*)::integer from fout) as aantal, array(select regel from fout order by regel limit ${MAX_REGELS}) as regels`, [...values])
  if (row === undefined) throw new Error('a check gave no row')
  return row
}

/** An invariant that is proven by a list of statements, each of which finds one kind of fault. */
export function sqlCheck(...statements: readonly string[]): Invariant['check'] {
  return async (client) => {
    const uitkomsten: Uitkomst[] = []
    for (const sql of statements) uitkomsten.push(await findFouten(client, sql))
    return combine(uitkomsten)
  }
}

/** Several outcomes as one. */
export function combine(uitkomsten: readonly Uitkomst[]): Uitkomst {
  const noten = uitkomsten.flatMap(({ noot }) => noot ?? [])
  return {
    aantal: uitkomsten.reduce((total, { aantal }) => total + aantal, 0),
    regels: uitkomsten.flatMap(({ regels }) => regels),
    ...(noten.length === 0 ? {} : { noot: noten.join(' ') }),
  }
}

/** The outcome of a check that was done here and not in SQL. */
export function toUitkomst(regels: readonly string[], noot?: string): Uitkomst {
  return { aantal: regels.length, regels: regels.slice(0, MAX_REGELS), ...(noot === undefined ? {} : { noot }) }
}

/** How a compartiment is named in a line: its tijdvak and its code. `c` is the alias of the table compartiment. */
export const COMPARTIMENT = `(select t.code from tijdvak t where t.id = c.tijdvak_id) || ' ' || c.code`
