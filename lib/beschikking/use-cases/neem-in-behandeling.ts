import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { findAanvraagId, lockAanvraag } from '@/lib/beschikking/repo'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/** A behandelaar takes a case from the worklist, so that two people do not work on the same one. Having it already is fine. */
export function neemInBehandeling(behandelaar: Medewerker, kenmerk: string): Promise<Outcome<BesluitReden | 'niet-gevonden'>> {
  return inTransaction(async (tx) => {
    const aanvraagId = await findAanvraagId(tx, kenmerk)
    const aanvraag = aanvraagId === undefined ? undefined : await lockAanvraag(tx, aanvraagId)
    if (aanvraag === undefined) return refused('niet-gevonden')
    if (aanvraag.status !== 'in-behandeling') return refused('status-laat-besluit-niet-toe')
    if (aanvraag.behandelaarId === behandelaar.id) return done
    if (aanvraag.behandelaarId !== null) return refused('andere-behandelaar')

    await tx.aanvraag.update({ where: { id: aanvraag.id }, data: { behandelaarId: behandelaar.id }, select: { id: true } })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: 'neem-in-behandeling', actor: behandelaar })
    return done
  })
}
