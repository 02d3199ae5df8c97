import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockEigenPlaats, saveAfloop } from '@/lib/reservelijst/repo'
import type { ReserveReden } from '@/lib/reservelijst/texts'

/** Gives up the place on the list for the besluit that there is no budget, with which a burger can object (Awb 4:13). */
export function vraagBesluit(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<ReserveReden>> {
  return inTransaction(async (tx) => {
    const plaats = await lockEigenPlaats(tx, burger.id, kenmerk)
    if (plaats === undefined) return refused('niet-gevonden')
    if (plaats.toestand === 'besluit-gevraagd') return done
    if (plaats.status !== 'reserve') return refused('niet-op-de-lijst')

    const { aanvraagId } = plaats
    await saveAfloop(tx, { aanvraagId, handeling: 'vraag-besluit', van: 'reserve', naar: 'niet-toegewezen', toestand: 'besluit-gevraagd', actor: burger })
    await enqueue(tx, 'wijs-aanvraag-af', { aanvraagId })
    return done
  })
}
