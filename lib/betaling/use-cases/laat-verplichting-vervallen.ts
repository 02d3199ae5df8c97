import { SYSTEEM } from '@/lib/base/actor'
import { findFactuurOfVerplichting, lockAanvraagForVerplichting, saveFactuurStatus, saveVerplichtingStatus } from '@/lib/betaling/repo'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Ends the order of an aanvraag that was withdrawn after its verlening, and gives the money back to the compartiment.
 * A matched invoice that is in no batch yet is taken back with it; what is already being paid stays, because only the opleider
 * can return that. Idempotent.
 */
export function laatVerplichtingVervallen(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraagForVerplichting(tx, aanvraagId)
    const verplichting = aanvraag?.verplichting
    if (aanvraag?.status !== 'ingetrokken' || verplichting === null || verplichting === undefined) return
    if (verplichting.status !== 'open' && verplichting.status !== 'gefactureerd') return

    const waarvan = { compartimentId: verplichting.compartimentId, aanvraagId, opleiderId: verplichting.opleiderId }
    const factuur = await findFactuurOfVerplichting(tx, verplichting.id)
    if (factuur !== null && factuur.status !== 'gematcht') return
    if (factuur !== null) {
      await saveFactuurStatus(tx, [factuur.id], 'afgekeurd', [{ code: 'STAP-ORDER-VERVALLEN', plaats: 'OrderReference/ID', gevonden: verplichting.ordernummer }])
      await boek(tx, {
        soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: factuur.id, actor: SYSTEEM,
        regels: makePost('trek-factuur-terug', verplichting.bedragCent, waarvan),
      })
    }
    await saveVerplichtingStatus(tx, [verplichting.id], 'vervallen')
    await boek(tx, {
      soort: 'laat-verplichting-vervallen', oorzaak: 'verplichting', oorzaakId: verplichting.id, actor: SYSTEEM,
      regels: makePost('laat-verplichting-vervallen', verplichting.bedragCent, waarvan),
    })
    await saveGebeurtenis(tx, {
      onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'laat-verplichting-vervallen', actor: SYSTEEM, zichtbaar: true,
      gegevens: { ordernummer: verplichting.ordernummer, bedragCent: verplichting.bedragCent },
    })
  })
}
