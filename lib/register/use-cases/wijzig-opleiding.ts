import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockOpleiding, updateOpleiding } from '@/lib/register/repo'
import { toInhoud } from '@/lib/register/rules/invoer'
import { opleidingInhoudSchema, type WijzigOpleidingInput } from '@/lib/register/schema'

/** Writes a new version of an opleiding. Earlier versions stay: an aanvraag refers to the one the citizen saw (invariant I8). */
export function wijzigOpleiding(actor: OpleiderActor, input: WijzigOpleidingInput): Promise<Outcome<'opleiding-niet-gevonden' | 'intussen-gewijzigd', { versie: number }>> {
  const { opleidingId, versie: gezien, ...velden } = input
  return inTransaction(async (tx) => {
    const opleiding = await lockOpleiding(tx, opleidingId, actor.opleiderId)
    if (opleiding === undefined) return refused('opleiding-niet-gevonden')
    if (opleiding.versie !== gezien) return refused('intussen-gewijzigd')
    const versie = await updateOpleiding(tx, opleiding, toInhoud(velden, await todayIn(tx), opleidingInhoudSchema.parse(opleiding)), actor.id)
    if (versie === opleiding.versie) return success({ versie })
    await enqueue(tx, 'ververs-zoekindex', { opleidingId })
    await saveGebeurtenis(tx, { onderwerp: 'opleiding', onderwerpId: opleidingId, soort: 'wijzig-opleiding', actor, gegevens: { versie } })
    return success({ versie })
  })
}
