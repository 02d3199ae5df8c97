import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateLeeftijdsdag, hasAowLeeftijd, hasMinimumleeftijd } from '@/lib/regeling/rules/leeftijd'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

describe('art. 5 lid 2 onder a: ten minste 18 jaar op de dag van de aanvraag', () => {
  test.each([
    ['2004-11-01', '2022-11-01', true],
    ['2004-11-02', '2022-11-01', false],
    ['2004-02-29', '2022-02-28', false],
    ['2004-02-29', '2022-03-01', true],
    ['2006-02-28', '2024-02-28', true],
  ])('geboren %s, aanvraag %s', (geboren, dag, expected) => {
    expect(hasMinimumleeftijd(plainDate(geboren), plainDate(dag), 18)).toBe(expected)
  })
})

describe('AOW 7a: de pensioengerechtigde leeftijd nog niet bereikt', () => {
  test.each([
    ['66 jaar en 7 maanden, een dag te vroeg', '1956-04-02', '2022-11-01', false],
    ['66 jaar en 7 maanden, precies', '1956-04-01', '2022-11-01', true],
    ['in 2023: 66 jaar en 10 maanden', '1956-07-01', '2023-05-01', true],
    ['in 2023: nog een dag', '1956-07-02', '2023-05-01', false],
    ['bereikt in december 2022, al is de leeftijd in 2023 hoger', '1956-05-20', '2023-01-10', true],
    ['zou in 2023 pas na 1 januari 66 jaar en 7 maanden zijn', '1956-06-05', '2023-02-01', false],
    ['67 jaar in 2024', '1957-03-01', '2024-03-01', true],
    ['67 jaar in 2024, een dag te vroeg', '1957-03-02', '2024-03-01', false],
    ['geboren op de 31e, 66 jaar en 7 maanden in februari', '1955-07-31', '2022-02-28', false],
    ['geboren op de 31e, dan op 1 maart', '1955-07-31', '2022-03-01', true],
  ])('%s', (_, geboren, dag, expected) => {
    const tabel = makeRegeling(REGELING_PARAMETERS, plainDate(dag)).historie('aow-leeftijd')
    expect(hasAowLeeftijd(plainDate(geboren), plainDate(dag), tabel)).toBe(expected)
  })

  test('de dag zelf', () => {
    expect(calculateLeeftijdsdag(plainDate('1956-04-01'), { jaren: 66, maanden: 7 })).toBe('2022-11-01')
  })
})
