import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import { makeWijzigingsbericht, makeWisselbericht } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import type { Tx } from '@/lib/platform/db'

/** Sends the burger the letter about a change that the opleider reported; gives the id of the letter. */
export async function meldWijziging(tx: Tx, aanvraagId: string, wijziging: Parameters<typeof makeWijzigingsbericht>[1]): Promise<string> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${aanvraagId} does not exist`)
  const brief = makeWijzigingsbericht(toBriefFeiten(aanvraag), wijziging)
  return (await stuurBrief(tx, { soort: 'mededeling', burgerId: aanvraag.burgerId, aanvraagId, ...brief })).id
}

/** Sends the burger the letter about the switch, after the aanvraag was changed by it. */
export async function meldWissel(tx: Tx, aanvraagId: string, bedragen: Parameters<typeof makeWisselbericht>[1]): Promise<void> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${aanvraagId} does not exist`)
  await stuurBrief(tx, { soort: 'mededeling', burgerId: aanvraag.burgerId, aanvraagId, ...makeWisselbericht(toBriefFeiten(aanvraag), bedragen) })
}
