import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { period, type Period } from '@/lib/base/period'
import { calculateVerzekeringsvenster, countVerzekerdeMaanden, isVerzekerd } from '@/lib/regeling/rules/verzekeringsvenster'

const norm = { maanden: 6, vensterVanMaanden: 27, vensterTotMaanden: 3 }
const nov2022 = plainDate('2022-11-01')
const p = (van: string, tot: string | null): Period => period(plainDate(van), tot === null ? null : plainDate(tot))

describe('art. 5 lid 2: van 27 tot 3 maanden voor het aanvraagtijdvak', () => {
  test.each([
    ['2022-03-01', '2019-12-01', '2021-12-01'],
    ['2022-11-01', '2020-08-01', '2022-08-01'],
    ['2023-05-31', '2021-02-28', '2023-02-28'],
  ])('tijdvak van %s', (begin, van, tot) => {
    expect(calculateVerzekeringsvenster(plainDate(begin), norm)).toEqual({ van, tot })
  })
})

describe('art. 5 lid 2: ten minste zes maanden verzekerd in dat venster', () => {
  test.each<[string, Period[], number, boolean]>([
    ['het hele venster', [p('1990-01-01', null)], 24, true],
    ['precies zes maanden', [p('2022-02-01', '2022-08-01')], 6, true],
    ['een dag te kort', [p('2022-02-02', '2022-08-01')], 5, false],
    ['alleen de laatste drie maanden', [p('2022-08-01', null)], 0, false],
    ['alleen van voor het venster', [p('2010-01-01', '2020-08-01')], 0, false],
    ['twee keer drie maanden', [p('2022-01-01', '2022-04-01'), p('2021-01-01', '2021-04-01')], 6, true],
    ['overlap telt één keer', [p('2022-03-01', '2022-08-01'), p('2022-03-15', '2022-07-01')], 5, false],
    ['aansluitend telt als één', [p('2022-02-01', '2022-03-16'), p('2022-03-16', '2022-08-01')], 6, true],
    ['losse dagen: dertig zijn nog geen maand', [p('2021-01-01', '2021-01-16'), p('2021-03-01', '2021-03-16')], 0, false],
    ['losse dagen: eenendertig wel', [p('2021-01-01', '2021-01-16'), p('2021-03-01', '2021-03-17')], 1, false],
    ['niets', [], 0, false],
  ])('%s', (_, perioden, maanden, expected) => {
    expect(countVerzekerdeMaanden(perioden, calculateVerzekeringsvenster(nov2022, norm))).toBe(maanden)
    expect(isVerzekerd(perioden, nov2022, norm)).toBe(expected)
  })
})
