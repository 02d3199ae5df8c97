import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { handelSignalenAf } from '@/lib/verantwoording/repo/vaststelling'
import type { SignaalInput } from '@/lib/verantwoording/schema'
import type { SignaalReden } from '@/lib/verantwoording/texts'

/**
 * A behandelaar looked at what the Toetsingskamer found about a scholing that was settled already, and leaves the vaststelling as it is,
 * with the reason. To change it, a herziening is announced (Awb 4:49); what is not settled is decided by the vaststelling itself.
 */
export function handelSignaalAf(behandelaar: Medewerker, { kenmerk, reden }: SignaalInput): Promise<Outcome<SignaalReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk })
    if (dossier === undefined) return refused('signaal-niet-gevonden')
    if (dossier.status !== 'vastgesteld') return refused('nog-niet-vastgesteld')
    if ((await handelSignalenAf(tx, dossier.id)) === 0) return refused('signaal-niet-gevonden')
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'handel-signaal-af', actor: behandelaar, reden })
    return done
  })
}
