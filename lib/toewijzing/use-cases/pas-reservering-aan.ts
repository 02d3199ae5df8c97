import { SYSTEEM } from '@/lib/base/actor'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { lockReservering, saveReservering } from '@/lib/toewijzing/repo'

/**
 * After a burger chose another opleiding: what is reserved above its amount falls free, and the aanvraag is judged again.
 * Idempotent: a second time there is nothing above it.
 */
export function pasReserveringAan(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const reservering = await lockReservering(tx, aanvraagId)
    if (reservering?.status !== 'gereserveerd') return
    await verlaagReservering(tx, aanvraagId)
    await enqueue(tx, 'beoordeel-aanvraag', { aanvraagId })
  })
}

/**
 * Gives back what is reserved above what the aanvraag asks, so that no more is granted than was asked. A reservation that is
 * not higher stays as it is: under the rule 'deels' it is lower. Answers whether something changed.
 */
export async function verlaagReservering(tx: Tx, aanvraagId: string): Promise<boolean> {
  const reservering = await lockReservering(tx, aanvraagId)
  if (reservering === undefined || reservering.gereserveerdCent <= reservering.bedragCent) return false
  const { bedragCent, gereserveerdCent, compartimentId, aanmeldbewijsId } = reservering
  await boek(tx, {
    soort: 'geef-reservering-vrij', oorzaak: 'kies-andere-opleiding', oorzaakId: `${aanvraagId}/${aanmeldbewijsId}`, actor: SYSTEEM,
    regels: makePost('geef-reservering-vrij', gereserveerdCent - bedragCent, { compartimentId, aanvraagId }),
  })
  await saveReservering(tx, aanvraagId, bedragCent)
  return true
}
