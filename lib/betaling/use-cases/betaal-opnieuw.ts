import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { lockTeruggekomen, saveBetaalOpnieuw } from '@/lib/betaling/repo/bank'
import { saveRenteOpnieuw } from '@/lib/betaling/repo/rente'
import type { BetaalOpnieuwReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'

/**
 * Puts an invoice, or the interest on one, of which the payment came back ready for a next batch, to the account that is known of the opleider now. The
 * batch is approved by two people like every other, so nobody sends money to a new account alone.
 */
export async function betaalOpnieuw(tx: Tx, medewerker: Medewerker, { factuurId, renteId, reden }: { factuurId: string; renteId: string | null; reden: string }): Promise<Outcome<BetaalOpnieuwReden>> {
  // Interest goes by itself to the account that is in use when the batch is composed.
  if (renteId !== null) return await saveRenteOpnieuw(tx, renteId) ? done : refused('factuur-niet-teruggekomen')
  const factuur = await lockTeruggekomen(tx, factuurId)
  if (factuur?.verplichting == null) return refused('factuur-niet-teruggekomen')
  if (factuur.opleider.iban === null) return refused('rekening-onbekend')
  await saveBetaalOpnieuw(tx, factuur.id, factuur.opleider.iban)
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: factuur.verplichting.aanvraagId, soort: 'betaal-opnieuw', actor: medewerker, rol: 'financieel', reden,
    gegevens: { factuurnummer: factuur.factuurnummer, isAndereRekening: factuur.opleider.iban !== factuur.iban },
  })
  return done
}
