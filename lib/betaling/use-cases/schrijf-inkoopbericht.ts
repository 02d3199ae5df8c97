import type { PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { InkoopberichtSoort } from '@/lib/betaling/model'
import { findOpleider } from '@/lib/betaling/repo'
import { countInkoopberichten, findOrderFeiten, hasLopendeOrder, saveInkoopbericht } from '@/lib/betaling/repo/inkoop'
import { makeInkoopbericht, makeInkoopnummer } from '@/lib/betaling/rules/maak-order'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import { UWV_ADRES } from '@/lib/betaling/texts'
import { todayIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import type { Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'

/** What differs from what the aanvraag says now: while a switch is under way it still names the old scholing. */
type Anders = { readonly opleiderId?: string; readonly ordernummer?: string; readonly bedragCent?: number; readonly opleiding?: string; readonly startdatum?: PlainDate }

/**
 * Writes the order, a change of it or its end as a document of Peppol BIS ordering, and keeps it for good, in the transaction of the
 * act that it tells about. An order that was made before there were such documents begins with the first one.
 */
export async function schrijfInkoopbericht(tx: Tx, aanvraagId: string, soort: InkoopberichtSoort, anders: Anders = {}): Promise<void> {
  const nu = await findOrderFeiten(tx, aanvraagId)
  const feiten = { ...nu, ...anders }
  const al = await countInkoopberichten(tx, feiten.ordernummer)
  // The number of the first document is that of the order, whatever it tells: an opleider's system knows nothing to change yet.
  const wordt = al === 0 && soort !== 'order' ? 'order' : soort
  if (al === 0 && soort === 'annulering') return
  const opleider = await findOpleider(tx, feiten.opleiderId)
  const kop = { ordernummer: feiten.ordernummer, volgnummer: al + 1 }
  const isZelfdeScholing = anders.opleiding === undefined || anders.opleiding === nu.titel
  const vorm = isZelfdeScholing ? OPLEIDINGSVORMEN.find((kandidaat) => kandidaat === nu.opleidingsvorm) : undefined
  const titel = anders.opleiding ?? nu.titel
  const inhoud = Buffer.from(makeInkoopbericht(wordt, {
    ...kop, datum: await todayIn(tx), aanvraagKenmerk: feiten.aanvraagKenmerk,
    koper: { naam: 'UWV', kvk: config.uwv.kvk, ...UWV_ADRES },
    verkoper: { naam: opleider.naam, kvk: opleider.kvk, straat: `${opleider.straat} ${opleider.huisnummer}`, plaats: opleider.plaats, postcode: opleider.postcode },
    bedragInclusief: cent(feiten.bedragCent),
    omschrijving: vorm === undefined ? titel : `${titel} (${formatOnderwijsvorm(vorm)})`,
    startdatum: feiten.startdatum,
    einddatum: anders.startdatum === undefined || anders.startdatum === nu.startdatum ? nu.einddatum : null,
  }), 'utf8')
  const documentId = await saveDocument(tx, { soort: 'inkooporder', naam: `${makeInkoopnummer(kop)}.xml`, mediatype: 'application/xml', inhoud })
  await saveInkoopbericht(tx, { ...kop, verplichtingId: feiten.verplichtingId, opleiderId: feiten.opleiderId, soort: wordt, documentId })
}

/** The day, place or form of what was ordered has changed: when there is an order that still runs, its document changes with it. */
export async function meldOrderwijziging(tx: Tx, aanvraagId: string): Promise<void> {
  if (await hasLopendeOrder(tx, aanvraagId)) await schrijfInkoopbericht(tx, aanvraagId, 'wijziging')
}
