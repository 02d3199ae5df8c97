import type { Actor } from '@/lib/base/actor'
import type { Cent } from '@/lib/base/money'
import { toVerplichtingStatus } from '@/lib/betaling/model'
import { nextOrdernummer } from '@/lib/betaling/repo'
import { listStaandeFacturen } from '@/lib/betaling/repo/factuur'
import { lockFacturen, lockOpdracht, saveHerstel } from '@/lib/betaling/repo/geldstand'
import { calculateHerstelling } from '@/lib/betaling/rules/herstel'
import { stuurOpdracht } from '@/lib/betaling/use-cases/stuur-opdracht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

type TeHerstellen = { readonly aanvraagId: string; readonly naarCent: Cent; readonly besluitId: string; readonly actor: Actor }

/** Of which compartiment an order is, and by how much it would be more at this amount, in cents. Its invoices stay as they are until the transaction ends. */
export async function lockHerstel(tx: Tx, aanvraagId: string, naarCent: Cent): Promise<{ compartimentId: string; erbijCent: number }> {
  await lockFacturen(tx, aanvraagId)
  const { opdracht, herstelling } = await bereken(tx, aanvraagId, naarCent)
  return { compartimentId: opdracht.compartimentId, erbijCent: herstelling?.erbijCent ?? 0 }
}

/**
 * Brings the order of an aanvraag back to what a herroeping says, in its transaction: as a new order when it had lapsed, higher when it was
 * lowered. The opleider gets it as a letter and as a document, and may invoice it. Its compartiment must have the room. Gives by how much.
 */
export async function herstelVerplichting(tx: Tx, { aanvraagId, naarCent, besluitId, actor }: TeHerstellen): Promise<number> {
  const { opdracht, herstelling } = await bereken(tx, aanvraagId, naarCent)
  if (herstelling === undefined) return 0
  const { erbijCent, status, isNieuw } = herstelling
  const { id, compartimentId, opleiderId, aanvraag } = opdracht
  const ordernummer = isNieuw ? await nextOrdernummer(tx) : opdracht.ordernummer
  await saveHerstel(tx, id, { ordernummer, bedragCent: naarCent, status })
  await boek(tx, { soort: 'herstel-verplichting', oorzaak: 'besluit', oorzaakId: besluitId, actor, regels: makePost('herstel-verplichting', erbijCent, { compartimentId, aanvraagId, opleiderId }) })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'herstel-verplichting', actor, zichtbaar: true,
    gegevens: { ordernummer, bedragCent: naarCent, ...(isNieuw && { vorigOrdernummer: opdracht.ordernummer }) },
  })
  await stuurOpdracht(tx, {
    aanvraagId, aanvraagKenmerk: aanvraag.kenmerk, opleiderId, ordernummer, bedragCent: naarCent, opleiding: aanvraag.opleiding.titel, startdatum: fromDbDate(aanvraag.aanmeldbewijs.startdatum),
  }, isNieuw ? 'hersteld' : 'verhoogd')
  return erbijCent
}

async function bereken(tx: Tx, aanvraagId: string, naarCent: Cent) {
  const opdracht = await lockOpdracht(tx, aanvraagId)
  if (opdracht === null) throw new Error(`aanvraag ${aanvraagId} never had an order`)
  const feiten = { status: toVerplichtingStatus(opdracht.status), bedragCent: opdracht.bedragCent }
  return { opdracht, herstelling: calculateHerstelling(feiten, await listStaandeFacturen(tx, opdracht.id), naarCent) }
}
