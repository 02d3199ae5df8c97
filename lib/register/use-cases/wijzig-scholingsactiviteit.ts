import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockActiviteit, updateActiviteit } from '@/lib/register/repo'
import { toActiviteit } from '@/lib/register/rules/invoer'
import { activiteitExtraSchema, type WijzigActiviteitInput } from '@/lib/register/schema'

/** Changes a start date that still goes ahead, and opens or closes it for new participants. */
export function wijzigScholingsactiviteit(actor: OpleiderActor, input: WijzigActiviteitInput): Promise<Outcome<'activiteit-niet-gevonden' | 'activiteit-geannuleerd'>> {
  const { activiteitId, status, ...velden } = input
  return inTransaction(async (tx) => {
    const activiteit = await lockActiviteit(tx, activiteitId, actor.opleiderId)
    if (activiteit === undefined) return refused('activiteit-niet-gevonden')
    if (activiteit.status === 'geannuleerd') return refused('activiteit-geannuleerd')
    await updateActiviteit(tx, activiteitId, toActiviteit({ ...velden, cohortcode: activiteit.cohortcode }, status, await todayIn(tx), activiteitExtraSchema.parse(activiteit)), actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId: activiteit.opleidingId })
    await saveGebeurtenis(tx, {
      onderwerp: 'scholingsactiviteit', onderwerpId: activiteitId, soort: 'wijzig-scholingsactiviteit', van: activiteit.status, naar: status, actor,
      gegevens: { startdatum: velden.startdatum, einddatum: velden.einddatum, catalogusprijsCent: velden.catalogusprijs, subsidiabelCent: velden.subsidiabel },
    })
    return done
  })
}
