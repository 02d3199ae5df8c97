import { describe, expect, test } from 'vitest'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { plainDate } from '@/lib/base/date'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'
import { tijdvakNaam } from '@/lib/tijdvak/texts'
import { TIJDVAKKEN } from '@/prisma/seed/tijdvakken'

describe('de tijdvakken van 2022 en 2023', () => {
  test.each([
    ['2022-I', 'dinsdag 1 maart 2022 om 10.00 uur', 3_200_000_000, 0, '2022-07-30'],
    ['2022-II', 'maandag 2 mei 2022 om 10.00 uur', 3_200_000_000, 160_000_000, '2022-09-30'],
    ['2022-III', 'vrijdag 1 juli 2022 om 10.00 uur', 3_260_000_000, 163_000_000, '2022-11-30'],
    ['2022-IV', 'donderdag 1 september 2022 om 10.00 uur', 3_850_000_000, 0, '2023-01-31'],
    ['2022-V', 'dinsdag 1 november 2022 om 10.00 uur', 4_950_000_000, 0, '2023-03-31'],
    ['2023-I', 'vrijdag 17 maart 2023 om 10.00 uur', 3_400_000_000, 0, '2023-07-30'],
    ['2023-II', 'maandag 1 mei 2023 om 10.00 uur', 3_400_000_000, 0, '2023-09-30'],
    ['2023-III', 'maandag 3 juli 2023 om 10.00 uur', 2_000_000_000, 0, '2023-11-30'],
    ['2023-IV', 'maandag 18 september 2023 om 10.00 uur', 1_000_000_000, 0, '2024-01-31'],
    ['2023-V', 'woensdag 15 november 2023 om 10.00 uur', 1_000_000_000, 0, '2024-03-31'],
  ])('%s', (code, opening, plafond, overschrijding, laatsteStart) => {
    const plan = TIJDVAKKEN.find((one) => one.code === code)
    if (plan === undefined) throw new Error(`${code} is not there`)
    expect(formatTijdstip(plan.opentOp)).toBe(opening)
    expect(plan.compartimenten.reduce((sum, { plafondCent }) => sum + plafondCent, 0)).toBe(plafond)
    expect(plan.compartimenten.reduce((sum, { overschrijdingCent }) => sum + overschrijdingCent, 0)).toBe(overschrijding)
    expect(calculateStartvenster(plainDate('2022-01-01'), plan, { naDagen: 28, maandenNaSluiting: 3 }).laatsteStart).toBe(laatsteStart)
  })

  test('vanaf september 2022 heeft het werkplein een eigen deel', () => {
    expect(TIJDVAKKEN.find(({ code }) => code === '2022-V')?.compartimenten).toEqual([
      { code: 'algemeen', naam: 'Algemeen', plafondCent: 4_702_500_000, overschrijdingCent: 0 },
      { code: 'werkplein', naam: 'Werkplein', plafondCent: 247_500_000, overschrijdingCent: 0, kanaal: 'werkplein', voorrang: 1 },
    ])
  })

  test('de overschrijding voor het werkplein van 2022-II en 2022-III wordt later in 2022 verrekend', () => {
    const verrekend = TIJDVAKKEN.flatMap(({ code, compartimenten }) => compartimenten.flatMap(({ verrekendMet }) => (verrekendMet === undefined ? [] : [`${code} met ${verrekendMet}`])))
    expect(verrekend).toEqual(['2022-II met 2022-IV', '2022-III met 2022-IV'])
  })

  test.each([
    ['2022-V', 'vijfde tijdvak van 2022'],
    ['2023-I', 'eerste tijdvak van 2023'],
    ['proef', 'tijdvak proef'],
  ])('%s heet %s', (code, naam) => {
    expect(tijdvakNaam(code)).toBe(naam)
  })
})
