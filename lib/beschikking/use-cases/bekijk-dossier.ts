import type { Medewerker } from '@/lib/base/actor'
import { findAanvraagId } from '@/lib/beschikking/repo'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/** Writes down that a medewerker looked at a dossier: who, when, in which role (verwerkingslog). False when there is no such dossier. */
export function bekijkDossier(medewerker: Medewerker, kenmerk: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const aanvraagId = await findAanvraagId(tx, kenmerk)
    if (aanvraagId === undefined) return false
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'dossier-ingezien', actor: medewerker })
    return true
  })
}
