import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { listRest, readPeiling, savePeiling } from '@/lib/wachtkamer/repo/peiling'
import { becomeEnige, countOnbeslist, listToelatend, readIndienenMs, saveToelating, type Toelatend } from '@/lib/wachtkamer/repo/toelating'
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
    const kamers = (await listToelatend(client)).filter(isOpen)
    if (kamers.length === 0) return
    const indienenMs = await readIndienenMs(client)
    for (const kamer of kamers) await laatKamerToe(client, kamer, indienenMs)
  })
}

async function laatKamerToe(client: PoolClient, kamer: Toelatend, indienenMs: number | null): Promise<void> {
  const druk = calculateDruk({ onbeslist: await countOnbeslist(client, kamer.tijdvakId, ONBESLIST_TOT), indienenMs })
  const { toegelatenTot, restMs } = calculateToelating({ ...kamer, druk })
  // Nothing is written in a room where everybody is let in, and the time of who is still to come in keeps counting.
  if (toegelatenTot > kamer.toegelatenTot) await saveToelating(client, kamer, { toegelatenTot, restMs })
  await faultpoint('wachtkamer.toelaten-voor-commit')
}

/** Looks whether the budget is exhausted and how far it will reach, for every tijdvak that is open and drawn. */
export async function peilWachtkamers(): Promise<void> {
  await inPgTransaction(async (client) => {
    if (!(await becomeEnige(client, 'peil'))) return
    for (const kamer of await listToelatend(client)) {
      if (!isOpen(kamer)) continue
      await peil(client, kamer.tijdvakId)
    }
  })
}

async function peil(client: PoolClient, tijdvakId: string): Promise<void> {
  const peiling = await readPeiling(client, tijdvakId)
  if (peiling === undefined) return
  const rest = await listRest(client, tijdvakId, { metTerugval: false })
  const overCent = rest.reduce((som, { vrijCent, gesloten }) => som + (gesloten ? 0 : Math.max(0, vrijCent)), 0)
  await savePeiling(client, tijdvakId, {
    // As long as somebody can be paid from the own compartiment, the others need no look.
    isUitgeput: isUitgeput(rest, peiling.pastNietRegel) && isUitgeput(await listRest(client, tijdvakId, { metTerugval: true }), peiling.pastNietRegel),
    reiktTot: estimateBereik({ ...peiling, overCent }),
    verlatenWachtend: peiling.verlatenWachtend,
  })
}

function isOpen(kamer: Toelatend): boolean {
  return calculateToestand(kamer, kamer.nu) === 'open' && isGeloot(kamer, kamer.opentOp)
}
