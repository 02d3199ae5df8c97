import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { insertOpleiding, programmaIdIsTaken } from '@/lib/register/repo'
import { toInhoud } from '@/lib/register/rules/invoer'
import type { RegistreerOpleidingInput } from '@/lib/register/schema'

/** Adds an opleiding by hand. With fields missing it is kept, but it cannot be applied for until they are filled. */
export function registreerOpleiding(actor: OpleiderActor, input: RegistreerOpleidingInput): Promise<Outcome<'code-bestaat-al', { opleidingId: string }>> {
  const { programmaId, ...velden } = input
  return inTransaction(async (tx) => {
    if (await programmaIdIsTaken(tx, actor.opleiderId, programmaId)) return refused('code-bestaat-al')
    const opleidingId = await insertOpleiding(tx, { opleiderId: actor.opleiderId, programmaId }, toInhoud(velden, await todayIn(tx)), actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId })
    await saveGebeurtenis(tx, { onderwerp: 'opleiding', onderwerpId: opleidingId, soort: 'registreer-opleiding', actor, gegevens: { versie: 1 } })
    return success({ opleidingId })
  })
}
