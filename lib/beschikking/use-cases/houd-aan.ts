import type { Actor, Rol } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { canPerform } from '@/lib/aanvraag/rules/status'
import { lockAanvraag, saveStatus, toBriefFeiten, toStatus } from '@/lib/beschikking/repo'
import { makeAanhoudingsbrief } from '@/lib/beschikking/rules/brieven'
import { raaktAanvraag, toGeraakteAanvraag, type GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export type TeHouden = { aanvraagId: string; maatregel: GenomenMaatregel; actor: Actor; rol: Rol }

/**
 * Puts a waiting aanvraag aside because of a maatregel, with a letter that says what it means and until when another opleiding can be chosen.
 * The reservation stays. Answers false when there is nothing to put aside: the
 * maatregel does not touch it, or it was decided, withdrawn or put aside already.
 */
export async function houdAanvraagAan(tx: Tx, { aanvraagId, maatregel, actor, rol }: TeHouden): Promise<boolean> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined || !canPerform('houd-aan', toStatus(aanvraag.status), rol)) return false

  const vandaag = await todayIn(tx)
  if (!raaktAanvraag(maatregel, toGeraakteAanvraag(aanvraag), vandaag)) return false
  const feiten = toBriefFeiten(aanvraag)
  const totDatum = calculateKeuzedatum(vandaag, feiten.beslisUiterlijkOp, (await leesRegeling(tx, vandaag)).get('herkies-termijn').dagen)
  await saveStatus(tx, aanvraagId, 'aangehouden', { aangehoudenVanaf: aanvraag.status, aangehoudenTot: totDatum })
  const { id: briefId } = await stuurBrief(tx, { soort: 'aanhouding', burgerId: aanvraag.burgerId, aanvraagId, ...makeAanhoudingsbrief(feiten, totDatum, maatregel.soort) })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag',
    onderwerpId: aanvraagId,
    soort: 'houd-aan',
    van: aanvraag.status,
    naar: 'aangehouden',
    actor,
    rol,
    gegevens: { maatregelId: maatregel.id, briefId, tot: totDatum },
    zichtbaar: true,
  })
  return true
}

/** Until when the burger can choose: the day of the decision, but never less than the herkies-termijn. */
function calculateKeuzedatum(vandaag: PlainDate, beslisUiterlijkOp: PlainDate | null, dagen: number): PlainDate {
  const minstens = addDays(vandaag, dagen)
  return beslisUiterlijkOp !== null && beslisUiterlijkOp > minstens ? beslisUiterlijkOp : minstens
}
