import { addDays, type PlainDate } from '@/lib/base/date'
import type { Period } from '@/lib/base/period'
import type { Duur, OpschortingToestand } from '@/lib/opschorting/model'

/** Awb 4:56: the last day on which payment is suspended, `weken` after the day of the letter. A term for us, so the Atw does not lengthen it. */
export function calculateTotEnMet(ingangsdatum: PlainDate, weken: number): PlainDate {
  return addDays(ingangsdatum, 7 * weken)
}

/** Whether it holds on a day. It ends by itself: nobody and nothing has to do anything for that. */
export function toestandOp({ ingangsdatum, totEnMet, beeindigdOp }: Duur, dag: PlainDate): OpschortingToestand {
  if (beeindigdOp !== null) return 'beeindigd'
  return dag < ingangsdatum || (totEnMet !== null && dag > totEnMet) ? 'afgelopen' : 'loopt'
}

/** The days on which payment was suspended, as a period without its last bound; null when it still holds without an end. */
export function toPeriode({ ingangsdatum, totEnMet, beeindigdOp }: Duur): Period {
  const vanzelf = totEnMet === null ? null : addDays(totEnMet, 1)
  if (beeindigdOp === null) return { van: ingangsdatum, tot: vanzelf }
  return { van: ingangsdatum, tot: vanzelf !== null && vanzelf < beeindigdOp ? vanzelf : beeindigdOp }
}
