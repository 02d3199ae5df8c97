import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { heeftVreemdeAfschrijving } from '@/lib/bank/repo/afschrijving'
import { closeVraag, heeftVoorstel, lockVraag } from '@/lib/bank/repo/vragen'
import type { HandelAfInput } from '@/lib/bank/schema'
import type { BankReden } from '@/lib/bank/texts'
import type { BetaalOpnieuwReden } from '@/lib/betaling/texts'
import { betaalOpnieuw } from '@/lib/betaling/use-cases/betaal-opnieuw'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'

/**
 * Closes what the bank left us to find out, with what was found. For a payment that came back the same act can put its invoice
 * ready for the next batch: that first, so that a question never closes over a payment that could not be made ready. Of a question about many
 * payments all of them, by a job.
 */
export async function handelVraagAf(medewerker: Medewerker, { vraagId, toelichting, opnieuw }: HandelAfInput): Promise<Outcome<BankReden | BetaalOpnieuwReden>> {
  return inTransaction(async (tx) => {
    const vraag = await lockVraag(tx, vraagId)
    if (vraag === undefined) return refused('vraag-niet-gevonden')
    if (vraag.toestand !== 'open') return refused('al-afgehandeld')
    if (await heeftVoorstel(tx, vraagId)) return refused('ligt-al-voor')
    // What the bank took all the same would be paid twice.
    if (opnieuw === 'ja' && await heeftVreemdeAfschrijving(tx, vraag)) return refused('toch-afgeschreven')
    // Of a whole batch it takes longer than a person waits: a job does it, payment by payment.
    const isBatch = opnieuw === 'ja' && vraag.batchId !== null && vraag.soort === 'afgewezen'
    if (isBatch) await enqueue(tx, 'betaal-vraag-opnieuw', { vraagId })
    if (opnieuw === 'ja' && vraag.betaling !== null) {
      const klaargezet = await betaalOpnieuw(tx, medewerker, { ...vraag.betaling, reden: toelichting })
      if (!klaargezet.ok) return klaargezet
    }
    await closeVraag(tx, vraag.id, { doorId: medewerker.id, toelichting, gevolg: isBatch ? 'opnieuw' : null })
    await saveGebeurtenis(tx, { onderwerp: 'bankvraag', onderwerpId: vraag.id, soort: 'handel-af', van: 'open', naar: 'afgehandeld', actor: medewerker, rol: 'financieel', reden: toelichting })
    return done
  })
}
