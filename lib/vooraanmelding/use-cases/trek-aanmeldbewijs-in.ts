import type { Actor, OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { hasOpenVoorstel, insertVoorstel, lockAanmeldbewijs, saveBewijsStatus } from '@/lib/vooraanmelding/repo'
import { findWijzigWeg } from '@/lib/vooraanmelding/rules/voorstel'
import type { TrekInInput } from '@/lib/vooraanmelding/schema'
import type { TrekInReden } from '@/lib/vooraanmelding/texts'
import { meldBurger } from '@/lib/vooraanmelding/use-cases/meld'

/**
 * Withdraws an aanmeldbewijs that was not used yet: an aanvraag that was prepared with it can no longer be submitted. When a burger
 * kept it, it is put to that burger first; `voorgelegd` says which of the two happened.
 */
export function trekAanmeldbewijsIn(opleider: OpleiderActor, { aanmeldbewijsId, reden }: TrekInInput): Promise<Outcome<TrekInReden, { voorgelegd: boolean }>> {
  return inTransaction(async (tx) => {
    const bewijs = await lockAanmeldbewijs(tx, { id: aanmeldbewijsId })
    if (bewijs?.opleiderId !== opleider.opleiderId) return refused('niet-gevonden')
    const weg = findWijzigWeg({ status: bewijs.status, isBewaard: bewijs.burgerId !== null, isVoorgelegd: await hasOpenVoorstel(tx, bewijs.id) })
    if (weg.weg === 'niet') return refused(weg.reden)
    if (weg.weg === 'direct' || bewijs.burgerId === null) {
      await schrijfIntrekking(tx, bewijs.id, opleider, reden)
      return success({ voorgelegd: false })
    }
    const voorstelId = await insertVoorstel(tx, { aanmeldbewijsId, soort: 'intrekking', reden, doorId: opleider.id, wijziging: null })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: aanmeldbewijsId, soort: 'leg-intrekking-voor', actor: opleider, reden, gegevens: { voorstelId } })
    await meldBurger(tx, bewijs.burgerId)
    return success({ voorgelegd: true })
  })
}

/** Writes the withdrawal, with its entry in the log. */
export async function schrijfIntrekking(tx: Tx, id: string, actor: Actor, reden: string): Promise<void> {
  await saveBewijsStatus(tx, id, 'ingetrokken')
  await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: id, soort: 'trek-in', van: 'uitgegeven', naar: 'ingetrokken', actor, reden })
}
