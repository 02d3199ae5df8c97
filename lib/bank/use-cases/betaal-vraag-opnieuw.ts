import type { Medewerker } from '@/lib/base/actor'
import { heeftVreemdeAfschrijving } from '@/lib/bank/repo/afschrijving'
import { findOpdracht, insertVraagOverBetaling, listTeBetalen } from '@/lib/bank/repo/opnieuw'
import { betaalOpnieuw } from '@/lib/betaling/use-cases/betaal-opnieuw'
import { inTransaction } from '@/lib/platform/db'

/** Each transaction takes so many: none of them holds the money of the others for long. */
const PARTIJ = 50

/**
 * Puts the payments of a question that a person closed with "pay again" ready for a next batch, lot by lot. Idempotent: what is ready is not found
 * again, nor what was sent again since. One that cannot be paid becomes a question of its own.
 */
export async function betaalVraagOpnieuw(vraagId: string): Promise<void> {
  for (let na = ''; ;) {
    const laatste = await inTransaction(async (tx) => {
      const opdracht = await findOpdracht(tx, vraagId)
      if (opdracht === undefined) return undefined
      const medewerker: Medewerker = { soort: 'medewerker', id: opdracht.doorId, rollen: ['financieel'], naam: '' }
      const betalingen = await listTeBetalen(tx, vraagId, na, PARTIJ)
      for (const { betalingId, ...waarvoor } of betalingen) {
        if (await heeftVreemdeAfschrijving(tx, { betalingId, batchId: null })) {
          await insertVraagOverBetaling(tx, vraagId, betalingId)
          continue
        }
        const klaar = await betaalOpnieuw(tx, medewerker, { ...waarvoor, reden: opdracht.toelichting })
        // What was claimed of it meanwhile is not owed any more; anything else somebody must mend.
        if (!klaar.ok && !klaar.redenen.includes('factuur-niet-teruggekomen')) await insertVraagOverBetaling(tx, vraagId, betalingId)
      }
      return betalingen.at(-1)?.betalingId
    })
    if (laatste === undefined) return
    na = laatste
  }
}
