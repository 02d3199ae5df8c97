import { addDays, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { OpenBedrag, Overdracht, VorderingStatus } from '@/lib/vordering/model'

/** What decides about the next step of collecting. Days of the calendar; null is not done yet. */
export type Invordering = {
  readonly status: VorderingStatus
  readonly open: OpenBedrag
  readonly vervaltOp: PlainDate
  readonly herinnerdOp: PlainDate | null
  readonly aangemaandOp: PlainDate | null
  readonly aanmaningVervaltOp: PlainDate | null
  /** When interest was fixed, a debt of its own with a term of its own. */
  readonly renteVastgesteldOp: PlainDate | null
  readonly uitstelTot: PlainDate | null
  readonly overdracht: Overdracht | null
  /** An arrangement is asked for or runs. */
  readonly isRegeling: boolean
}

/** The fee of an aanmaning: € 7, from a debt of € 500 on € 16 (Awb 4:113 lid 1; parameter). */
export function aanmaningsvergoeding(schuld: Cent, { grensCent, onderGrensCent, vanafGrensCent }: ParameterWaarden['aanmaning']): Cent {
  return cent(schuld < grensCent ? onderGrensCent : vanafGrensCent)
}

export type Stap = 'herinner' | 'maan-aan' | 'leg-overdracht-voor'

/**
 * The step that is due today, or undefined. While an arrangement is asked for or runs, or payment is postponed, nothing is collected
 * (Awb 4:94 lid 2). A reminder goes out once, in the last days of the term; an aanmaning after it; then a person decides.
 */
export function volgendeStap(vordering: Invordering, vandaag: PlainDate, { dagenVoorEinde }: ParameterWaarden['betaalherinnering']): Stap | undefined {
  const { status, open, vervaltOp, herinnerdOp, aangemaandOp, aanmaningVervaltOp, renteVastgesteldOp, uitstelTot, overdracht, isRegeling } = vordering
  if ((status !== 'open' && status !== 'deels-voldaan') || open.hoofdsom + open.kosten === 0) return undefined
  if (isRegeling || (uitstelTot !== null && vandaag <= uitstelTot)) return undefined
  if (aangemaandOp === null && vandaag > vervaltOp) return 'maan-aan'
  // An aanmaning of before the interest was fixed is none for that interest (Awb 4:112).
  if (aangemaandOp !== null && renteVastgesteldOp !== null && aangemaandOp <= renteVastgesteldOp) return 'maan-aan'
  if (herinnerdOp === null && aangemaandOp === null && vandaag > addDays(vervaltOp, -dagenVoorEinde)) return 'herinner'
  if (aanmaningVervaltOp !== null && overdracht === null && vandaag > aanmaningVervaltOp) return 'leg-overdracht-voor'
  return undefined
}
