import type { PlainDate } from '@/lib/base/date'
import type { PoolClient, Tx } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { listParametersUntil } from '@/lib/regeling/repo'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'

/**
 * The regeling as it held on a day: the day that counts for what is decided, not always today (invariant I8).
 * Takes the transaction of the caller, or `prisma`, or a connection of plain SQL. A value that is missing is only missed when it is asked for: OnbekendePeriode.
 */
export async function leesRegeling(tx: Tx | PoolClient, opDatum: PlainDate): Promise<Regeling> {
  return makeRegeling(await listParametersUntil(tx, opDatum), opDatum)
}
