import { Temporal } from 'temporal-polyfill'
import type { Brand } from '@/lib/base/brand'

/** A day on the calendar as 'YYYY-MM-DD', without time or zone. Compare with < and >: the text sorts as the days do. */
export type PlainDate = Brand<string, 'PlainDate'>

const ISO = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const DUTCH = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})$/

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const
const MAANDEN = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni',
  'juli', 'augustus', 'september', 'oktober', 'november', 'december',
] as const

/** Reads 'YYYY-MM-DD' from code or database. Throws a RangeError when there is no such day, like 30 February. */
export function plainDate(text: string): PlainDate {
  if (!ISO.test(text)) throw new RangeError(`${JSON.stringify(text)} is not a date of the form YYYY-MM-DD`)
  return toPlainDate(Temporal.PlainDate.from(text, { overflow: 'reject' }))
}

/** Reads a day that a person typed: "2022-11-29" or "29-11-2022". Undefined when there is no such day. */
export function parseDatum(text: string): PlainDate | undefined {
  const trimmed = text.trim()
  const dutch = DUTCH.exec(trimmed)
  const iso = dutch ? `${dutch[3] ?? ''}-${pad(dutch[2])}-${pad(dutch[1])}` : trimmed
  try {
    return plainDate(iso)
  } catch {
    return undefined // The only throw is "no such day", and here that is an answer.
  }
}

/** The day this many calendar days later, or earlier when negative. */
export function addDays(dag: PlainDate, days: number): PlainDate {
  return toPlainDate(parts(dag).add({ days }))
}

/** The same day so many months later; the last day of the month when there is no such day (31 January + 1 = 28 February). */
export function addMonths(dag: PlainDate, months: number): PlainDate {
  return toPlainDate(parts(dag).add({ months }, { overflow: 'constrain' }))
}

/** How many days to go from `van` to `tot`; negative when `tot` is earlier. */
export function daysBetween(van: PlainDate, tot: PlainDate): number {
  return parts(van).until(parts(tot), { largestUnit: 'day' }).days
}

/** The calendar year. */
export function yearOf(dag: PlainDate): number {
  return parts(dag).year
}

/** The day of a given year, month and day number. Throws a RangeError when there is no such day. */
export function dateOf(year: number, month: number, day: number): PlainDate {
  return toPlainDate(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(dag: PlainDate): number {
  return parts(dag).dayOfWeek
}

/** True on Saturday and Sunday. */
export function isWeekend(dag: PlainDate): boolean {
  return dayOfWeek(dag) >= 6
}

/** "dinsdag 29 november 2022" */
export function formatDatum(dag: PlainDate): string {
  const { dayOfWeek: weekday, day, month, year } = parts(dag)
  return `${DAGEN[weekday - 1] ?? ''} ${String(day)} ${MAANDEN[month - 1] ?? ''} ${String(year)}`
}

/** "november 2022", of a day or of a month (YYYY-MM) */
export function formatMaand(maand: string): string {
  const [year = '', month = ''] = maand.split('-')
  return `${MAANDEN[Number(month) - 1] ?? ''} ${year}`
}

/** "29-11-2022" */
export function formatDatumKort(dag: PlainDate): string {
  return dag.split('-').reverse().join('-')
}

/** "van dinsdag 29 november 2022 tot en met vrijdag 2 december 2022", or "op dinsdag 29 november 2022" when it is one day. */
export function formatPeriode(van: PlainDate, tot: PlainDate): string {
  return van === tot ? `op ${formatDatum(van)}` : `van ${formatDatum(van)} tot en met ${formatDatum(tot)}`
}

/** "29-11-2022 tot en met 02-12-2022", or "29-11-2022" when it is one day. */
export function formatPeriodeKort(van: PlainDate, tot: PlainDate): string {
  return van === tot ? formatDatumKort(van) : `${formatDatumKort(van)} tot en met ${formatDatumKort(tot)}`
}

function parts(dag: PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(dag)
}

function toPlainDate(date: Temporal.PlainDate): PlainDate {
  const text = date.toString()
  if (!ISO.test(text)) throw new RangeError(`${text} lies outside the years 0000-9999`)
  return text as PlainDate
}

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0')
}
