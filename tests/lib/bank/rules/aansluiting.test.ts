import { describe, expect, test } from 'vitest'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { beoordeelAansluiting, herkomstVan } from '@/lib/bank/rules/duiding'

const laatste = { volgnummer: 365, datum: plainDate('2026-12-31'), eind: 500_00 }
const nieuw = (volgnummer: number | null, datum: PlainDate | null, begin = 500_00) => beoordeelAansluiting({ volgnummer, datum, begin }, laatste)

describe('een afschrift sluit aan als zijn beginsaldo het eindsaldo van het vorige is', () => {
  test.each([
    ['het eerste van een nieuw jaar heeft weer nummer 1', 1, plainDate('2027-01-02')],
    ['de bank slaat nummers over', 370, plainDate('2027-01-02')],
    ['de bank geeft geen nummers', null, plainDate('2027-01-02')],
    ['nog een op dezelfde dag', 366, plainDate('2026-12-31')],
    ['een van voor wij de dag bewaarden', 1, null],
  ])('%s', (_, volgnummer, datum) => {
    expect(nieuw(volgnummer, datum)).toBe('sluit-aan')
  })

  test('een rekening die elke dag leegstroomt heeft elke dag dezelfde saldi: een afschrift van eerder, of met een nummer dat op die dag al was, volgt niet', () => {
    expect(nieuw(364, plainDate('2026-12-30'))).toBe('sluit-niet-aan')
    expect(nieuw(365, plainDate('2026-12-31'))).toBe('sluit-niet-aan')
  })
})

describe('van een afschrift dat niet aansluit zegt het nummer of het wacht', () => {
  test.each([
    ['een later nummer wacht', 367, plainDate('2027-01-05'), 'te-vroeg'],
    ['nummer 2 van het nieuwe jaar wacht op nummer 1', 2, plainDate('2027-01-05'), 'te-vroeg'],
    ['zonder nummer wacht het', null, plainDate('2027-01-05'), 'te-vroeg'],
    ['tussen twee nummers op rij ontbreekt niets: het klopt niet', 366, plainDate('2027-01-02'), 'sluit-niet-aan'],
    ['een eerder nummer van een eerdere dag klopt niet', 12, plainDate('2026-03-01'), 'sluit-niet-aan'],
  ])('%s', (_, volgnummer, datum, verwacht) => {
    expect(nieuw(volgnummer, datum, 400_00)).toBe(verwacht)
  })
})

test('een regel van het afschrift met hetzelfde kenmerk van een ander jaar is een andere regel', () => {
  expect(herkomstVan({ rekening: 'NL91ABNA0417164300', kenmerk: '1', datum: plainDate('2026-01-02') }, 3)).toBe('NL91ABNA0417164300/1@2026-01-02/3')
  expect(herkomstVan({ rekening: 'NL91ABNA0417164300', kenmerk: '1', datum: null }, 3)).toBe('NL91ABNA0417164300/1/3')
})
