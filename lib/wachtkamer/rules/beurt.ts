import type { Beurt } from '@/lib/wachtkamer/model'

/**
 * Whether it is somebody's turn to submit: at the counter of a werkplein by the same rule as online. After the budget is gone
 * turns go on, for the reserve list. A draw has no turns.
 */
export function isAanDeBeurt({ modus, toestand, plaats, toegelatenTot }: Beurt): boolean {
  if (modus === 'loting') return toestand === 'open'
  return (toestand === 'open' || toestand === 'uitgeput') && plaats?.plaats != null && plaats.plaats <= toegelatenTot
}
