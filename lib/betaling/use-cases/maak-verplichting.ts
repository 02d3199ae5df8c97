import { SYSTEEM } from '@/lib/base/actor'
import { lockAanvraagForVerplichting, nextOrdernummer, saveVerplichting, type VerplichtingAanvraag } from '@/lib/betaling/repo'
import { stuurOpdracht } from '@/lib/betaling/use-cases/stuur-opdracht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fromDbDate, inTransaction, type Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Commits the amount of a verlening to the opleider: an inkoopopdracht with its own number, the booking from gereserveerd
 * to verplicht, and a message to the opleider. Idempotent: an aanvraag that has one, or is not verleend (any more), is left alone.
 */
export function maakVerplichting(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraagForVerplichting(tx, aanvraagId)
    if (aanvraag !== undefined) await maakVerplichtingIn(tx, aanvraag)
  })
}

/** As maakVerplichting, for an aanvraag that is locked in this transaction. */
export async function maakVerplichtingIn(tx: Tx, aanvraag: VerplichtingAanvraag): Promise<void> {
  if (aanvraag.status !== 'verleend' || aanvraag.verplichting !== null) return
  const { id: aanvraagId, opleiderId } = aanvraag
  const bedragCent = aanvraag.besluiten[0]?.bedragCent
  if (bedragCent === undefined) throw new Error(`aanvraag ${aanvraagId} is verleend without a besluit`)
  // Where the budget was found, which need not be the first compartiment that the aanvraag could use.
  const compartimentId = aanvraag.toewijzing?.compartimentId
  if (compartimentId === undefined) throw new Error(`aanvraag ${aanvraagId} is verleend without a toewijzing`)
  const ordernummer = await nextOrdernummer(tx)
  const verplichtingId = await saveVerplichting(tx, { ordernummer, aanvraagId, opleiderId, compartimentId, bedragCent })
  await boek(tx, {
    soort: 'ga-verplichting-aan', oorzaak: 'verplichting', oorzaakId: verplichtingId, actor: SYSTEEM,
    regels: makePost('ga-verplichting-aan', bedragCent, { compartimentId, aanvraagId, opleiderId }),
  })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'maak-verplichting', actor: SYSTEEM,
    gegevens: { ordernummer, bedragCent }, zichtbaar: true,
  })
  await stuurOpdracht(tx, {
    aanvraagId, aanvraagKenmerk: aanvraag.kenmerk, opleiderId, ordernummer, bedragCent, opleiding: aanvraag.opleiding.titel, startdatum: fromDbDate(aanvraag.aanmeldbewijs.startdatum),
  })
}
