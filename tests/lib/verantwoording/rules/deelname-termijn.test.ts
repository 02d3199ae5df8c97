import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateBlik, calculateMeldUiterlijk, calculateTeLaatGrens, determineMeldStand, determineStap } from '@/lib/verantwoording/rules/deelname-termijn'

const TERMIJNEN = { maanden: 3, voorDagen: 14, naDagen: 7, laatsteDagen: 28, navraagDagen: 42 }
const EINDE = plainDate('2023-02-28')

describe('de opleider meldt binnen drie maanden na het einde (UWV, site voor opleiders)', () => {
  test.each([['2023-02-28', '2023-05-28'], ['2022-11-30', '2023-02-28'], ['2022-12-31', '2023-03-31']])('einde %s: uiterlijk %s', (einde, uiterlijk) => {
    expect(calculateMeldUiterlijk(plainDate(einde), TERMIJNEN)).toBe(uiterlijk)
  })

  test.each([
    ['2023-05-13', undefined], ['2023-05-14', 'vooraf'], ['2023-05-28', 'vooraf'], ['2023-05-29', undefined], ['2023-06-03', undefined],
    ['2023-06-04', 'te-laat'], ['2023-06-24', 'te-laat'], ['2023-06-25', 'laatste'], ['2023-07-08', 'laatste'], ['2023-07-09', 'navraag'], ['2025-01-01', 'navraag'],
  ])('op %s is de stap %s', (vandaag, stap) => {
    expect(determineStap(EINDE, plainDate(vandaag), TERMIJNEN)).toBe(stap)
  })

  test.each([['2023-05-28', '2023-02-28'], ['2023-05-29', '2023-03-01'], ['2023-05-31', '2023-03-01'], ['2023-06-01', '2023-03-01'], ['2023-06-02', '2023-03-02']])(
    'op %s is te laat wat eindigde voor %s', (vandaag, grens) => {
      expect(calculateTeLaatGrens(plainDate(vandaag), TERMIJNEN)).toBe(grens)
    })

  test.each([['2022-12-04', 'nog-niet-begonnen'], ['2022-12-05', 'loopt'], ['2023-02-27', 'loopt'], ['2023-02-28', 'te-melden'], ['2023-05-28', 'te-melden'], ['2023-05-29', 'te-laat']])(
    'op %s staat de melding op %s', (vandaag, stand) => {
      expect(determineMeldStand({ startdatum: plainDate('2022-12-05'), einddatum: EINDE, meldenVoor: plainDate('2023-05-28'), vandaag: plainDate(vandaag) })).toBe(stand)
    })
})

describe('de ronde van een dag kijkt naar wat nog een stap kan krijgen', () => {
  test.each([
    ['de eerste keer naar alles van vijf jaar', '2023-05-14', undefined, '2018-05-14'],
    ['op de eerste van een maand ook, hoe lang het systeem ook stil lag', '2023-06-01', '2023-05-31', '2018-06-01'],
    ['anders vanaf waar de vorige ronde klaar was, met speling', '2023-05-15', '2023-05-14', '2022-11-02'],
  ])('%s', (_, vandaag, vorige, vanaf) => {
    expect(calculateBlik(plainDate(vandaag), vorige === undefined ? undefined : plainDate(vorige), TERMIJNEN)).toBe(vanaf)
  })
})
