import { addDays, isWeekend, type PlainDate } from '@/lib/base/date'
import { isFeestdag } from '@/lib/base/feestdagen'

/** True on a day that is not a Saturday, Sunday, feestdag or one of the days put on a par with it (Atw 3 lid 3). */
export function isWerkdag(dag: PlainDate, gelijkgesteld: readonly PlainDate[] = []): boolean {
  return !isWeekend(dag) && !isFeestdag(dag) && !gelijkgesteld.includes(dag)
}

/**
 * The last day of a termijn that by counting ends on `dag`: the day itself, or the first werkdag after it (Atw 1 lid 1).
 * Not for a termijn that counts back from an event (Atw 1 lid 2) or is longer than 90 days, twelve weeks or three months (Atw 4).
 * Which days a koninklijk besluit puts on a par with a feestdag is the parameter gelijkgestelde-dagen of the regeling.
 */
export function endOfTermijn(dag: PlainDate, gelijkgesteld: readonly PlainDate[] = []): PlainDate {
  let einde = dag
  while (!isWerkdag(einde, gelijkgesteld)) einde = addDays(einde, 1)
  return einde
}

/** The same weekday so many weeks later. */
export function addWeken(dag: PlainDate, weken: number): PlainDate {
  return addDays(dag, weken * 7)
}
