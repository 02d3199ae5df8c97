import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { feestdagen, isFeestdag } from '@/lib/base/feestdagen'

describe('Algemene termijnenwet art. 3: de feestdagen', () => {
  test.each([
    [2022, ['2022-01-01', '2022-04-15', '2022-04-18', '2022-04-27', '2022-05-05', '2022-05-26', '2022-06-06', '2022-12-25', '2022-12-26']],
    [2023, ['2023-01-01', '2023-04-07', '2023-04-10', '2023-04-27', '2023-05-05', '2023-05-18', '2023-05-29', '2023-12-25', '2023-12-26']],
    [2024, ['2024-01-01', '2024-03-29', '2024-04-01', '2024-04-27', '2024-05-05', '2024-05-09', '2024-05-20', '2024-12-25', '2024-12-26']],
  ])('%i', (year, expected) => {
    expect([...feestdagen(year).keys()]).toEqual(expected)
  })

  test.each([
    [2011, '2011-04-25'],
    [2019, '2019-04-22'],
    [2025, '2025-04-21'],
    [2038, '2038-04-26'],
    [2285, '2285-03-23'],
  ])('tweede Paasdag %i', (_, dag) => {
    expect(isFeestdag(plainDate(dag))).toBe(true)
  })

  test('Koningsdag op zondag wordt een dag eerder gevierd', () => {
    expect(isFeestdag(plainDate('2025-04-26'))).toBe(true)
    expect(isFeestdag(plainDate('2025-04-27'))).toBe(false)
    expect(feestdagen(2014).get(plainDate('2014-04-26'))).toBe('Koningsdag')
  })

  test.each(['2022-04-17', '2022-06-05', '2022-12-24', '2022-12-31', '2022-04-30', '2022-05-27'])('%s is geen feestdag', (dag) => {
    expect(isFeestdag(plainDate(dag))).toBe(false)
  })
})
