import { Temporal } from 'temporal-polyfill'
import { formatDatum, plainDate, yearOf, type PlainDate } from '@/lib/base/date'

/** Invariant I12: moments are stored in UTC and judged here. */
const ZONE = 'Europe/Amsterdam'

/** The day it is in Amsterdam at a moment: 31 December 23:30Z is already 1 January. */
export function amsterdamDate(instant: Date): PlainDate {
  return plainDate(inAmsterdam(instant).toPlainDate().toString())
}

/** The calendar year it is in Amsterdam at a moment. */
export function amsterdamJaar(instant: Date): number {
  return yearOf(amsterdamDate(instant))
}

/** The clock in Amsterdam at a moment, as 'HH:MM'. */
export function amsterdamTijd(instant: Date): string {
  return inAmsterdam(instant).toPlainTime().toString({ smallestUnit: 'minute' })
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

function inAmsterdam(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE)
}
