import { describe, expect, test } from 'vitest'
import { amsterdamDate, amsterdamInstant, amsterdamJaar, amsterdamTijd, formatTijd, formatTijdstip, startOfDay } from '@/lib/base/amsterdam'
import { plainDate } from '@/lib/base/date'

describe('I12: de tijd wordt beoordeeld in Amsterdam', () => {
  test.each([
    ['2022-12-31T22:59:59.999Z', '2022-12-31', 2022],
    ['2022-12-31T23:30:00Z', '2023-01-01', 2023],
    ['2022-06-30T22:00:00Z', '2022-07-01', 2022],
    ['2022-06-30T21:59:59Z', '2022-06-30', 2022],
    ['2024-02-29T12:00:00Z', '2024-02-29', 2024],
  ])('%s is %s', (instant, dag, jaar) => {
    expect(amsterdamDate(new Date(instant))).toBe(dag)
    expect(amsterdamJaar(new Date(instant))).toBe(jaar)
  })

  test.each([
    ['2022-11-01', '10:00', '2022-11-01T09:00:00.000Z'],
    ['2022-07-01', '10:00', '2022-07-01T08:00:00.000Z'],
    ['2022-03-27', '01:59', '2022-03-27T00:59:00.000Z'],
    ['2022-03-27', '02:30', '2022-03-27T01:30:00.000Z'],
    ['2022-03-27', '03:30', '2022-03-27T01:30:00.000Z'],
    ['2022-10-30', '02:30', '2022-10-30T00:30:00.000Z'],
    ['2022-10-30', '03:00', '2022-10-30T02:00:00.000Z'],
  ])('%s %s uur in Amsterdam', (dag, tijd, instant) => {
    expect(amsterdamInstant(plainDate(dag), tijd).toISOString()).toBe(instant)
  })

  test('elk uur van tien jaar, tegen een andere kalender', () => {
    const other = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' })
    const start = Date.UTC(2018, 0, 1)
    for (let hour = 0; hour < 10 * 365 * 24; hour += 7) {
      const instant = new Date(start + hour * 3_600_000 + 59 * 60_000)
      expect(`${amsterdamDate(instant)} ${amsterdamTijd(instant)}`).toBe(other.format(instant))
    }
  })

  test('de dag begint om middernacht', () => {
    expect(startOfDay(plainDate('2023-03-01')).toISOString()).toBe('2023-02-28T23:00:00.000Z')
  })

  test.each(['24:00', '10:60', '9:00', '10.00', ''])('%j is geen tijd', (tijd) => {
    expect(() => amsterdamInstant(plainDate('2022-11-01'), tijd)).toThrow(RangeError)
  })

  test('geschreven zoals in een brief', () => {
    const opening = new Date('2022-11-01T09:00:00Z')
    expect(formatTijdstip(opening)).toBe('dinsdag 1 november 2022 om 10.00 uur')
    expect(formatTijd(opening)).toBe('10.00 uur')
    expect(amsterdamTijd(new Date('2022-07-01T12:20:59Z'))).toBe('14:20')
  })
})
