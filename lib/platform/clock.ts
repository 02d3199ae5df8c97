import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { pool, type PoolClient, type Tx } from '@/lib/platform/db'

/** The legal now: nu() of the database, which `npm run klok` can shift outside production. */
export async function now(): Promise<Date> {
  const { rows } = await pool.query<{ nu: Date }>('select nu() as nu')
  return first(rows).nu
}

/** The legal now, asked on the connection of this transaction. */
export async function nowIn(tx: Tx): Promise<Date> {
  return first(await tx.$queryRaw<{ nu: Date }[]>`select nu() as nu`).nu
}

/** The legal now, asked on this connection. */
export async function nowOn(client: PoolClient): Promise<Date> {
  const { rows } = await client.query<{ nu: Date }>('select nu() as nu')
  return first(rows).nu
}

/** The legal day in Europe/Amsterdam. */
export async function today(): Promise<PlainDate> {
  return amsterdamDate(await now())
}

/** The legal day in Europe/Amsterdam, asked on the connection of this transaction. */
export async function todayIn(tx: Tx): Promise<PlainDate> {
  return amsterdamDate(await nowIn(tx))
}

/** The moment so many milliseconds before another one, in whole milliseconds. */
export function before(moment: Date, ms: number): Date {
  return new Date(moment.getTime() - Math.max(0, Math.floor(ms)))
}

/** The clock of this machine, for technical moments (expiry of a cache, a log line): never for a legal one. */
export function machineNow(): Date {
  return new Date()
}

function first<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('nu() gave no row')
  return row
}
