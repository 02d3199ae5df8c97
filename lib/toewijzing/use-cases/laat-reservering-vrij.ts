import { SYSTEEM } from '@/lib/base/actor'
import { inTransaction } from '@/lib/platform/db'
import { lockReservering, markVrijgevallen } from '@/lib/toewijzing/repo'
import { geefReserveringVrij } from '@/lib/toewijzing/use-cases/geef-reservering-vrij'

/**
 * After a burger withdrew: the place in the kalenderjaar is free again (invariant I4), and so is the budget that is still
 * reserved. What went to a verplichting in the meantime falls free with that. Idempotent.
 */
export function laatReserveringVrij(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const reservering = await lockReservering(tx, aanvraagId)
    if (reservering?.status !== 'ingetrokken') return
    if (reservering.gereserveerdCent > 0) await geefReserveringVrij(tx, aanvraagId, SYSTEEM)
    else await markVrijgevallen(tx, aanvraagId)
  })
}
