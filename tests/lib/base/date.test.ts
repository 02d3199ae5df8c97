import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, addMonths, dateOf, dayOfWeek, daysBetween, formatDatum, formatDatumKort, formatMaand, formatPeriode, formatPeriodeKort, isWeekend, parseDatum, plainDate, yearOf,
  type PlainDate,
} from '@/lib/base/date'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(plainDate('1900-01-01'), n))

describe('een dag', () => {
  test.each(['2022-02-30', '2023-02-29', '2022-13-01', '2022-00-10', '2022-1-1', '2022-01-01T00:00', '', '20220101', '２０２２-01-01'])(
    '%j bestaat niet',
    (text) => {
      expect(() => plainDate(text)).toThrow(RangeError)
      expect(parseDatum(text)).toBeUndefined()
    },
  )

  test('29 februari bestaat in een schrikkeljaar', () => {
    expect(plainDate('2024-02-29')).toBe('2024-02-29')
    expect(() => plainDate('1900-02-29')).toThrow(RangeError)
    expect(dateOf(2000, 2, 29)).toBe('2000-02-29')
  })

  test.each([
    ['2022-11-29', '2022-11-29'],
    ['29-11-2022', '2022-11-29'],
    [' 1-3-2022 ', '2022-03-01'],
    ['30-02-2022', undefined],
    ['31-4-2022', undefined],
    ['29/11/2022', undefined],
    ['29-11-22', undefined],
    ['morgen', undefined],
  ])('getypt als %j', (text, expected) => {
    expect(parseDatum(text)).toBe(expected)
  })
})

describe('rekenen met dagen', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2022-11-01', 28, '2022-11-29'],
    ['2022-03-27', 1, '2022-03-28'],
    ['2022-10-30', -1, '2022-10-29'],
    ['2022-12-31', 1, '2023-01-01'],
  ])('%s plus %i dagen', (dag, days, expected) => {
    expect(addDays(plainDate(dag), days)).toBe(expected)
  })

  test.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-06-30', 3, '2022-09-30'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-12-31', 3, '2023-03-31'],
    ['2022-05-31', -3, '2022-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i maanden', (dag, months, expected) => {
    expect(addMonths(plainDate(dag), months)).toBe(expected)
  })

  test('dagen tussen twee dagen, ook over de zomertijd heen', () => {
    expect(daysBetween(plainDate('2022-03-26'), plainDate('2022-03-28'))).toBe(2)
    expect(daysBetween(plainDate('2022-10-31'), plainDate('2022-10-29'))).toBe(-2)
  })

  test('heen en weer komt uit waar het begon', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (dag, n) => {
        const other: PlainDate = addDays(dag, n)
        return daysBetween(dag, other) === n && addDays(other, -n) === dag && (n > 0) === (other > dag)
      }),
    )
  })
})

describe('de week', () => {
  test('zaterdag en zondag zijn weekend', () => {
    expect(isWeekend(plainDate('2022-10-29'))).toBe(true)
    expect(isWeekend(plainDate('2022-10-30'))).toBe(true)
    expect(isWeekend(plainDate('2022-10-31'))).toBe(false)
    expect(dayOfWeek(plainDate('2022-10-31'))).toBe(1)
  })
})

describe('een dag schrijven', () => {
  test.each([
    ['2022-11-29', 'dinsdag 29 november 2022', '29-11-2022'],
    ['2022-03-01', 'dinsdag 1 maart 2022', '01-03-2022'],
    ['2023-01-01', 'zondag 1 januari 2023', '01-01-2023'],
  ])('%s', (dag, lang, kort) => {
    expect(formatDatum(plainDate(dag))).toBe(lang)
    expect(formatDatumKort(plainDate(dag))).toBe(kort)
    expect(yearOf(plainDate(dag))).toBe(Number(dag.slice(0, 4)))
  })

  test('een maand heeft een naam, van een dag en van een maand', () => {
    expect(formatMaand('2022-11-01')).toBe('november 2022')
    expect(formatMaand('2023-02')).toBe('februari 2023')
  })
})

describe('een periode in woorden', () => {
  test('van meer dagen noemt de eerste en de laatste dag', () => {
    expect(formatPeriode(plainDate('2022-12-05'), plainDate('2022-12-06'))).toBe('van maandag 5 december 2022 tot en met dinsdag 6 december 2022')
    expect(formatPeriodeKort(plainDate('2022-12-05'), plainDate('2022-12-06'))).toBe('05-12-2022 tot en met 06-12-2022')
  })
  test('van één dag noemt die dag één keer', () => {
    expect(formatPeriode(plainDate('2022-12-14'), plainDate('2022-12-14'))).toBe('op woensdag 14 december 2022')
    expect(formatPeriodeKort(plainDate('2022-12-14'), plainDate('2022-12-14'))).toBe('14-12-2022')
  })
})
