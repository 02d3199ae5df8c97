import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { becomeEnige, countOnbeslist, listToelatend, readPeiling, savePeiling, saveToelating, type Toelatend } from '@/lib/wachtkamer/repo'
import { estimateBereik } from '@/lib/wachtkamer/rules/bereik'
import { calculateDruk, calculateToelating, ONBESLIST_TOT } from '@/lib/wachtkamer/rules/toelating'
import { isGeloot } from '@/lib/wachtkamer/rules/toestand'
import { isUitgeput } from '@/lib/wachtkamer/rules/uitputting'

/**
 * Lets people in: raises, for every tijdvak that is open and drawn, the place up to which people may submit. One process at a
 * time does it, the others stand by. It fails closed: what is not committed lets nobody in.
 */
export async function laatToe(): Promise<void> {
  await inPgTransaction(async (client) => {
    if (!(await becomeEnige(client, 'laat-toe'))) return
    for (const kamer of await listToelatend(client)) if (isOpen(kamer)) await laatKamerToe(client, kamer)
  })
}

async function laatKamerToe(client: PoolClient, kamer: Toelatend): Promise<void> {
  const druk = calculateDruk({ onbeslist: await countOnbeslist(client, kamer.tijdvakId, ONBESLIST_TOT), indienenMs: null })
  const { toegelatenTot, restMs } = calculateToelating({ ...kamer, druk })
  // Nothing is written in a room where everybody is let in, and the time of who is still to come in keeps counting.
  if (toegelatenTot > kamer.toegelatenTot || kamer.verstrekenMs === 0) await saveToelating(client, kamer, { toegelatenTot, restMs })
}

/** Looks whether the budget is exhausted and how far it will reach, for every tijdvak that is open and drawn. */
export async function peilWachtkamers(): Promise<void> {
  await inPgTransaction(async (client) => {
    if (!(await becomeEnige(client, 'peil'))) return
    for (const kamer of await listToelatend(client)) {
      if (!isOpen(kamer)) continue
      const peiling = await readPeiling(client, kamer.tijdvakId)
      if (peiling === undefined) continue
      const overCent = peiling.compartimenten.reduce((som, { vrijCent, gesloten }) => som + (gesloten ? 0 : Math.max(0, vrijCent)), 0)
      const reiktTot = estimateBereik({ ...peiling, overCent })
      await savePeiling(client, kamer.tijdvakId, { isUitgeput: isUitgeput(peiling.compartimenten, peiling.pastNietRegel), reiktTot, verlatenWachtend: peiling.verlatenWachtend })
    }
  })
}

function isOpen(kamer: Toelatend): boolean {
  return calculateToestand(kamer, kamer.nu) === 'open' && isGeloot(kamer, kamer.opentOp)
}
