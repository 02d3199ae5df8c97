import { addDays, dateOf, dayOfWeek, yearOf, type PlainDate } from '@/lib/base/date'

const SUNDAY = 7

/**
 * The algemeen erkende feestdagen of a year (Atw 3 lid 1) and Goede Vrijdag (Atw 3 lid 2), with their names.
 * Days that a koninklijk besluit puts on a par with them (Atw 3 lid 3) are not in it.
 */
export function feestdagen(year: number): ReadonlyMap<PlainDate, string> {
  const known = calculated.get(year)
  if (known !== undefined) return known
  const days = calculateFeestdagen(year)
  calculated.set(year, days)
  return days
}

// There are at most as many years as somebody asks for, and every termijn asks for one or two.
const calculated = new Map<number, ReadonlyMap<PlainDate, string>>()

function calculateFeestdagen(year: number): ReadonlyMap<PlainDate, string> {
  const pasen = eerstePaasdag(year)
  return new Map([
    [dateOf(year, 1, 1), 'Nieuwjaarsdag'],
    [addDays(pasen, -2), 'Goede Vrijdag'],
    [addDays(pasen, 1), 'tweede Paasdag'],
    [koningsdag(year), 'Koningsdag'],
    [dateOf(year, 5, 5), 'Bevrijdingsdag'],
    [addDays(pasen, 39), 'Hemelvaartsdag'],
    [addDays(pasen, 50), 'tweede Pinksterdag'],
    [dateOf(year, 12, 25), 'eerste Kerstdag'],
    [dateOf(year, 12, 26), 'tweede Kerstdag'],
  ])
}

/** True when the Algemene termijnenwet counts this day as a feestdag. */
export function isFeestdag(dag: PlainDate): boolean {
  return feestdagen(yearOf(dag)).has(dag)
}

/** The king's birthday is celebrated on 27 April, on a Sunday the day before; until 2013 it was 30 April. */
function koningsdag(year: number): PlainDate {
  const dag = year < 2014 ? dateOf(year, 4, 30) : dateOf(year, 4, 27)
  return dayOfWeek(dag) === SUNDAY ? addDays(dag, -1) : dag
}

/** Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
function eerstePaasdag(year: number): PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const total = epact + weekday - 7 * shift + 114
  return dateOf(year, Math.floor(total / 31), (total % 31) + 1)
}
