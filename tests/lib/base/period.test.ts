import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '@/lib/base/date'
import { areContiguous, contains, intersection, lengthInDays, overlaps, period, type Period } from '@/lib/base/period'

const p = (van: string, tot: string | null): Period => period(plainDate(van), tot === null ? null : plainDate(tot))
const anyDay = fc.integer({ min: 0, max: 60 }).map((n) => addDays(plainDate('2022-01-01'), n))
const anyPeriod = fc.tuple(anyDay, fc.option(fc.integer({ min: 1, max: 40 }))).map(([van, n]) => period(van, n === null ? null : addDays(van, n)))

describe('een periode: van en met, tot', () => {
  test('het begin hoort erbij, het eind niet', () => {
    const maart = p('2022-03-01', '2022-04-01')
    expect(contains(maart, plainDate('2022-02-28'))).toBe(false)
    expect(contains(maart, plainDate('2022-03-01'))).toBe(true)
    expect(contains(maart, plainDate('2022-03-31'))).toBe(true)
    expect(contains(maart, plainDate('2022-04-01'))).toBe(false)
    expect(lengthInDays(maart)).toBe(31)
  })

  test('zonder eind', () => {
    expect(contains(p('2022-03-01', null), plainDate('2099-01-01'))).toBe(true)
    expect(lengthInDays(p('2022-03-01', null))).toBeNull()
  })

  test('een periode zonder dagen bestaat niet', () => {
    expect(() => p('2022-03-01', '2022-03-01')).toThrow(RangeError)
    expect(() => p('2022-03-02', '2022-03-01')).toThrow(RangeError)
  })

  test('wie elkaar alleen raken, overlappen niet', () => {
    expect(overlaps(p('2022-01-01', '2022-02-01'), p('2022-02-01', null))).toBe(false)
    expect(intersection(p('2022-01-01', '2022-02-02'), p('2022-02-01', null))).toEqual({ van: '2022-02-01', tot: '2022-02-02' })
  })

  test('aansluitend', () => {
    expect(areContiguous([p('2022-01-01', '2023-01-01'), p('2023-01-01', null)])).toBe(true)
    expect(areContiguous([p('2022-01-01', '2022-12-31'), p('2023-01-01', null)])).toBe(false)
    expect(areContiguous([p('2022-01-01', null), p('2023-01-01', null)])).toBe(false)
    expect(areContiguous([])).toBe(true)
  })

  test('een dag ligt in de doorsnede als hij in allebei ligt', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDay, (one, other, dag) => {
        const both = intersection(one, other)
        return (both !== undefined && contains(both, dag)) === (contains(one, dag) && contains(other, dag))
      }),
    )
  })
})
