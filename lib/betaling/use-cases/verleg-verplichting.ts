import type { Actor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { lockAanvraagForVerplichting, nextOrdernummer, saveVerlegging } from '@/lib/betaling/repo'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Takes the order of an aanvraag to another opleider, because the burger switched: the same amount, a new number, so that an invoice
 * of the first one matches nothing. Not after an invoice came. Without an order yet there is nothing to do: it will be made for whoever
 * the aanvraag names then.
 */
export async function verlegVerplichting(tx: Tx, { aanvraagId, opleiderId, wijzigingId, actor }: { aanvraagId: string; opleiderId: string; wijzigingId: string; actor: Actor }): Promise<Outcome<'al-gefactureerd'>> {
  const aanvraag = await lockAanvraagForVerplichting(tx, aanvraagId)
  const verplichting = aanvraag?.verplichting
  if (verplichting === undefined || verplichting === null) return done
  if (verplichting.status !== 'open') return refused('al-gefactureerd')
  if (verplichting.opleiderId === opleiderId) return done
  const ordernummer = await nextOrdernummer(tx)
  await saveVerlegging(tx, verplichting.id, { opleiderId, ordernummer })
  const { compartimentId, bedragCent } = verplichting
  await boek(tx, {
    soort: 'verleg-verplichting', oorzaak: 'wijziging', oorzaakId: wijzigingId, actor,
    regels: [
      { rekening: 'verplicht', compartimentId, aanvraagId, opleiderId: verplichting.opleiderId, bedragCent: -bedragCent },
      { rekening: 'verplicht', compartimentId, aanvraagId, opleiderId, bedragCent },
    ],
  })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'verleg-verplichting', actor, zichtbaar: true, gegevens: { vorigOrdernummer: verplichting.ordernummer, ordernummer } })
  return done
}
