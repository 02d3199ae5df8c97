import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { dagenVan, maakReeks } from '@/lib/register/rules/startreeks'

const van = plainDate('2022-11-15')
const tot = plainDate('2023-03-31')

describe('een reeks startdata', () => {
  test('elke eerste maandag van de maand', () => {
    expect(dagenVan({ wijze: 'maand', rang: 1, weekdag: 1, van, tot })).toEqual(['2022-12-05', '2023-01-02', '2023-02-06', '2023-03-06'])
  })

  test('elke laatste vrijdag, ook als die de laatste dag van de maand is', () => {
    expect(dagenVan({ wijze: 'maand', rang: -1, weekdag: 5, van, tot })).toEqual(['2022-11-25', '2022-12-30', '2023-01-27', '2023-02-24', '2023-03-31'])
  })

  test('om de twee weken op woensdag, vanaf de eerste woensdag', () => {
    expect(dagenVan({ wijze: 'week', weekdag: 3, omDeWeken: 2, van, tot: plainDate('2022-12-31') })).toEqual(['2022-11-16', '2022-11-30', '2022-12-14', '2022-12-28'])
  })

  test('een lijst met dagen komt op volgorde en elke dag één keer', () => {
    expect(dagenVan({ wijze: 'lijst', dagen: [plainDate('2023-01-09'), plainDate('2022-12-05'), plainDate('2023-01-09')] })).toEqual(['2022-12-05', '2023-01-09'])
  })

  test('een einde voor het begin geeft niets', () => expect(dagenVan({ wijze: 'week', weekdag: 3, omDeWeken: 1, van: tot, tot: van })).toEqual([]))

  test('meer plaatsen: elke dag op elke plaats, met een code die de plaats noemt en nooit langer is dan 60 tekens', () => {
    const reeks = maakReeks({ wijze: 'lijst', dagen: [plainDate('2022-12-26')] }, {
      programmaId: 'EEN-HEEL-LANGE-CODE-VAN-EEN-OPLEIDING-DIE-NIET-OPHOUDT-1234567890', duurDagen: 3,
      locaties: [{ plaats: 'Zwolle', adres: 'Hanzelaan 1', postcode: '8017 JL' }, { plaats: '’s-Hertogenbosch', adres: null, postcode: null }],
    })
    expect(reeks.map(({ cohortcode }) => cohortcode)).toEqual(['EEN-HEEL-LANGE-CODE-VAN-EEN-OPLEIDING-DIE-NI-20221226-ZWOLLE', 'EEN-HEEL-LANGE-CODE-VAN-EEN-OPLEIDING--20221226-SHERTOGENBOS'])
    expect(reeks.map(({ cohortcode }) => cohortcode.length)).toEqual([60, 60])
    expect(reeks[0]).toMatchObject({ plaats: 'Zwolle', startdatum: '2022-12-26', einddatum: '2022-12-28', isFeestdag: true })
  })

  test('zonder plaats en met één plaats noemt de code alleen de dag', () => {
    expect(maakReeks({ wijze: 'lijst', dagen: [plainDate('2022-12-05')] }, { programmaId: 'LAS-1', duurDagen: 1, locaties: [] })).toEqual([
      { plaats: null, adres: null, postcode: null, startdatum: '2022-12-05', einddatum: '2022-12-05', isFeestdag: false, cohortcode: 'LAS-1-20221205' },
    ])
  })
})
