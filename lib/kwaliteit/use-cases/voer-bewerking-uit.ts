import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { wijzigOpleidingen } from '@/lib/register/use-cases/wijzig-opleidingen'
import { countBewerking, lockBewerking, queueBewerking, type Bewerking } from '@/lib/kwaliteit/repo'
import { bewerkAanbod } from '@/lib/kwaliteit/rules/bewerk-aanbod'

/** Up to this many are changed while the person waits; more than that by a job, so many per transaction. */
export const METEEN = 100
const PER_KEER = 500

/** Carries out a bewerking that was shown: at once, or (many) by a job. Pressed twice it happens once. */
export function voerBewerkingUit(actor: OpleiderActor, { bewerkingId }: { bewerkingId: string }): Promise<Outcome<'bewerking-niet-gevonden' | 'al-uitgevoerd'>> {
  return inTransaction(async (tx) => {
    const bewerking = await lockBewerking(tx, bewerkingId)
    if (bewerking?.opleiderId !== actor.opleiderId) return refused('bewerking-niet-gevonden')
    if (bewerking.status !== 'voorbeeld') return refused('al-uitgevoerd')
    await saveGebeurtenis(tx, { onderwerp: 'bewerking', onderwerpId: bewerkingId, soort: 'voer-bewerking-uit', actor, gegevens: { opdracht: bewerking.opdracht, aantal: bewerking.ids.length } })
    if (bewerking.ids.length > METEEN) {
      await queueBewerking(tx, bewerkingId)
      await enqueue(tx, 'voer-bewerking-uit', { bewerkingId })
    } else await bewerkDeel(tx, actor, bewerking)
    return done
  })
}

/** The job: goes on where it was, also after a crash; each part is a transaction, and the place in the list goes with it. */
export async function werkBewerkingAf(bewerkingId: string): Promise<void> {
  let isKlaar = false
  while (!isKlaar) {
    isKlaar = await inTransaction(async (tx) => {
      const bewerking = await lockBewerking(tx, bewerkingId)
      if (bewerking?.status !== 'wacht') return true
      return bewerkDeel(tx, bewerking.actor, bewerking)
    })
  }
}

async function bewerkDeel(tx: Tx, actor: OpleiderActor, { id, ids, gedaan, opdracht }: Bewerking): Promise<boolean> {
  const vandaag = await todayIn(tx)
  const deel = ids.slice(gedaan, gedaan + PER_KEER)
  const uitkomst = await wijzigOpleidingen(tx, { actor, ids: deel }, (aanbod) => bewerkAanbod(aanbod, opdracht, vandaag))
  const stand = await countBewerking(tx, id, { gedaan: deel.length, ...uitkomst })
  if (!stand.isKlaar) return false
  // What was asked stands in the entry of voer-bewerking-uit; this one says what came of it. Each opleiding has its own version.
  const { gewijzigd, ongewijzigd, overgeslagen } = stand
  await saveGebeurtenis(tx, { onderwerp: 'bewerking', onderwerpId: id, soort: 'rond-bewerking-af', actor, gegevens: { opdracht, gewijzigd, ongewijzigd, overgeslagen } })
  return true
}
