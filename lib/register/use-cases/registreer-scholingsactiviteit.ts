import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { cohortcodeIsTaken, insertActiviteit, lockOpleiding } from '@/lib/register/repo'
import { toActiviteit } from '@/lib/register/rules/invoer'
import type { RegistreerActiviteitInput } from '@/lib/register/schema'

/** Adds a start date. The moment of registration is what the registratiestop of a tijdvak is held against. */
export function registreerScholingsactiviteit(
  actor: OpleiderActor, input: RegistreerActiviteitInput,
): Promise<Outcome<'opleiding-niet-gevonden' | 'cohortcode-bestaat-al', { activiteitId: string }>> {
  const { opleidingId, ...velden } = input
  return inTransaction(async (tx) => {
    if (await lockOpleiding(tx, opleidingId, actor.opleiderId) === undefined) return refused('opleiding-niet-gevonden')
    if (await cohortcodeIsTaken(tx, actor.opleiderId, velden.cohortcode)) return refused('cohortcode-bestaat-al')
    const activiteitId = await insertActiviteit(tx, { opleidingId, opleiderId: actor.opleiderId }, toActiviteit(velden, 'open', await todayIn(tx)), actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId })
    await saveGebeurtenis(tx, { onderwerp: 'scholingsactiviteit', onderwerpId: activiteitId, soort: 'registreer-scholingsactiviteit', naar: 'open', actor, gegevens: { opleidingId } })
    return success({ activiteitId })
  })
}
