import { SYSTEEM } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import type { BriefFeiten } from '@/lib/beschikking/model'
import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { legBesluitVast, type Vastgelegd } from '@/lib/beschikking/use-cases/leg-besluit-vast'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/**
 * The besluit that goes with a withdrawal after the verlening, at the request of the burger (Awb 4:48 lid 1 onder a): its letter, ground and
 * term (invariant I10). Who asked for it need not be heard first. The caller changes the status in the same transaction.
 */
export async function legIntrekkingVast(tx: Tx, aanvraagId: string, makeBrief: (feiten: BriefFeiten, bezwaarUiterlijkOp: PlainDate) => NieuweBrief): Promise<Vastgelegd> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${aanvraagId} does not exist`)
  const vandaag = await todayIn(tx)
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
  return legBesluitVast(tx, aanvraag, {
    soort: 'intrekking', bedragCent: 0, gronden: ['op-verzoek'], motivering: 'Genomen door het systeem omdat de burger vroeg te stoppen.', actor: SYSTEEM, bezwaarUiterlijkOp,
    brief: makeBrief(toBriefFeiten(aanvraag), bezwaarUiterlijkOp),
  })
}
