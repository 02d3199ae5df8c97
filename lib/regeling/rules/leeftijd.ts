import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { Bepaling } from '@/lib/regeling/model'

/**
 * The day on which somebody reaches an age of whole years and months.
 * Who was born on a day that the month of the birthday does not have (29 to 31) reaches it on the first of the next month.
 */
export function calculateLeeftijdsdag(geboortedatum: PlainDate, { jaren, maanden }: { jaren: number; maanden: number }): PlainDate {
  const dag = addMonths(geboortedatum, jaren * 12 + maanden)
  return dag.slice(8) === geboortedatum.slice(8) ? dag : addDays(dag, 1)
}

/** Art. 5 lid 2 onder a: the aanvrager is at least so many years old on the day of the aanvraag. */
export function hasMinimumleeftijd(geboortedatum: PlainDate, dag: PlainDate, minimumleeftijd: number): boolean {
  return calculateLeeftijdsdag(geboortedatum, { jaren: minimumleeftijd, maanden: 0 }) <= dag
}

/**
 * Art. 5 lid 2 onder a with AOW 7a: the aanvrager reached the pensioengerechtigde leeftijd on or before the day of the aanvraag.
 * The age rises with the calendar year, and who reached it last year has still reached it: therefore all periods are needed,
 * each with the day on which somebody of that age would reach it, if that day lies in the period.
 */
export function hasAowLeeftijd(geboortedatum: PlainDate, dag: PlainDate, bepalingen: readonly Bepaling<'aow-leeftijd'>[]): boolean {
  return bepalingen.some(({ waarde, geldigTot }) => {
    const bereiktOp = calculateLeeftijdsdag(geboortedatum, waarde)
    return bereiktOp <= dag && (geldigTot === null || bereiktOp < geldigTot)
  })
}
