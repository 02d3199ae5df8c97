import type { Actor } from '@/lib/base/actor'
import type { Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { markVrijgevallen } from '@/lib/toewijzing/repo'

/**
 * Gives the reserved budget of an aanvraag back to its compartiment, and frees the burger's place in the kalenderjaar (invariant I4).
 * Nothing reserved, or given back already: does nothing. Call it with the row of the aanvraag locked, before there is a verplichting.
 */
export async function geefReserveringVrij(tx: Tx, aanvraagId: string, actor: Actor): Promise<void> {
  const toewijzing = await tx.toewijzing.findUnique({ where: { aanvraagId } })
  if (toewijzing === null || toewijzing.uitkomst !== 'gereserveerd' || toewijzing.vrijgevallenOp !== null) return
  const { compartimentId, bedragCent } = toewijzing
  await boek(tx, {
    soort: 'geef-reservering-vrij',
    oorzaak: 'aanvraag',
    oorzaakId: aanvraagId,
    actor,
    regels: makePost('geef-reservering-vrij', bedragCent, { compartimentId, aanvraagId }),
  })
  await markVrijgevallen(tx, aanvraagId)
}
