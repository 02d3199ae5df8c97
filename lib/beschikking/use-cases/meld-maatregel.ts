import { SYSTEEM } from '@/lib/base/actor'
import type { BriefFeiten } from '@/lib/beschikking/model'
import { findMaatregelOp, isGemeld, lockAanvraag, toBriefFeiten, type LockedAanvraag } from '@/lib/beschikking/repo'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { raaktAanvraag, toGeraakteAanvraag, type GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

export type MaatregelMelding = {
  aanvraagId: string
  maatregel: GenomenMaatregel
  soort: 'maatregel-gemeld' | 'maatregel-voorbij'
  makeBrief: (feiten: BriefFeiten) => NieuweBrief
}

/** Tells a burger who still prepares an aanvraag that its opleiding has a maatregel, or has none any more. Told before: does nothing. */
export async function meldMaatregel(tx: Tx, melding: MaatregelMelding): Promise<void> {
  const { aanvraagId, maatregel, soort, makeBrief } = melding
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined || (aanvraag.status !== 'concept' && aanvraag.status !== 'gereed')) return
  if (!(await isNodig(tx, aanvraag, melding)) || (await isGemeld(tx, aanvraagId, soort, maatregel.id))) return
  const { id: briefId } = await stuurBrief(tx, { soort: 'mededeling', burgerId: aanvraag.burgerId, aanvraagId, ...makeBrief(toBriefFeiten(aanvraag)) })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort, actor: SYSTEEM, gegevens: { maatregelId: maatregel.id, briefId }, zichtbaar: true })
}

/** That it is over is told only to who was warned, and only when no other maatregel remains. */
async function isNodig(tx: Tx, aanvraag: LockedAanvraag, { maatregel, soort }: MaatregelMelding): Promise<boolean> {
  if (soort === 'maatregel-gemeld') return raaktAanvraag(maatregel, toGeraakteAanvraag(aanvraag), await todayIn(tx))
  return (await isGemeld(tx, aanvraag.id, 'maatregel-gemeld', maatregel.id)) && (await findMaatregelOp(tx, aanvraag)) === undefined
}
