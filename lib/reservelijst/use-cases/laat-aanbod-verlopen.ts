import { SYSTEEM } from '@/lib/base/actor'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, withClient } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { listVerlopen, lockPlaats, saveAfloop } from '@/lib/reservelijst/repo'
import { geefReserveringVrij } from '@/lib/toewijzing/use-cases/geef-reservering-vrij'

const MAX_PER_RONDE = 100

/** Ends every offer that was not answered in time. Answers how many; any number of processes may do this at once. */
export async function laatAanbiedingenVerlopen(): Promise<number> {
  const aanvraagIds = await withClient((client) => listVerlopen(client, MAX_PER_RONDE))
  let verlopen = 0
  for (const aanvraagId of aanvraagIds) if (await laatAanbodVerlopen(aanvraagId)) verlopen += 1
  return verlopen
}

/** Ends one offer: the budget falls free for the next in line, and a besluit follows. False when it was answered after all. */
export function laatAanbodVerlopen(aanvraagId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const { status, toestand, uiterlijkOp } = await lockPlaats(tx, aanvraagId)
    if (status !== 'aangeboden' || toestand !== 'aangeboden' || uiterlijkOp === null || (await nowIn(tx)) < uiterlijkOp) return false

    await saveAfloop(tx, { aanvraagId, handeling: 'laat-aanbod-verlopen', van: 'aangeboden', naar: 'niet-toegewezen', toestand: 'verlopen', actor: SYSTEEM })
    await geefReserveringVrij(tx, aanvraagId, SYSTEEM)
    await enqueue(tx, 'wijs-aanvraag-af', { aanvraagId })
    return true
  })
}
