import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { neemVervolgbesluit } from '@/lib/beschikking/use-cases/neem-vervolgbesluit'
import { nowIn, todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { lockUitsluiting, saveOpheffing } from '@/lib/verantwoording/repo/vaststelling'
import type { OpheffenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'

/** Ends an uitsluiting before its time, with a besluit of its own. One that ended by itself needs none. */
export function hefUitsluitingOp(behandelaar: Medewerker, input: OpheffenInput): Promise<Outcome<VaststelReden | BesluitReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const uitsluiting = dossier === undefined ? undefined : await lockUitsluiting(tx, input.uitsluitingId)
    if (dossier === undefined || uitsluiting?.aanvraagId !== dossier.id) return refused('aanvraag-niet-gevonden')
    if (uitsluiting.opgehevenOp !== null || uitsluiting.eindigtOp <= (await todayIn(tx))) return refused('al-opgeheven')
    const outcome = await neemVervolgbesluit(tx, {
      soort: 'opheffing-uitsluiting', aanvraagId: dossier.id, actor: behandelaar, gronden: ['uitsluiting-onterecht'], motivering: input.motivering,
    })
    if (!outcome.ok) return outcome
    await saveOpheffing(tx, uitsluiting.id, outcome.value.id, await nowIn(tx))
    return done
  })
}
