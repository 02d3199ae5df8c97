import type { Actor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { findOpleidingtitel, lockAanvraagForVerplichting, nextOrdernummer, saveFactuurStatus, saveVerlegging, saveVerplichtingStatus, type VerplichtingAanvraag } from '@/lib/betaling/repo'
import { lockOpdracht, readGeldstand } from '@/lib/betaling/repo/geldstand'
import { maakVerplichtingIn } from '@/lib/betaling/use-cases/maak-verplichting'
import { stuurOpdracht, stuurVervallenOpdracht } from '@/lib/betaling/use-cases/stuur-opdracht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/** Why an order cannot go along with a switch now. */
export type VerlegReden = 'al-betaald' | 'betaling-onderweg'

type Verlegging = {
  aanvraagId: string
  wijzigingId: string
  actor: Actor
  /** The opleider called the scholing off, or changed it. */
  isAfgezegd: boolean
  /** The scholing that the burger switched to; `bedragCent` is at most what the order says. */
  naar: { opleiderId: string; opleidingId: string; bedragCent: number; startdatum: PlainDate }
}

/**
 * Takes the order of an aanvraag along with a switch of the burger: to another opleider under a new number, so that an invoice of the
 * first one matches nothing, and to a lower amount when the new scholing costs less, which gives the difference back to the
 * compartiment. Who gets it and who loses it hears so by letter. What waits for its order gets it first. An invoice that is not paid yet
 * is given back: the switch comes from what the opleider changed. Not once money left, or stands in a payment.
 */
export async function verlegVerplichting(tx: Tx, { aanvraagId, isAfgezegd, naar, wijzigingId, actor }: Verlegging): Promise<Outcome<VerlegReden>> {
  const voor = await lockAanvraagForVerplichting(tx, aanvraagId)
  if (voor?.verplichting === null) await maakVerplichtingIn(tx, voor)
  const redenen = await geefFacturenTerug(tx, aanvraagId, actor)
  if (redenen.length > 0) return refused(...redenen)
  const aanvraag = await lockAanvraagForVerplichting(tx, aanvraagId)
  const verplichting = aanvraag?.verplichting
  if (aanvraag === undefined || verplichting === undefined || verplichting === null) throw new Error(`aanvraag ${aanvraagId} has no order to take along`)
  if (naar.bedragCent > verplichting.bedragCent) throw new RangeError(`order ${verplichting.ordernummer} cannot become higher`)

  const isAnder = naar.opleiderId !== verplichting.opleiderId
  const ordernummer = isAnder ? await nextOrdernummer(tx) : verplichting.ordernummer
  await saveVerlegging(tx, verplichting.id, { opleiderId: naar.opleiderId, ordernummer, bedragCent: naar.bedragCent })
  await boekVerlegging(tx, verplichting, { aanvraagId, isAfgezegd, naar, wijzigingId, actor })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: isAnder ? 'verleg-verplichting' : 'wijzig-verplichting', actor, zichtbaar: true,
    gegevens: { vorigOrdernummer: verplichting.ordernummer, ordernummer, vorigBedragCent: verplichting.bedragCent, bedragCent: naar.bedragCent },
  })
  const over = { aanvraagId, aanvraagKenmerk: aanvraag.kenmerk }
  if (isAnder) await stuurVervallenOpdracht(tx, { ...over, opleiderId: verplichting.opleiderId, ordernummer: verplichting.ordernummer, opleiding: aanvraag.opleiding.titel }, isAfgezegd ? 'afgezegd' : 'gewijzigd')
  const { opleiderId, bedragCent, startdatum } = naar
  await stuurOpdracht(tx, { ...over, opleiderId, bedragCent, startdatum, ordernummer, opleiding: await findOpleidingtitel(tx, naar.opleidingId) }, isAnder ? 'nieuw' : 'gewisseld')
  return done
}

/** Takes invoices that are not paid back, so that the order is open again; why not, when money left or is about to. */
async function geefFacturenTerug(tx: Tx, aanvraagId: string, actor: Actor): Promise<readonly VerlegReden[]> {
  const opdracht = await lockOpdracht(tx, aanvraagId)
  if (opdracht === null || opdracht.status === 'open') return []
  if (opdracht.facturen.some(({ status }) => status === 'in-batch')) return ['betaling-onderweg']
  if ((await readGeldstand(tx, aanvraagId)).betaald > 0 || opdracht.facturen.length === 0) return ['al-betaald']
  const { id, compartimentId, opleiderId, ordernummer, facturen } = opdracht
  for (const factuur of facturen) {
    await saveFactuurStatus(tx, [factuur.id], 'afgekeurd', [{ code: 'STAP-ORDER-GEWISSELD', plaats: 'OrderReference/ID', gevonden: ordernummer }])
    await boek(tx, { soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: factuur.id, actor, regels: makePost('trek-factuur-terug', factuur.bedragCent, { compartimentId, aanvraagId, opleiderId }) })
  }
  await saveVerplichtingStatus(tx, [id], 'open')
  return []
}

/** What the new scholing does not ask goes back first, then the rest goes over: each once per wijziging. */
async function boekVerlegging(tx: Tx, verplichting: NonNullable<VerplichtingAanvraag['verplichting']>, { aanvraagId, naar, wijzigingId, actor }: Verlegging): Promise<void> {
  const { compartimentId, opleiderId, bedragCent } = verplichting
  const oorzaak = { oorzaak: 'wijziging', oorzaakId: wijzigingId, actor }
  const over = bedragCent - naar.bedragCent
  if (over > 0) await boek(tx, { ...oorzaak, soort: 'laat-verplichting-vervallen', regels: makePost('laat-verplichting-vervallen', over, { compartimentId, aanvraagId, opleiderId }) })
  if (opleiderId === naar.opleiderId) return
  await boek(tx, {
    ...oorzaak, soort: 'verleg-verplichting',
    regels: [
      { rekening: 'verplicht', compartimentId, aanvraagId, opleiderId, bedragCent: -naar.bedragCent },
      { rekening: 'verplicht', compartimentId, aanvraagId, opleiderId: naar.opleiderId, bedragCent: naar.bedragCent },
    ],
  })
}
