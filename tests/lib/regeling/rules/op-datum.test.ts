import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import type { ParameterRij } from '@/lib/regeling/model'
import { findGebreken, isOnbekendePeriode, makeRegeling, OnbekendePeriode } from '@/lib/regeling/rules/op-datum'

const rij = (naam: string, waarde: unknown, van: string, tot: string | null): ParameterRij => ({
  naam, waarde, geldigVan: plainDate(van), geldigTot: tot === null ? null : plainDate(tot), bron: `bron van ${van}`,
})
const rijen = [
  rij('maximumbedrag', 120_000, '2023-01-01', '2024-01-01'),
  rij('maximumbedrag', 100_000, '2022-01-01', '2023-01-01'),
  rij('bezwaartermijn', { weken: 6 }, '2022-01-01', null),
  rij('verleningsgrens', null, '2022-01-01', null),
]
const op = (dag: string) => makeRegeling(rijen, plainDate(dag))

describe('I8: een waarde geldt in haar periode', () => {
  test.each([
    ['2022-01-01', 100_000],
    ['2022-12-31', 100_000],
    ['2023-01-01', 120_000],
    ['2023-12-31', 120_000],
  ])('op %s', (dag, expected) => {
    expect(op(dag).get('maximumbedrag')).toBe(expected)
  })

  test('met periode en bron', () => {
    expect(op('2022-06-01').bepaling('maximumbedrag')).toEqual({
      naam: 'maximumbedrag', waarde: 100_000, geldigVan: '2022-01-01', geldigTot: '2023-01-01', bron: 'bron van 2022-01-01',
    })
  })

  test('geen grens is ook een waarde', () => {
    expect(op('2022-06-01').get('verleningsgrens')).toBeNull()
  })

  test('de geschiedenis loopt tot en met de dag, van oud naar nieuw', () => {
    expect(op('2023-05-01').historie('maximumbedrag').map(({ waarde }) => waarde)).toEqual([100_000, 120_000])
    expect(op('2022-05-01').historie('maximumbedrag').map(({ waarde }) => waarde)).toEqual([100_000])
  })

  test('een besluit bewaart de waarden met hun bron', () => {
    expect(op('2022-05-01').momentopname('bezwaartermijn', 'verleningsgrens')).toEqual({
      bezwaartermijn: { waarde: { weken: 6 }, geldigVan: '2022-01-01', bron: 'bron van 2022-01-01' },
      verleningsgrens: { waarde: null, geldigVan: '2022-01-01', bron: 'bron van 2022-01-01' },
    })
  })
})

describe('een onbekende periode is een fout', () => {
  test.each(['2021-12-31', '2024-01-01'])('op %s', (dag) => {
    expect(() => op(dag).get('maximumbedrag')).toThrow(OnbekendePeriode)
    expect(() => op(dag).momentopname('maximumbedrag')).toThrow(`maximumbedrag on ${dag}`)
  })

  test('een parameter die er niet is ook', () => {
    expect(() => op('2022-06-01').get('startvenster')).toThrow(OnbekendePeriode)
  })

  test('is recognised by its brand', () => {
    expect(isOnbekendePeriode(new OnbekendePeriode('maximumbedrag', plainDate('2022-01-01')))).toBe(true)
    expect(isOnbekendePeriode(new Error('OnbekendePeriode'))).toBe(false)
    expect(isOnbekendePeriode(undefined)).toBe(false)
  })

  test('a value of the wrong shape is not passed on', () => {
    const broken = makeRegeling([rij('maximumbedrag', '1000', '2022-01-01', null)], plainDate('2022-06-01'))
    expect(() => broken.get('maximumbedrag')).toThrow()
  })
})

describe('een regeling die niet klopt', () => {
  test.each([
    ['een gat', [rij('minimumleeftijd', 18, '2022-01-01', '2022-12-31'), rij('minimumleeftijd', 18, '2023-01-01', null)], 'minimumleeftijd from 2023-01-01: gap or overlap'],
    ['een overlap', [rij('minimumleeftijd', 18, '2022-01-01', null), rij('minimumleeftijd', 18, '2023-01-01', null)], 'minimumleeftijd from 2023-01-01: gap or overlap'],
    ['een verkeerde waarde', [rij('minimumleeftijd', '18', '2022-01-01', null)], 'minimumleeftijd from 2022-01-01: wrong value'],
    ['een onbekende naam', [rij('minimumloon', 18, '2022-01-01', null)], 'minimumloon: unknown name'],
  ])('%s', (_, wrong, expected) => {
    expect(findGebreken(wrong)).toEqual([expected])
  })

  test('en een die klopt', () => {
    expect(findGebreken(rijen)).toEqual([])
  })
})
