import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { lockAanmeldbewijs, saveBewijsStatus } from '@/lib/vooraanmelding/repo'
import type { TrekInInput } from '@/lib/vooraanmelding/schema'
import type { TrekInReden } from '@/lib/vooraanmelding/texts'

/** Withdraws an aanmeldbewijs that was not used yet: an aanvraag that was prepared with it can no longer be submitted. */
export function trekAanmeldbewijsIn(opleider: OpleiderActor, { aanmeldbewijsId, reden }: TrekInInput): Promise<Outcome<TrekInReden>> {
  return inTransaction(async (tx) => {
    const bewijs = await lockAanmeldbewijs(tx, { id: aanmeldbewijsId })
    if (bewijs?.opleiderId !== opleider.opleiderId) return refused('niet-gevonden')
    if (bewijs.status === 'gebruikt') return refused('al-gebruikt')
    if (bewijs.status === 'ingetrokken') return refused('al-ingetrokken')

    await saveBewijsStatus(tx, aanmeldbewijsId, 'ingetrokken')
    await saveGebeurtenis(tx, {
      onderwerp: 'aanmeldbewijs', onderwerpId: aanmeldbewijsId, soort: 'trek-in', van: 'uitgegeven', naar: 'ingetrokken', actor: opleider, reden,
    })
    return done
  })
}
