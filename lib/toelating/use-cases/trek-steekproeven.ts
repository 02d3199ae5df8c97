import { randomBytes } from 'node:crypto'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { nowOn } from '@/lib/platform/clock'
import { inPgTransaction, prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { insertSteekproef, listZonderSteekproef } from '@/lib/toelating/repo'
import { calculateUiterlijk, maandOf } from '@/lib/toelating/rules/steekproef'

/** Any number that nothing else uses: one process draws at a time. */
const LOCK = 7_301_904

/**
 * Draws for every erkenner the opleidingen that it must look at this month, once a month. The zaad is random and kept with the list it
 * was drawn from, so nobody could know it before and anybody can do it again afterwards. Gives how many samples were drawn.
 */
export async function trekSteekproeven(): Promise<number> {
  return inPgTransaction(async (client) => {
    const { rows: [lock] } = await client.query<{ vrij: boolean }>('select pg_try_advisory_xact_lock($1) as vrij', [LOCK])
    if (lock?.vrij !== true) return 0
    const dag = amsterdamDate(await nowOn(client))
    const maand = maandOf(dag)
    const erkenners = await listZonderSteekproef(client, maand, dag)
    if (erkenners.length === 0) return 0
    const { aantal, dagen } = (await leesRegeling(prisma, dag)).get('erkenner-steekproef')
    for (const { id, code } of erkenners) {
      const zaad = `${code}/${maand}/${randomBytes(16).toString('hex')}`
      await insertSteekproef(client, { erkennerId: id, maand, dag, uiterlijkOp: calculateUiterlijk(dag, dagen), zaad, aantal })
    }
    return erkenners.length
  })
}
