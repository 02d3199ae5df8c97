import { addDays, addMonths, daysBetween, type PlainDate } from '@/lib/base/date'
import { addWeken, endOfTermijn } from '@/lib/base/termijn'
import type { ParameterWaarden, Regeling } from '@/lib/regeling/model'

type Lezer = Pick<Regeling, 'get'>

/** The last day to pay after the betalingsbeschikking: six weeks (Awb 4:87 lid 1), not on a weekend or feestdag (Atw 1 lid 1). */
export function calculateVervaldag(bekendgemaaktOp: PlainDate, regeling: Lezer): PlainDate {
  return endOfTermijn(addWeken(bekendgemaaktOp, regeling.get('betaaltermijn').weken), regeling.get('gelijkgestelde-dagen'))
}

/** The last day to pay after the aanmaning: two weeks from the day after it was sent (Awb 4:112 lid 1). */
export function calculateAanmaningVervaldag(verzondenOp: PlainDate, regeling: Lezer): PlainDate {
  return endOfTermijn(addWeken(verzondenOp, regeling.get('aanmaning').weken), regeling.get('gelijkgestelde-dagen'))
}

/** The last day on which payment can be claimed: five years after the term to pay (Awb 4:104). Longer than 90 days, so Atw 1 does not move it (Atw 4). */
export function calculateVerjaring(vervaltOp: PlainDate, { jaren }: ParameterWaarden['verjaring']): PlainDate {
  return addMonths(vervaltOp, jaren * 12)
}

/**
 * The last day after an act that interrupts: a new term of the same length from the day after it (Awb 4:110), never sooner than it
 * was. What interrupts is an aanmaning (4:106) and an acknowledgement by the debtor (4:105 lid 2): asking for an arrangement, or paying a part.
 */
export function stuitVerjaring(verjaartOp: PlainDate, gestuitOp: PlainDate, { jaren }: ParameterWaarden['verjaring']): PlainDate {
  const nieuw = addMonths(gestuitOp, jaren * 12)
  return nieuw > verjaartOp ? nieuw : verjaartOp
}

/**
 * Postponement that ends before the day until which it was given made the term longer by less: the days after its end come off (Awb 4:111 lid 1). `van` is
 * from when it counted.
 */
export function verkortVerjaring(verjaartOp: PlainDate, uitstel: { readonly van: PlainDate; readonly was: PlainDate; readonly wordt: PlainDate }): PlainDate {
  const vanaf = uitstel.wordt > uitstel.van ? uitstel.wordt : uitstel.van
  return addDays(verjaartOp, 0 - Math.max(0, daysBetween(vanaf, uitstel.was)))
}

/** Postponement makes the term longer by its own length (Awb 4:111 lid 1). */
export function verlengVerjaring(verjaartOp: PlainDate, uitstel: { readonly van: PlainDate; readonly tot: PlainDate }): PlainDate {
  return addDays(verjaartOp, Math.max(0, daysBetween(uitstel.van, uitstel.tot)))
}
