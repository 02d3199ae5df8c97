import type { BriefFeiten, BriefSoort } from '@/lib/beschikking/model'
import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import type { Tx } from '@/lib/platform/db'

/** A letter to the burger about the own aanvraag, made from the facts that every such letter has. Gives the id of the letter. Throws when there is no such aanvraag. */
export async function stuurAanvraagbrief(
  tx: Tx, { aanvraagId, soort, makeBrief }: { aanvraagId: string; soort: BriefSoort; makeBrief: (feiten: BriefFeiten) => NieuweBrief },
): Promise<string> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${aanvraagId} does not exist`)
  return (await stuurBrief(tx, { soort, burgerId: aanvraag.burgerId, aanvraagId, ...makeBrief(toBriefFeiten(aanvraag)) })).id
}
