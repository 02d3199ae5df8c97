import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { parameterSchemas } from '@/lib/regeling/model'
import { findGebreken, makeRegeling } from '@/lib/regeling/rules/op-datum'
import { formatWaarde, PARAMETER_LABELS } from '@/lib/regeling/texts'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

const op = (dag: string) => makeRegeling(REGELING_PARAMETERS, plainDate(dag))

describe('de regeling zoals zij gold', () => {
  test('klopt: geen gaten, geen dubbele dagen, elke waarde heeft haar vorm', () => {
    expect(findGebreken(REGELING_PARAMETERS)).toEqual([])
  })

  test('elke parameter heeft een waarde op de eerste en de laatste dag van de regeling', () => {
    const namen = new Set(REGELING_PARAMETERS.map(({ naam }) => naam))
    expect(namen).toEqual(new Set(Object.keys(parameterSchemas)))
    for (const dag of ['2022-01-01', '2026-12-31']) {
      const values = REGELING_PARAMETERS.filter(({ geldigVan, geldigTot }) => geldigVan <= dag && (geldigTot === null || geldigTot > dag))
      expect(values).toHaveLength(namen.size)
    }
  })

  test('wat voor 2027 is verleend, wordt daarna nog betaald, vastgesteld en teruggevorderd (Awb 4:57 lid 4: vijf jaar): die regels eindigen niet', () => {
    const afwikkeling = [
      'betaaltermijn', 'betaalmandaat', 'rekening-bedenktijd', 'factuur-vanaf', 'wettelijke-rente', 'rente-drempel', 'opschorting-termijn', 'annuleringskosten', 'afzegging-keuze', 'wijziging-termijnen',
      'bewijs-van-deelname-termijn', 'aanwezigheidsnorm', 'deelname-herinneringen', 'deelname-reactie', 'deelname-navraag', 'deelname-controle',
      'zienswijze-termijn', 'intrekking-termijn', 'herzieningstermijn', 'uitsluitingsduur', 'aanmaning', 'betaalherinnering', 'verjaring', 'betalingsregeling', 'kwijtschelding-mandaat', 'bezwaartermijn',
    ] as const
    for (const naam of afwikkeling) expect(op('2033-06-01').bepaling(naam), naam).toMatchObject({ geldigTot: null })
    expect(() => op('2027-01-01').get('maximumbedrag'), 'aanvragen kan dan niet meer').toThrow('maximumbedrag on 2027-01-01')
  })

  test('elke waarde noemt haar bron', () => {
    expect(REGELING_PARAMETERS.filter(({ bron }) => bron.trim() === '')).toEqual([])
  })

  test('op 1 november 2022', () => {
    const regeling = op('2022-11-01')
    expect(regeling.get('maximumbedrag')).toBe(100_000)
    expect(regeling.get('verleningen-per-jaar')).toBe(1)
    expect(regeling.get('minimumleeftijd')).toBe(18)
    expect(regeling.get('aow-leeftijd')).toEqual({ jaren: 66, maanden: 7 })
    expect(regeling.get('verleningsgrens')).toBeNull()
    expect(regeling.get('toegelaten-erkenningen')).toContain('CEDEO')
  })

  test('art. 12a: de verleningsgrens geldt vanaf 28 februari 2023', () => {
    expect(op('2023-02-27').get('verleningsgrens')).toBeNull()
    expect(op('2023-02-28').get('verleningsgrens')).toEqual({ aantal: 300, werkt: 'volgend-tijdvak' })
  })

  test('Stcrt. 2023, 20707: vanaf 14 juli 2023 alleen OCW', () => {
    expect(op('2023-07-13').get('toegelaten-erkenningen')).toContain('NRTO')
    expect(op('2023-07-14').get('toegelaten-erkenningen')).toEqual(['OCW'])
  })
})

describe('op het scherm', () => {
  test.each([
    ['maximumbedrag', '€ 1.000'],
    ['aow-leeftijd', '66 jaar en 7 maanden'],
    ['beslistermijn', '28 dagen'],
    ['verleningsgrens', 'geen'],
    ['verzekerde-maanden', '6 maanden of meer, tussen 27 en 3 maanden voor het tijdvak'],
    ['past-niet-regel', 'De aanvraag wordt afgewezen. Een kleiner bedrag daarna kan nog wel.'],
  ] as const)('%s', (naam, expected) => {
    expect(formatWaarde(op('2022-11-01').bepaling(naam))).toBe(expected)
    expect(PARAMETER_LABELS[naam]).not.toBe('')
  })
})
