import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockEigenPlaats, saveAfloop } from '@/lib/reservelijst/repo'
import type { ReserveReden } from '@/lib/reservelijst/texts'

/** Accepts the offered budget: the aanvraag is judged now. Accepting twice is accepting once. */
export function aanvaardAanbod(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<ReserveReden>> {
  return inTransaction(async (tx) => {
    const plaats = await lockEigenPlaats(tx, burger.id, kenmerk)
    if (plaats === undefined) return refused('niet-gevonden')
    if (plaats.toestand === 'aanvaard') return done
    if (plaats.toestand === 'verlopen') return refused('te-laat')
    if (plaats.status !== 'aangeboden' || plaats.uiterlijkOp === null) return refused('geen-aanbod')
    if ((await nowIn(tx)) >= plaats.uiterlijkOp) return refused('te-laat')

    const { aanvraagId } = plaats
    await saveAfloop(tx, { aanvraagId, handeling: 'aanvaard-aanbod', van: 'aangeboden', naar: 'gereserveerd', toestand: 'aanvaard', actor: burger })
    await enqueue(tx, 'beoordeel-aanvraag', { aanvraagId })
    return done
  })
}
