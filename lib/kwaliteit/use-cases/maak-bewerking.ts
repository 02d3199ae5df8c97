import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { insertBewerking, listGekozen } from '@/lib/kwaliteit/repo'
import { lijstSchema, type MaakBewerkingInput } from '@/lib/kwaliteit/schema'

/** Keeps which opleidingen are to be changed and how; nothing is changed before somebody saw what it does. */
export function maakBewerking(actor: OpleiderActor, { keuze, gekozen, filters, opdracht }: MaakBewerkingInput): Promise<Outcome<'niets-gekozen', { bewerkingId: string }>> {
  return inTransaction(async (tx) => {
    const filter = keuze === 'alle' ? lijstSchema.parse(Object.fromEntries(new URLSearchParams(filters))) : undefined
    const ids = await listGekozen(tx, actor.opleiderId, filter === undefined ? { gekozen } : { filter })
    if (ids.length === 0) return refused('niets-gekozen')
    return success({ bewerkingId: await insertBewerking(tx, { opleiderId: actor.opleiderId, doorId: actor.id, wijziging: opdracht, opleidingIds: ids }) })
  })
}
