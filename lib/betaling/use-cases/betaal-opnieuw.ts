import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { lockTeruggekomen, saveBetaalOpnieuw } from '@/lib/betaling/repo/bank'
import { saveRenteOpnieuw } from '@/lib/betaling/repo/rente'
import { findAanvraagVan } from '@/lib/betaling/repo/retour'
import type { BetaalOpnieuwReden } from '@/lib/betaling/texts'
import { boekRetourenIn } from '@/lib/betaling/use-cases/boek-retouren'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { betaalTerugbetalingOpnieuw } from '@/lib/vordering/use-cases/betaal-terug'
import { stortOpnieuwTerug } from '@/lib/vordering/use-cases/stort-terug'

/** What a payment that came back was for. */
type Waarvoor = { readonly factuurId: string | null; readonly renteId: string | null; readonly terugbetalingId: string | null; readonly terugstortingId: string | null; readonly reden: string }

/**
 * Puts an invoice, or the interest on one, of which the payment came back ready for a next batch, to the account that is known of the opleider now. The
 * batch is approved by two people like every other, so nobody sends money to a new account alone.
 */
export async function betaalOpnieuw(tx: Tx, medewerker: Medewerker, { factuurId, renteId, terugbetalingId, terugstortingId, reden }: Waarvoor): Promise<Outcome<BetaalOpnieuwReden>> {
  // Interest goes by itself to the account that is in use when the batch is composed.
  if (renteId !== null) return await saveRenteOpnieuw(tx, renteId) ? done : refused('factuur-niet-teruggekomen')
  if (terugbetalingId !== null) return await betaalTerugbetalingOpnieuw(tx, medewerker, { terugbetalingId, reden }) ? done : refused('factuur-niet-teruggekomen')
  if (terugstortingId !== null) return await stortOpnieuwTerug(tx, medewerker, { terugstortingId, reden }) ? done : refused('factuur-niet-teruggekomen')
  // What was claimed of it is not paid again.
  const aanvraagId = factuurId === null ? undefined : await findAanvraagVan(tx, factuurId)
  if (aanvraagId !== undefined) await boekRetourenIn(tx, aanvraagId)
  const factuur = factuurId === null ? undefined : await lockTeruggekomen(tx, factuurId)
  if (factuur?.verplichting == null) return refused('factuur-niet-teruggekomen')
  if (factuur.opleider.iban === null) return refused('rekening-onbekend')
  await saveBetaalOpnieuw(tx, factuur.id, factuur.opleider.iban)
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: factuur.verplichting.aanvraagId, soort: 'betaal-opnieuw', actor: medewerker, rol: 'financieel', reden,
    gegevens: { factuurnummer: factuur.factuurnummer, isAndereRekening: factuur.opleider.iban !== factuur.iban },
  })
  return done
}
