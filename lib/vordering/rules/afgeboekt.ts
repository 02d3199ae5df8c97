import { cent } from '@/lib/base/money'
import type { OpenBedrag, VorderingMutatie } from '@/lib/vordering/model'

const TELT: readonly VorderingMutatie['soort'][] = ['oninbaar', 'verjaring', 'herleving']

/** What was written off or lapsed of a claim and was not paid after all: so much can still be taken as its payment. Remitting is for good. */
export function restAfgeboekt(mutaties: readonly VorderingMutatie[]): OpenBedrag {
  const som = (deel: 'hoofdsom' | 'kosten') => 0 - mutaties.filter(({ soort }) => TELT.includes(soort)).reduce((totaal, mutatie) => totaal + mutatie[deel], 0)
  return { hoofdsom: cent(som('hoofdsom')), kosten: cent(som('kosten')) }
}
