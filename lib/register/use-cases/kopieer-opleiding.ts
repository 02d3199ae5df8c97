import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { insertOpleiding, lockOpleiding, programmaIdIsTaken } from '@/lib/register/repo'
import { opleidingInhoudSchema } from '@/lib/register/schema'

/** Makes a new opleiding out of one that is there, under another code; start dates do not come along. */
export function kopieerOpleiding(
  actor: OpleiderActor, { opleidingId, programmaId, titel }: { opleidingId: string; programmaId: string; titel: string },
): Promise<Outcome<'opleiding-niet-gevonden' | 'code-bestaat-al', { opleidingId: string }>> {
  return inTransaction(async (tx) => {
    const bron = await lockOpleiding(tx, opleidingId, actor.opleiderId)
    if (bron === undefined) return refused('opleiding-niet-gevonden')
    if (await programmaIdIsTaken(tx, actor.opleiderId, programmaId)) return refused('code-bestaat-al')
    const kopieId = await insertOpleiding(tx, { opleiderId: actor.opleiderId, programmaId }, { ...opleidingInhoudSchema.parse(bron), titel }, actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId: kopieId })
    await saveGebeurtenis(tx, { onderwerp: 'opleiding', onderwerpId: kopieId, soort: 'registreer-opleiding', actor, gegevens: { versie: 1, kopieVan: opleidingId } })
    return success({ opleidingId: kopieId })
  })
}
