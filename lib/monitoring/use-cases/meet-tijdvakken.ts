import { now } from '@/lib/platform/clock'
import { prisma, withClient } from '@/lib/platform/db'
import { leesTijdvakken } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { readStand } from '@/lib/wachtkamer/views'
import { saveMetingen, type Meting } from '@/lib/monitoring/repo'

/** From an hour before the opening on, there is something to see. */
const VOORAF_MS = 3_600_000
const LOCK = 7_300_121

/**
 * Writes how every tijdvak that runs or opens within the hour stands: the tick of a worker. Of several workers one does it; answers
 * how many tijdvakken were measured.
 */
export async function meetTijdvakken(): Promise<number> {
  return withClient(async (client) => {
    const { rows: [lock] } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (lock?.mine !== true) return 0
    try {
      return await measure()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
}

async function measure(): Promise<number> {
  const nu = await now()
  const actief = (await leesTijdvakken(prisma)).filter((tijdvak) => calculateToestand(tijdvak, nu) !== 'gesloten' && tijdvak.opentOp.getTime() - nu.getTime() < VOORAF_MS)
  const metingen: Meting[] = []
  for (const { id, code } of actief) {
    const stand = await readStand(code)
    if (stand !== undefined) metingen.push({ tijdvakId: id, wachtend: stand.wachtend, toegelatenTot: stand.nu, perMinuut: stand.perMinuut, over: stand.overCent })
  }
  if (metingen.length > 0) await saveMetingen(metingen)
  return metingen.length
}
