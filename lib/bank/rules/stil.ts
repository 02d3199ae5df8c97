import { addDays, type PlainDate } from '@/lib/base/date'
import { isBankdag } from '@/lib/betaling/rules/uitvoeringsdag'

/**
 * The last uitvoeringsdag of which the bank should have answered before `vandaag`: so many days on which banks settle have gone by since, and
 * today is after them (BW 7:537 lid 1: the next working day, and then it stands on a statement).
 */
export function laatsteStilleDag(vandaag: PlainDate, werkdagen: number): PlainDate {
  let dag = vandaag
  for (let over = werkdagen; over > 0;) {
    dag = addDays(dag, -1)
    if (isBankdag(dag)) over -= 1
  }
  return addDays(dag, -1)
}
