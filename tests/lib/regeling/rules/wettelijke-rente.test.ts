import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { berekenWettelijkeRente, type Rentevoet } from '@/lib/regeling/rules/wettelijke-rente'

const d = plainDate
const VOETEN: readonly Rentevoet[] = [
  { vanaf: d('2022-01-01'), procent: 2 }, { vanaf: d('2023-01-01'), procent: 4 }, { vanaf: d('2023-07-01'), procent: 6 }, { vanaf: d('2024-01-01'), procent: 7 },
]
const rente = (hoofdsom: number, van: string, tot: string, ...zonder: Parameters<typeof berekenWettelijkeRente>[3][]) =>
  berekenWettelijkeRente(cent(hoofdsom), { van: d(van), tot: d(tot) }, VOETEN, ...zonder)

describe('wettelijke rente per dag (BW 6:119 en 6:120)', () => {
  test('een heel jaar van 365 dagen geeft precies het percentage', () => {
    expect(rente(100_000, '2022-01-01', '2023-01-01')).toMatchObject({ bedrag: 2_000, dagen: 365 })
  })

  test('een schrikkeljaar telt 366 dagen en geeft ook precies het percentage', () => {
    expect(rente(100_000, '2024-01-01', '2025-01-01')).toMatchObject({ bedrag: 7_000, dagen: 366 })
  })

  test('één dag over € 1.000 tegen 2 procent is vijf cent (5,48 cent)', () => {
    expect(rente(100_000, '2022-06-01', '2022-06-02')).toMatchObject({ bedrag: 5, dagen: 1 })
  })

  test('een halve cent gaat omhoog: € 912,50 tegen 2 procent, 30 dagen is precies € 1,50; € 913 is € 1,50 en € 915,60 is € 1,51', () => {
    expect(rente(91_250, '2022-04-01', '2022-05-01').bedrag).toBe(150)
    expect(rente(91_300, '2022-04-01', '2022-05-01').bedrag).toBe(150)
    expect(rente(91_560, '2022-04-01', '2022-05-01').bedrag).toBe(151)
  })

  test('het percentage van elke dag telt: over de jaarwisseling van 2022 naar 2023 twintig dagen 2 en tien dagen 4 procent', () => {
    // 93.950 x (2 x 20 + 4 x 10) / 36.500 = 205,9 cent
    expect(rente(93_950, '2022-12-12', '2023-01-11')).toEqual({
      bedrag: 206, dagen: 30,
      delen: [
        { van: '2022-12-12', tot: '2023-01-01', dagen: 20, procent: 2, over: 93_950 },
        { van: '2023-01-01', tot: '2023-01-11', dagen: 10, procent: 4, over: 93_950 },
      ],
    })
  })

  test('na een jaar telt de rente van dat jaar mee in het bedrag (lid 2)', () => {
    // First year 15 June 2022 - 15 June 2023: 200 days of 2 % and 165 days of 4 % = 2.904 cents; then over 102.904: 16 days of 4 % and 14 of 6 %.
    expect(rente(100_000, '2022-06-15', '2023-07-15')).toMatchObject({ bedrag: 2_904 + 417, dagen: 395 })
  })

  test('dagen waarop de betaling was opgeschort, tellen niet (Awb 4:56)', () => {
    expect(rente(100_000, '2022-02-01', '2022-03-01', [{ van: d('2022-02-08'), tot: d('2022-02-22') }])).toMatchObject({ dagen: 14, bedrag: 77 })
    expect(rente(100_000, '2022-02-01', '2022-03-01', [{ van: d('2022-01-01'), tot: null }])).toEqual({ bedrag: 0, dagen: 0, delen: [] })
  })

  test('op de dag zelf is er nog geen rente, en zonder bekend percentage wordt er niet gegokt', () => {
    expect(rente(100_000, '2022-06-01', '2022-06-01')).toEqual({ bedrag: 0, dagen: 0, delen: [] })
    expect(() => rente(100_000, '2021-12-31', '2022-01-02')).toThrow('no rate is known on 2021-12-31')
  })
})
