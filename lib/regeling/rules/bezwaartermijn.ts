import type { PlainDate } from '@/lib/base/date'
import { addWeken, endOfTermijn } from '@/lib/base/termijn'
import type { Regeling } from '@/lib/regeling/model'

/**
 * The last day on which a bezwaarschrift is in time.
 *
 * Awb 6:8 lid 1: the termijn begins on the day after the besluit was made known, so six weeks (Awb 6:7) end on the same
 * weekday as that of the bekendmaking; Atw 1 lid 1 moves an end on a weekend or feestdag to the next werkdag.
 */
export function calculateBezwaartermijn(bekendgemaaktOp: PlainDate, regeling: Pick<Regeling, 'get'>): PlainDate {
  const { weken } = regeling.get('bezwaartermijn')
  return endOfTermijn(addWeken(bekendgemaaktOp, weken), regeling.get('gelijkgestelde-dagen'))
}
