import type { Actor } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveFactuurStatus, saveVerplichtingStatus } from '@/lib/betaling/repo'
import { hasOnderweg, lockFacturen, lockOpdracht, readGeldstand, saveBedrag } from '@/lib/betaling/repo/geldstand'
import { calculateVerlaging, makeVerlaagdeOpdrachtbrief, type Geldstand, type VerlaagReden } from '@/lib/betaling/rules/verlaagde-opdracht'
import { schrijfInkoopbericht } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

type TeVerlagen = { readonly aanvraagId: string; readonly naarCent: number; readonly besluitId: string; readonly actor: Actor }
type Opdracht = NonNullable<Awaited<ReturnType<typeof lockOpdracht>>>

/** Where the subsidy of an aanvraag stands now. */
export function leesGeldstand(tx: Tx, aanvraagId: string): Promise<Geldstand> {
  return readGeldstand(tx, aanvraagId)
}

/**
 * The same for who decides about it: it stays so until the transaction ends. A file with its payment that goes out at the same moment
 * waits, or went before.
 */
export async function lockGeldstand(tx: Tx, aanvraagId: string): Promise<Geldstand> {
  await lockFacturen(tx, aanvraagId)
  return readGeldstand(tx, aanvraagId)
}

/** What keeps the order of an aanvraag from being brought down to this amount (in cents) now; asked before a besluit is written. */
export async function whyNietTeVerlagen(tx: Tx, aanvraagId: string, naarCent: number): Promise<readonly VerlaagReden[]> {
  const stand = await lockGeldstand(tx, aanvraagId)
  if (stand.gereserveerd > 0) return ['opdracht-ontbreekt']
  const { vervaltCent, raaktFacturen, terugCent } = calculateVerlaging(stand, naarCent)
  // Nobody is asked to pay back what the bank may still refuse.
  if (terugCent > 0 && await hasOnderweg(tx, aanvraagId)) return ['betaling-onderweg']
  const opdracht = await lockOpdracht(tx, aanvraagId)
  if (vervaltCent === 0 || opdracht === null) return []
  if (raaktFacturen && opdracht.facturen.some(({ status }) => status !== 'gematcht')) return ['betaling-onderweg']
  return opdracht.status === 'deels-gefactureerd' || stand.betaald > 0 ? ['opdracht-deels-gefactureerd'] : []
}

/**
 * Brings the order of an aanvraag down to what a besluit says, in the transaction of that besluit: what was not paid yet falls free, an
 * invoice for the old amount is given back, and the opleider hears of it. What was paid stays: that is claimed by lib/vordering.
 */
export async function verlaagVerplichting(tx: Tx, { aanvraagId, naarCent, besluitId, actor }: TeVerlagen): Promise<Outcome<VerlaagReden>> {
  const redenen = await whyNietTeVerlagen(tx, aanvraagId, naarCent)
  if (redenen.length > 0) return refused(...redenen)
  const { vervaltCent, raaktFacturen } = calculateVerlaging(await readGeldstand(tx, aanvraagId), naarCent)
  const opdracht = await lockOpdracht(tx, aanvraagId)
  if (vervaltCent === 0 || opdracht === null) return done

  if (raaktFacturen) await geefFacturenTerug(tx, opdracht, actor)
  const restCent = opdracht.bedragCent - vervaltCent
  if (restCent === 0) await saveVerplichtingStatus(tx, [opdracht.id], 'vervallen')
  else {
    if (opdracht.status !== 'open') await saveVerplichtingStatus(tx, [opdracht.id], 'open')
    await saveBedrag(tx, opdracht.id, restCent)
  }
  await boek(tx, {
    soort: 'laat-verplichting-vervallen', oorzaak: 'besluit', oorzaakId: besluitId, actor,
    regels: makePost('laat-verplichting-vervallen', vervaltCent, waarvanOf(opdracht)),
  })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: restCent === 0 ? 'laat-verplichting-vervallen' : 'verlaag-verplichting', actor, zichtbaar: true,
    gegevens: { ordernummer: opdracht.ordernummer, bedragCent: restCent },
  })
  await meldVerlaagdeOpdracht(tx, opdracht, restCent, raaktFacturen)
  await schrijfInkoopbericht(tx, aanvraagId, restCent === 0 ? 'annulering' : 'wijziging')
  return done
}

const waarvanOf = ({ compartimentId, aanvraagId, opleiderId }: Opdracht) => ({ compartimentId, aanvraagId, opleiderId })

async function geefFacturenTerug(tx: Tx, opdracht: Opdracht, actor: Actor): Promise<void> {
  for (const { id, bedragCent } of opdracht.facturen) {
    await saveFactuurStatus(tx, [id], 'afgekeurd', [{ code: 'STAP-ORDER-VERLAAGD', plaats: 'OrderReference/ID', gevonden: opdracht.ordernummer }])
    await boek(tx, { soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: id, actor, regels: makePost('trek-factuur-terug', bedragCent ?? 0, waarvanOf(opdracht)) })
  }
}

/** Tells the opleider by letter that its order became smaller, or ended. */
export async function meldVerlaagdeOpdracht(tx: Tx, opdracht: Opdracht, restCent: number, isFactuurTerug: boolean): Promise<void> {
  const { naam, straat, huisnummer, postcode, plaats } = opdracht.opleider
  await stuurBrief(tx, {
    soort: 'mededeling', opleiderId: opdracht.opleiderId, aanvraagId: opdracht.aanvraagId,
    ...makeVerlaagdeOpdrachtbrief({
      ordernummer: opdracht.ordernummer, opleiding: opdracht.aanvraag.opleiding.titel, aanvraagKenmerk: opdracht.aanvraag.kenmerk,
      naarCent: cent(restCent), isFactuurTerug, opleider: { naam, adres: `${straat} ${huisnummer}`, plaats: `${postcode} ${plaats}` },
    }),
  })
}
