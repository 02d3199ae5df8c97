import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { cancelActiviteit, lockActiviteit } from '@/lib/register/repo'
import type { AnnuleerActiviteitInput } from '@/lib/register/schema'

/**
 * Says that a start date does not go ahead. It stays in the register, because aanvragen may refer to it. Who is on it hears of it: the database
 * plans the job `leg-annulering-voor` for every start date that is called off, by whatever road.
 */
export function annuleerScholingsactiviteit(actor: OpleiderActor, { activiteitId, reden }: AnnuleerActiviteitInput): Promise<Outcome<'activiteit-niet-gevonden' | 'activiteit-geannuleerd'>> {
  return inTransaction(async (tx) => {
    const activiteit = await lockActiviteit(tx, activiteitId, actor.opleiderId)
    if (activiteit === undefined) return refused('activiteit-niet-gevonden')
    if (activiteit.status === 'geannuleerd') return refused('activiteit-geannuleerd')
    await cancelActiviteit(tx, activiteitId, actor.id)
    await enqueue(tx, 'ververs-zoekindex', { opleidingId: activiteit.opleidingId })
    await saveGebeurtenis(tx, { onderwerp: 'scholingsactiviteit', onderwerpId: activiteitId, soort: 'annuleer-scholingsactiviteit', van: activiteit.status, naar: 'geannuleerd', actor, reden })
    return done
  })
}
