import type { Actor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { findOpleidingtitel, lockAanvraagForVerplichting, nextOrdernummer, saveVerlegging, type VerplichtingAanvraag } from '@/lib/betaling/repo'
import { maakVerplichtingIn } from '@/lib/betaling/use-cases/maak-verplichting'
import { stuurOpdracht, stuurVervallenOpdracht } from '@/lib/betaling/use-cases/stuur-opdracht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

type Verlegging = {
  aanvraagId: string
  wijzigingId: string
  actor: Actor
  /** The scholing that the burger switched to; `bedragCent` is at most what the order says. */
  naar: { opleiderId: string; opleidingId: string; bedragCent: number; startdatum: PlainDate }
}

/**
 * Takes the order of an aanvraag along with a switch of the burger: to another opleider under a new number, so that an invoice of the
 * first one matches nothing, and to a lower amount when the new scholing costs less, which gives the difference back to the
 * compartiment. Who gets it and who loses it hears so by letter. Not after an invoice came. What waits for its order gets it first.
 */
export async function verlegVerplichting(tx: Tx, { aanvraagId, naar, wijzigingId, actor }: Verlegging): Promise<Outcome<'al-gefactureerd'>> {
  const voor = await lockAanvraagForVerplichting(tx, aanvraagId)
  if (voor?.verplichting === null) await maakVerplichtingIn(tx, voor)
  const aanvraag = await lockAanvraagForVerplichting(tx, aanvraagId)
  const verplichting = aanvraag?.verplichting
  if (aanvraag === undefined || verplichting === undefined || verplichting === null) throw new Error(`aanvraag ${aanvraagId} has no order to take along`)
  if (verplichting.status !== 'open') return refused('al-gefactureerd')
  if (naar.bedragCent > verplichting.bedragCent) throw new RangeError(`order ${verplichting.ordernummer} cannot become higher`)

  const isAnder = naar.opleiderId !== verplichting.opleiderId
  const ordernummer = isAnder ? await nextOrdernummer(tx) : verplichting.ordernummer
  await saveVerlegging(tx, verplichting.id, { opleiderId: naar.opleiderId, ordernummer, bedragCent: naar.bedragCent })
  await boekVerlegging(tx, verplichting, { aanvraagId, naar, wijzigingId, actor })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: isAnder ? 'verleg-verplichting' : 'wijzig-verplichting', actor, zichtbaar: true,
    gegevens: { vorigOrdernummer: verplichting.ordernummer, ordernummer, vorigBedragCent: verplichting.bedragCent, bedragCent: naar.bedragCent },
  })
  const over = { aanvraagId, aanvraagKenmerk: aanvraag.kenmerk }
  if (isAnder) await stuurVervallenOpdracht(tx, { ...over, opleiderId: verplichting.opleiderId, ordernummer: verplichting.ordernummer, opleiding: aanvraag.opleiding.titel })
  const { opleiderId, bedragCent, startdatum } = naar
  await stuurOpdracht(tx, { ...over, opleiderId, bedragCent, startdatum, ordernummer, opleiding: await findOpleidingtitel(tx, naar.opleidingId) }, { isGewijzigd: !isAnder })
  return done
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
