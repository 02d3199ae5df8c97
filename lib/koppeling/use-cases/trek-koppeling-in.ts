import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { findKoppeling, withdrawKoppeling } from '@/lib/koppeling/repo'
import type { TrekKoppelingInInput } from '@/lib/koppeling/schema'
import type { IntrekReden } from '@/lib/koppeling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/** Withdraws the token of a koppeling: the next request with it is refused. */
export function trekKoppelingIn(actor: OpleiderActor, { koppelingId }: TrekKoppelingInInput): Promise<Outcome<IntrekReden>> {
  return inTransaction(async (tx) => {
    if (await findKoppeling(tx, koppelingId, actor.opleiderId) === undefined) return refused('niet-gevonden')
    if (!(await withdrawKoppeling(tx, koppelingId))) return refused('al-ingetrokken')
    await saveGebeurtenis(tx, { onderwerp: 'koppeling', onderwerpId: koppelingId, soort: 'trek-koppeling-in', actor, gegevens: { opleiderId: actor.opleiderId } })
    return done
  })
}
