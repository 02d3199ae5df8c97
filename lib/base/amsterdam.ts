import { Temporal } from 'temporal-polyfill'
import { formatDatum, plainDate, yearOf, type PlainDate } from '@/lib/base/date'

/** Invariant I12: moments are stored in UTC and judged here. */
const ZONE = 'Europe/Amsterdam'

/** The day it is in Amsterdam at a moment: 31 December 23:30Z is already 1 January. */
export function amsterdamDate(instant: Date): PlainDate {
  return plainDate(local(instant).slice(0, 10))
}

/** The calendar year it is in Amsterdam at a moment. */
export function amsterdamJaar(instant: Date): number {
  return yearOf(amsterdamDate(instant))
}

/** The clock in Amsterdam at a moment, as 'HH:MM'. */
export function amsterdamTijd(instant: Date): string {
  return local(instant).slice(11, 16)
}

/**
 * The moment at which clocks in Amsterdam show this day and time ('HH:MM').
 * A time that summer time skips is an hour later; a time that occurs twice is the first one.
 * Throws a RangeError when the time is not one.
 */
export function amsterdamInstant(dag: PlainDate, tijd: string): Date {
  if (!/^[0-9]{2}:[0-9]{2}$/.test(tijd)) throw new RangeError(`${JSON.stringify(tijd)} is not a time of the form HH:MM`)
  const zoned = Temporal.PlainDate.from(dag).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(tijd) })
  return new Date(zoned.epochMilliseconds)
}

/** The moment at which a day begins in Amsterdam. */
export function startOfDay(dag: PlainDate): Date {
  return amsterdamInstant(dag, '00:00')
}

/** "dinsdag 1 november 2022 om 10.00 uur" */
export function formatTijdstip(instant: Date): string {
  return `${formatDatum(amsterdamDate(instant))} om ${formatTijd(instant)}`
}

/** "10.00 uur" */
export function formatTijd(instant: Date): string {
  return `${amsterdamTijd(instant).replace(':', '.')} uur`
}

/** What the calendar and the clock in Amsterdam show, as YYYY-MM-DDTHH:MM:SS.sssZ (where the Z means nothing). */
function local(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime())).toISOString()
}

// Asking for an offset costs thirty times what all the rest does, and on an opening day it is asked for every aanvraag.
const offsets = new Map<number, number>()
const HOUR_MS = 3_600_000
const MAX_OFFSETS = 10_000

/** How many milliseconds Amsterdam is ahead of UTC. It changes on a whole hour, at least since 1970. */
function offsetAt(ms: number): number {
  if (ms < 0) return calculateOffset(ms)
  const hour = Math.floor(ms / HOUR_MS)
  const known = offsets.get(hour)
  if (known !== undefined) return known
  if (offsets.size >= MAX_OFFSETS) offsets.clear()
  const offset = calculateOffset(hour * HOUR_MS)
  offsets.set(hour, offset)
  return offset
}

function calculateOffset(ms: number): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1_000_000
}
