import { amsterdamDate, startOfDay } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { isWerkdag } from '@/lib/base/termijn'
import type { ParameterWaarden } from '@/lib/regeling/model'

const HOUR_MS = 3_600_000

/**
 * Until when (exclusive) an offer of this moment can be accepted: the end of so many werkdagen after today, never after the list
 * ends. Undefined when less time would be left than is fair: then there is no offer any more.
 */
export function calculateBedenktijd(
  nu: Date, reserveTot: Date, { werkdagen, minimaalUren }: ParameterWaarden['reserve-bedenktijd'], gelijkgesteld: readonly PlainDate[] = [],
): Date | undefined {
  let dag = amsterdamDate(nu)
  for (let over = werkdagen; over > 0;) {
    dag = addDays(dag, 1)
    if (isWerkdag(dag, gelijkgesteld)) over -= 1
  }
  const einde = startOfDay(addDays(dag, 1))
  const uiterlijkOp = einde < reserveTot ? einde : reserveTot
  return uiterlijkOp.getTime() - nu.getTime() < minimaalUren * HOUR_MS ? undefined : uiterlijkOp
}

/** Whether a training begins after the last day on which an offer can be accepted: one that has begun cannot be granted any more. */
export function canStillStart(startdatum: PlainDate, uiterlijkOp: Date): boolean {
  return startdatum > amsterdamDate(new Date(uiterlijkOp.getTime() - 1))
}
