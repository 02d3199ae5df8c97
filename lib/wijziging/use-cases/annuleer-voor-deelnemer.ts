import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { fromDbDate, inTransaction } from '@/lib/platform/db'
import { insertAnnuleringen, listZonderBrief, lockAanvraagVanOpleider } from '@/lib/wijziging/repo'
import type { AnnuleerInput } from '@/lib/wijziging/schema'
import type { AnnuleerReden } from '@/lib/wijziging/texts'
import { leesTermijnen, sendAnnulering } from '@/lib/wijziging/use-cases/leg-annulering-voor'

/** The opleider calls the scholing off for one participant, before it begins: the burger switches, or stops without costs. */
export function annuleerVoorDeelnemer(opleider: OpleiderActor, { kenmerk, reden }: AnnuleerInput): Promise<Outcome<AnnuleerReden>> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraagVanOpleider(tx, opleider.opleiderId, kenmerk)
    if (aanvraag === undefined) return refused('niet-gevonden')
    if (aanvraag.status !== 'verleend') return refused('niet-verleend')
    if (fromDbDate(aanvraag.aanmeldbewijs.startdatum) <= await todayIn(tx)) return refused('al-begonnen')
    const aantal = await insertAnnuleringen(tx, { aanvraagId: aanvraag.id, doorId: opleider.id, reden, ...(await leesTermijnen(tx)) })
    if (aantal === 0) return refused('al-afgezegd')
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: 'annuleer-voor-deelnemer', actor: opleider, reden })
    for (const annulering of await listZonderBrief(tx, null, aanvraag.id)) await sendAnnulering(tx, annulering)
    return done
  })
}
