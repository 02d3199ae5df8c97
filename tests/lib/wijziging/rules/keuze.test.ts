import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateKeuzetermijn, determineKeuzestand, whyNietTeVerlengen } from '@/lib/wijziging/rules/keuze'
import { describeOpen } from '@/lib/wijziging/texts'

const TOT = plainDate('2022-12-19')
const REGEL = { dagen: 28, herinneringDagen: 7 }

describe('de opleider zegde af: de burger kiest binnen een termijn (parameter afzegging-keuze)', () => {
  test.each([
    ['de dag na de brief', '2022-11-22', false, 'kiezen'],
    ['acht dagen voor het einde', '2022-12-11', false, 'kiezen'],
    ['zeven dagen voor het einde', '2022-12-12', false, 'herinneren'],
    ['één keer', '2022-12-13', true, 'kiezen'],
    ['op de laatste dag, ook als de dag van de herinnering is gemist', '2022-12-19', false, 'herinneren'],
    ['de dag erna kijkt een behandelaar', '2022-12-20', true, 'zonder-keuze'],
    ['en dan komt er geen herinnering meer', '2022-12-20', false, 'zonder-keuze'],
  ] as const)('%s', (_, vandaag, isHerinnerd, verwacht) => {
    expect(determineKeuzestand({ status: 'voorgelegd', wisselUiterlijkOp: TOT, isHerinnerd }, plainDate(vandaag), REGEL)).toBe(verwacht)
  })
  test.each(['gewisseld', 'geweigerd'] as const)('wie koos (%s), hoort niets meer', (status) => {
    expect(determineKeuzestand({ status, wisselUiterlijkOp: TOT, isHerinnerd: false }, plainDate('2022-12-20'), REGEL)).toBe('gekozen')
  })
  test('de termijn eindigt op een dag waarop iemand te bereiken is (Awt 1 lid 1)', () => {
    expect(calculateKeuzetermijn(plainDate('2022-11-21'), REGEL, [])).toBe('2022-12-19')
    expect(calculateKeuzetermijn(plainDate('2022-11-28'), REGEL, [])).toBe('2022-12-27')
  })
})

describe('een behandelaar geeft meer tijd', () => {
  const feiten = { status: 'voorgelegd', wisselUiterlijkOp: TOT, vandaag: plainDate('2022-12-21'), hoogstens: plainDate('2023-01-18') } as const
  test.each([
    ['tot een latere dag', '2023-01-10', []],
    ['tot en met de langste termijn vanaf vandaag', '2023-01-18', []],
    ['langer niet', '2023-01-19', ['te-lang']],
    ['niet korter dan de burger al had', '2022-12-19', ['niet-later']],
    ['niet tot vandaag', '2022-12-21', ['niet-later']],
  ])('%s', (_, tot, redenen) => {
    expect(whyNietTeVerlengen({ ...feiten, tot: plainDate(tot) })).toEqual(redenen)
  })
  test('niet als de burger al koos', () => {
    expect(whyNietTeVerlengen({ ...feiten, status: 'gewisseld', tot: plainDate('2023-01-10') })).toEqual(['al-gekozen'])
  })
})

test('Mijn STAP zegt wat er te kiezen is, en na de termijn wie er kijkt', () => {
  expect(describeOpen({ isAfgezegd: true, isVoorbij: false, uiterlijkOp: TOT }).zin).toBe('Kies uiterlijk op maandag 19 december 2022: wisselen naar een andere opleiding, of stoppen.')
  expect(describeOpen({ isAfgezegd: true, isVoorbij: true, uiterlijkOp: TOT }).zin).toBe('U kon kiezen tot en met maandag 19 december 2022. Een medewerker van UWV kijkt er nu naar en stuurt u een brief. Stoppen kan nog wel. Wilt u nog wisselen? Bel ons.')
  expect(describeOpen({ isAfgezegd: false, isVoorbij: false, uiterlijkOp: TOT }).link).toBe('Lezen en antwoorden')
})
