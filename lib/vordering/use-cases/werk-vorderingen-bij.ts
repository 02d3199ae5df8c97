import { addDays } from '@/lib/base/date'
import { withClient, inTransaction, prisma } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockVordering } from '@/lib/vordering/repo/rij'
import { listTeDoen } from '@/lib/vordering/repo/rondgang'
import { volgendeStap } from '@/lib/vordering/rules/aanmaning'
import { bewaakRegeling } from '@/lib/vordering/use-cases/bewaak-regeling'
import { herinner, legOverdrachtVoor, maanAan } from '@/lib/vordering/use-cases/maan-aan'
import { laatVerjaren, rondBetalingAf } from '@/lib/vordering/use-cases/rond-af'
import { leesVandaag } from '@/lib/vordering/use-cases/schrijf'

/** Any number that nothing else uses: one process makes the round at a time. */
const LOCK = 7_301_925
const HOOGSTENS = 50

/**
 * The round over the claims, judged by the legal day: reminder, aanmaning, the case put to a person, instalments that were missed,
 * interest on what was paid late, limitation. Each claim in its own transaction: one that fails does not hold up the others,
 * and is thrown when the round is over.
 * Gives true when there is more to do at once. The same day a second time it finds nothing.
 */
export async function werkVorderingenBij(): Promise<boolean> {
  return withClient(async (client) => {
    const { rows: [lock] } = await client.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) as vrij', [LOCK])
    if (lock?.vrij !== true) return false
    try {
      const dag = await today()
      const regeling = await leesRegeling(prisma, dag)
      const ids = await listTeDoen(client, dag, {
        herinnerVanaf: addDays(dag, regeling.get('betaalherinnering').dagenVoorEinde), herstelVoor: addDays(dag, -regeling.get('betalingsregeling').hersteldagen), hoogstens: HOOGSTENS,
      })
      const fouten: unknown[] = []
      for (const id of ids) await werkVorderingBij(id).catch((fout: unknown) => fouten.push(fout))
      if (fouten.length > 0) throw new AggregateError(fouten, `${String(fouten.length)} of ${String(ids.length)} vorderingen could not be brought up to date`)
      return ids.length === HOOGSTENS
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
}

/** What is due for one claim today; nothing when another process was first. */
function werkVorderingBij(vorderingId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { id: vorderingId })
    if (rij === undefined || (rij.status !== 'open' && rij.status !== 'deels-voldaan')) return
    const vandaag = await leesVandaag(tx)
    if (rij.open.hoofdsom + rij.open.kosten === 0) return rondBetalingAf(tx, rij, vandaag)
    if (rij.verjaartOp < vandaag.dag) return laatVerjaren(tx, rij, vandaag)
    if (rij.isRegeling) return bewaakRegeling(tx, rij, vandaag)
    switch (volgendeStap(rij, vandaag.dag, vandaag.regeling.get('betaalherinnering'))) {
      case 'herinner':
        return herinner(tx, rij, vandaag)
      case 'maan-aan':
        return maanAan(tx, rij, vandaag)
      case 'leg-overdracht-voor':
        return legOverdrachtVoor(tx, rij)
      case undefined:
        return undefined
    }
  })
}
