import { addDays, type PlainDate } from '@/lib/base/date'
import { isWerkdag } from '@/lib/base/termijn'

/**
 * The day on which the bank is asked to execute a batch: the first day after `dag` on which both this country works and
 * T2, the settlement system of the euro area, is open (it also closes on 1 May).
 */
export function findUitvoeringsdag(dag: PlainDate): PlainDate {
  let uitvoering = addDays(dag, 1)
  while (!isBankdag(uitvoering)) uitvoering = addDays(uitvoering, 1)
  return uitvoering
}

/** True on a day on which this country works and T2 is open. */
export function isBankdag(dag: PlainDate): boolean {
  return isWerkdag(dag) && !dag.endsWith('-05-01')
}
