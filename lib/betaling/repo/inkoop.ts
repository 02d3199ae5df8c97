import 'server-only'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import type { InkoopberichtSoort } from '@/lib/betaling/model'
import { findVorm } from '@/lib/betaling/repo'

/** An order with what its document says, by the number that it has now. */
export async function findOrderFeiten(tx: Tx, aanvraagId: string) {
  const rij = await tx.verplichting.findUniqueOrThrow({
    where: { aanvraagId },
    select: {
      id: true, aanvraagId: true, ordernummer: true, opleiderId: true, bedragCent: true,
      aanvraag: { select: { kenmerk: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { startdatum: true, einddatum: true } }, scholingsactiviteit: { select: { opleidingsvorm: true } } } },
    },
  })
  const { kenmerk, opleiding, aanmeldbewijs, scholingsactiviteit } = rij.aanvraag
  return {
    verplichtingId: rij.id, ordernummer: rij.ordernummer, opleiderId: rij.opleiderId, bedragCent: rij.bedragCent, aanvraagKenmerk: kenmerk, titel: opleiding.titel,
    startdatum: fromDbDate(aanmeldbewijs.startdatum), einddatum: fromDbDate(aanmeldbewijs.einddatum), opleidingsvorm: await findVorm(tx, rij.aanvraagId) ?? scholingsactiviteit.opleidingsvorm,
  }
}

/** How many documents there are of an order number. */
export function countInkoopberichten(tx: Tx, ordernummer: string): Promise<number> {
  return tx.inkoopbericht.count({ where: { ordernummer } })
}

export async function saveInkoopbericht(tx: Tx, data: { verplichtingId: string; opleiderId: string; ordernummer: string; soort: InkoopberichtSoort; volgnummer: number; documentId: string }): Promise<void> {
  await tx.inkoopbericht.create({ data, select: { id: true } })
}

/** Whether an aanvraag has an order that was not ended and not paid in full. */
export async function hasLopendeOrder(tx: Tx, aanvraagId: string): Promise<boolean> {
  return (await tx.verplichting.count({ where: { aanvraagId, status: { in: ['open', 'deels-gefactureerd', 'gefactureerd'] } } })) > 0
}
