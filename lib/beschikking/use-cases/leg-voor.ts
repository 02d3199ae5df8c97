import { SYSTEEM } from '@/lib/base/actor'
import type { ControleNaam } from '@/lib/beschikking/model'
import { saveStatus } from '@/lib/beschikking/repo'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'

/** Uitval: puts an aanvraag on the worklist of the behandelaars, with the checks that need a person. Call it with the row locked. */
export async function legVoor(tx: Tx, aanvraagId: string, redenen: readonly ControleNaam[]): Promise<void> {
  await saveStatus(tx, aanvraagId, 'in-behandeling')
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag',
    onderwerpId: aanvraagId,
    soort: 'leg-voor',
    van: 'gereserveerd',
    naar: 'in-behandeling',
    actor: SYSTEEM,
    gegevens: { redenen: [...redenen] },
    zichtbaar: true,
  })
}
