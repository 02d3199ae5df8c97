import type { BriefFeiten } from '@/lib/beschikking/model'
import { readAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import type { Tx } from '@/lib/platform/db'

/** What a letter about an aanvraag says about it. Throws when there is no such aanvraag. */
export async function leesBriefFeiten(tx: Tx, aanvraagId: string): Promise<BriefFeiten> {
  return toBriefFeiten(await readAanvraag(tx, aanvraagId))
}
