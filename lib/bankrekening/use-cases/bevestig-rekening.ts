import type { OpleiderActor } from '@/lib/base/actor'
import { addDays } from '@/lib/base/date'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { findLopend, lockOpleider, saveBevestiging } from '@/lib/bankrekening/repo'
import type { RekeningReden } from '@/lib/bankrekening/texts'
import { stuurRekeningbrief } from '@/lib/bankrekening/use-cases/stuur-rekeningbrief'

/** A second person of the opleider says that the other account is right: the waiting days begin. Never who asked for it. */
export function bevestigRekening(actor: OpleiderActor, { wijzigingId }: { wijzigingId: string }): Promise<Outcome<RekeningReden>> {
  return inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, actor.opleiderId)
    const wijziging = await findLopend(tx, actor.opleiderId)
    if (opleider === undefined || wijziging?.id !== wijzigingId) return refused('niet-gevonden')
    if (wijziging.status !== 'aangevraagd') return refused('niet-meer-te-bevestigen')
    if (wijziging.aangevraagdDoor === actor.id) return refused('niet-uzelf')

    const vandaag = await todayIn(tx)
    const gaatInOp = addDays(vandaag, (await leesRegeling(tx, vandaag)).get('rekening-bedenktijd').dagen)
    await saveBevestiging(tx, wijziging.id, { doorId: actor.id, gaatInOp })
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: wijziging.id, soort: 'bevestig', van: 'aangevraagd', naar: 'bevestigd', actor, gegevens: { gaatInOp } })
    await stuurRekeningbrief(tx, opleider, { soort: 'bevestigd', gaatInOp }, { iban: wijziging.iban, vorige: wijziging.vorigeIban })
    return done
  })
}
