import { describe, expect, test } from 'vitest'
import { startOfDay } from '@/lib/base/amsterdam'
import { addDays, plainDate } from '@/lib/base/date'
import { calculateLaatsteDag, calculateStartvenster, judgeStart } from '@/lib/tijdvak/rules/startvenster'

const norm = { naDagen: 28, maandenNaSluiting: 3 }
const tijdvak = (laatsteDag: string, startTeltVanaf: string | null = null) => ({
  sluitOp: startOfDay(addDays(plainDate(laatsteDag), 1)),
  startTeltVanaf: startTeltVanaf === null ? null : plainDate(startTeltVanaf),
})
const venster = (aanvraagdag: string, ...over: Parameters<typeof tijdvak>) => calculateStartvenster(plainDate(aanvraagdag), tijdvak(...over), norm)

describe('art. 5 lid 3 onder a: vanaf vier weken na de dag van de aanvraag', () => {
  test('1 november 2022 geeft 29 november 2022', () => {
    expect(venster('2022-11-01', '2022-12-31').vroegsteStart).toBe('2022-11-29')
  })

  test('wie later in het tijdvak aanvraagt, start later', () => {
    expect(venster('2022-12-20', '2022-12-31').vroegsteStart).toBe('2023-01-17')
  })

  test.each(['2023-03-17', '2023-03-31'])('de verschoven opening van 28 februari 2023: ook wie op %s aanvraagt mag vanaf 29 maart', (aanvraagdag) => {
    expect(venster(aanvraagdag, '2023-04-30', '2023-03-01').vroegsteStart).toBe('2023-03-29')
  })

  test('zonder verschuiving zou dat 14 april zijn', () => {
    expect(venster('2023-03-17', '2023-04-30').vroegsteStart).toBe('2023-04-14')
  })
})

describe('art. 5 lid 3 onder a: binnen drie maanden na de sluiting', () => {
  test.each([
    ['januari en februari: mei', '2022-02-28', '2022-05-28'],
    ['januari en februari in een schrikkeljaar: mei', '2024-02-29', '2024-05-29'],
    ['maart en april: juli', '2022-04-30', '2022-07-30'],
    ['mei en juni: september', '2022-06-30', '2022-09-30'],
    ['juli en augustus: november', '2022-08-31', '2022-11-30'],
    ['september en oktober: januari', '2022-10-31', '2023-01-31'],
    ['november en december: maart', '2022-12-31', '2023-03-31'],
  ])('%s', (_, laatsteDag, expected) => {
    expect(venster('2022-01-15', laatsteDag).laatsteStart).toBe(expected)
  })

  test('het einde om middernacht in de zomertijd hoort nog bij de laatste dag', () => {
    expect(calculateLaatsteDag({ sluitOp: new Date('2022-06-30T22:00:00Z') })).toBe('2022-06-30')
  })
})

describe('het tijdvak mei en juni 2022, aanvraag op 1 mei', () => {
  test.each([
    ['2022-05-28', 'te-vroeg'],
    ['2022-05-29', 'in-venster'],
    ['2022-09-15', 'in-venster'],
    ['2022-09-30', 'in-venster'],
    ['2022-10-01', 'later'],
    ['2023-01-01', 'later'],
  ])('start op %s: %s', (start, expected) => {
    expect(judgeStart(plainDate(start), venster('2022-05-01', '2022-06-30'))).toBe(expected)
  })
})
