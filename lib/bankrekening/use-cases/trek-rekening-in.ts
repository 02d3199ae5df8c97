import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { findLopend, lockOpleider, saveStatus } from '@/lib/bankrekening/repo'
import type { RekeningReden } from '@/lib/bankrekening/texts'

/** Anybody of the opleider stops the change to another account, for as long as it is not in use. */
export function trekRekeningIn(actor: OpleiderActor, { wijzigingId }: { wijzigingId: string }): Promise<Outcome<RekeningReden>> {
  return inTransaction(async (tx) => {
    await lockOpleider(tx, actor.opleiderId)
    const wijziging = await findLopend(tx, actor.opleiderId)
    if (wijziging?.id !== wijzigingId) return refused('niet-gevonden')
    if (wijziging.status === 'te-beoordelen') return refused('niet-meer-in-te-trekken')
    await saveStatus(tx, wijziging.id, 'ingetrokken')
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: wijziging.id, soort: 'trek-in', van: wijziging.status, naar: 'ingetrokken', actor })
    return done
  })
}
