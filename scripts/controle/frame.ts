import type { ClientBase } from 'pg'

/** What a check found: how many offending rows, and the first of them as lines with ids and kenmerken, never a name or a BSN. */
export type Uitkomst = { readonly aantal: number; readonly regels: readonly string[]; readonly noot?: string }

/** The connection is in a read only transaction with one snapshot, so that a running system cannot move in between. */
export type Check = (client: ClientBase) => Promise<Uitkomst>

/** One invariant of the domain with the check that proves it on a database. */
export type Invariant = {
  readonly id: `I${number}`
  /** What is proven, as a Dutch sentence part. */
  readonly titel: string
  /** SQL that gives one text: how much was looked at. A check that saw nothing proves nothing. */
  readonly omvang: string
  /** What can be wrong, each with the check that finds it. For each there is a test that plants it. */
  readonly checks: Readonly<Record<string, Check>>
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

/** A check that is one statement. */
export function sql(statement: string): Check {
  return (client) => findFouten(client, statement)
}

/** The outcome of a check that was done here and not in SQL. */
export function toUitkomst(regels: readonly string[], noot?: string): Uitkomst {
  return { aantal: regels.length, regels: regels.slice(0, MAX_REGELS), ...(noot === undefined ? {} : { noot }) }
}

/** How a compartiment is named in a line: its tijdvak and its code. `c` is the alias of the table compartiment. */
export const COMPARTIMENT = `(select t.code from tijdvak t where t.id = c.tijdvak_id) || ' ' || c.code`
