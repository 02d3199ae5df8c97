import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateBedenktijd, canStillStart } from '@/lib/reservelijst/rules/bedenktijd'

const TERMIJN = { werkdagen: 2, minimaalUren: 12 }
const LANG = new Date('2023-12-31T23:00:00Z')
const bedenktijd = (nu: string, tot = LANG) => calculateBedenktijd(new Date(nu), tot, TERMIJN, [plainDate('2022-05-27')])?.toISOString()

describe('bedenktijd van een aanbod: twee werkdagen na vandaag, tot middernacht', () => {
  test('aangeboden op woensdag 2 november 2022: tot en met vrijdag 4 november', () => {
    expect(bedenktijd('2022-11-02T14:00:00+01:00')).toBe('2022-11-04T23:00:00.000Z')
  })
  test('het weekend telt niet mee: aangeboden op vrijdag 4 november, tot en met dinsdag 8 november', () => {
    expect(bedenktijd('2022-11-04T23:59:59+01:00')).toBe('2022-11-08T23:00:00.000Z')
  })
  test('een feestdag en een gelijkgestelde dag tellen niet mee: woensdag voor Hemelvaart 2022, tot en met dinsdag 31 mei', () => {
    expect(bedenktijd('2022-05-25T09:00:00+02:00')).toBe('2022-05-31T22:00:00.000Z')
  })
  test('nooit na het einde van de lijst', () => {
    expect(bedenktijd('2022-11-14T10:00:00+01:00', new Date('2022-11-15T17:00:00+01:00'))).toBe('2022-11-15T16:00:00.000Z')
  })
  test('is er minder dan twaalf uur over, dan is er geen aanbod meer', () => {
    expect(bedenktijd('2022-11-15T05:00:00+01:00', new Date('2022-11-15T17:00:00+01:00'))).toBe('2022-11-15T16:00:00.000Z')
    expect(bedenktijd('2022-11-15T05:00:01+01:00', new Date('2022-11-15T17:00:00+01:00'))).toBeUndefined()
  })
})

describe('een scholing die al begonnen kan zijn, wordt niet aangeboden', () => {
  const totMetVrijdag = new Date('2022-12-02T23:00:00Z')
  test.each([['2022-12-02', false], ['2022-12-03', true]])('start op %s: %s', (start, kan) => {
    expect(canStillStart(plainDate(start), totMetVrijdag)).toBe(kan)
  })
})
