import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'

const dag = plainDate('1988-04-12')
const brp = { tussenvoegsel: 'van der', achternaam: 'Berg-Çelik', geboortedatum: dag }

describe('een aanmeldbewijs hoort bij wie is ingelogd', () => {
  test.each([
    ['precies zo', { tussenvoegsel: 'van der', achternaam: 'Berg-Çelik' }],
    ['zonder accenten en streepje, in hoofdletters', { tussenvoegsel: 'van der', achternaam: 'BERG CELIK' }],
    ['tussenvoegsel bij de achternaam getypt', { tussenvoegsel: null, achternaam: 'van der Berg-Celik' }],
    ['tussenvoegsel vergeten', { tussenvoegsel: null, achternaam: 'Berg-Çelik' }],
  ])('%s: dezelfde', (_, naam) => {
    expect(isZelfdePersoon({ ...naam, geboortedatum: dag }, brp)).toBe(true)
  })
  test.each([['Yıldız', 'Yildiz'], ['Søren Łukasz', 'Soren Lukasz'], ['Strauß', 'Strauss'], ['İpek', 'Ipek']])('%s, getypt als %s: dezelfde', (inBrp, getypt) => {
    expect(isZelfdePersoon({ tussenvoegsel: null, achternaam: getypt, geboortedatum: dag }, { tussenvoegsel: null, achternaam: inBrp, geboortedatum: dag })).toBe(true)
  })
  test('een andere achternaam is iemand anders', () => {
    expect(isZelfdePersoon({ tussenvoegsel: null, achternaam: 'Bergen', geboortedatum: dag }, brp)).toBe(false)
  })
  test('een andere geboortedatum is iemand anders', () => {
    expect(isZelfdePersoon({ ...brp, geboortedatum: plainDate('1988-04-13') }, brp)).toBe(false)
  })
  test('kent de BRP de geboortedatum niet helemaal, dan telt alleen de naam', () => {
    expect(isZelfdePersoon({ ...brp, geboortedatum: dag }, { ...brp, geboortedatum: null })).toBe(true)
  })
})
