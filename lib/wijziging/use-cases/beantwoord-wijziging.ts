import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { meldOrderwijziging } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { schrijfWijziging } from '@/lib/vooraanmelding/use-cases/wijzig-aanmeldbewijs'
import { lockWijziging, saveAntwoord } from '@/lib/wijziging/repo'
import type { AntwoordReden } from '@/lib/wijziging/texts'

/**
 * The burger accepts the change, and then it is written on the aanmeldbewijs from which order, invoice and deelname read their dates;
 * or refuses, and then nothing changes. An answer that comes late still counts: it is the burger's to give.
 */
export function beantwoordWijziging(burger: Burger, { wijzigingId, antwoord }: { wijzigingId: string; antwoord: 'aanvaard' | 'weiger' }): Promise<Outcome<AntwoordReden>> {
  return inTransaction(async (tx) => {
    const gevonden = await lockWijziging(tx, wijzigingId, burger.id)
    if (gevonden === undefined || gevonden.aanvraag.status !== 'verleend') return refused('niet-gevonden')
    const { aanvraag, wijziging } = gevonden
    if (wijziging.status !== 'voorgelegd') return refused('al-beantwoord')
    if (wijziging.soorten.includes('annulering')) return refused('gaat-niet-door')
    const isAkkoord = antwoord === 'aanvaard'
    const bewijs = await leesAanmeldbewijs(tx, { id: aanvraag.aanmeldbewijsId })
    if (bewijs === undefined) throw new Error(`aanmeldbewijs ${aanvraag.aanmeldbewijsId} does not exist`)
    if (isAkkoord) await schrijfWijziging(tx, bewijs, { ...wijziging.nieuw, gevraagdCent: bewijs.gevraagdCent }, { actor: burger, reden: wijziging.reden })
    if (isAkkoord) await meldOrderwijziging(tx, aanvraag.id)
    await saveAntwoord(tx, wijzigingId, { status: isAkkoord ? 'aanvaard' : 'geweigerd', beantwoordOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: isAkkoord ? 'aanvaard-wijziging' : 'weiger-wijziging', actor: burger, gegevens: { wijzigingId }, zichtbaar: true })
    return done
  })
}
