import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { insertBewerking } from '@/lib/kwaliteit/repo'
import { lijstSchema, type MaakBewerkingInput } from '@/lib/kwaliteit/schema'

/** Keeps which opleidingen are to be changed and how; nothing is changed before somebody saw what it does. */
export function maakBewerking(actor: OpleiderActor, { keuze, gekozen, filters, opdracht }: MaakBewerkingInput): Promise<Outcome<'niets-gekozen', { bewerkingId: string }>> {
  return inTransaction(async (tx) => {
    const filter = keuze === 'alle' ? lijstSchema.parse(Object.fromEntries(new URLSearchParams(filters))) : undefined
    const bewerkingId = await insertBewerking(tx, { opleiderId: actor.opleiderId, doorId: actor.id, wijziging: opdracht }, filter === undefined ? { gekozen } : { filter })
    return bewerkingId === undefined ? refused('niets-gekozen') : success({ bewerkingId })
  })
}
