import { describe, expect, test } from 'vitest'
import { isoDuurInDagen, leesBedrag, leesDatum, leesDuur, leesGetal, leesJaNee, leesPostcode } from '@/lib/aanlevering/rules/waarden'
import { leesCategorie, leesDagdelen, leesNiveau, leesStatus, leesVoertaal, leesVorm, leesWaardedocument } from '@/lib/aanlevering/rules/woorden'

const waarde = (gelezen: { ok: true; waarde: unknown } | { ok: false; reden: string }): unknown => (gelezen.ok ? gelezen.waarde : `fout: ${gelezen.reden}`)

describe('een bedrag in een tabel, in centen', () => {
  test.each([
    ['1.000,00', 100_000], ['1000', 100_000], ['939,50', 93_950], ['939.50', 93_950], ['939,5', 93_950], ['€ 1.250', 125_000], ['€ 12,-', 1_200], ['1,250.00', 125_000],
    ['EUR 450', 45_000], ['450 euro', 45_000], ['0', 0], ['100.000,00', 10_000_000],
  ])('%s', (tekst, centen) => {
    expect(waarde(leesBedrag(tekst))).toBe(centen)
  })

  test.each(['1e3', '0x10', '-0', '-5', 'NaN', '1000.005', '1.00.0', '٣٠٠', '９００', '=1+1', '12,345,67', '9007199254740993', 'op aanvraag', '100.000,01'])('%s is geen bedrag', (tekst) => {
    expect(leesBedrag(tekst).ok).toBe(false)
  })

  test('een komma die duizend of een cent kan zijn wordt teruggevraagd', () => {
    expect(waarde(leesBedrag('1,000'))).toBe('fout: “1,000” kan 1000 euro zijn, of een bedrag met drie cijfers achter de komma. Schrijf 1000 of 1.000,00.')
  })
})

describe('een datum in een tabel', () => {
  test.each([
    ['1-11-2022', '2022-11-01'], ['01-11-2022', '2022-11-01'], ['2022-11-01', '2022-11-01'], ['1/11/2022', '2022-11-01'], ['1.11.2022', '2022-11-01'], ['20221101', '2022-11-01'],
    ['1 november 2022', '2022-11-01'], ['di 1 nov 2022', '2022-11-01'], ['3 maart 2023', '2023-03-03'], ['2022-11-01T09:00:00Z', '2022-11-01'], ['2022-11-01 00:00:00', '2022-11-01'],
    ['44866', '2022-11-01'], ['44866,375', '2022-11-01'],
  ])('%s', (tekst, dag) => {
    expect(waarde(leesDatum(tekst))).toBe(dag)
  })

  test.each([
    ['30-2-2023', 'geen bestaande datum'], ['1-11-22', 'jaar met vier cijfers'], ['11/29/2022', 'Staat de maand voorop?'], ['12', 'geen bestaande datum'], ['99999', 'geen bestaande datum'], ['morgen', 'geen bestaande datum'],
  ])('%s wordt geweigerd met een zin', (tekst, zin) => {
    expect(waarde(leesDatum(tekst))).toContain(zin)
  })
})

describe('andere waarden', () => {
  test.each([
    [leesDuur('3 weken'), 21], [leesDuur('2'), 2], [leesDuur('1,5 jaar'), 548], [leesDuur('16 uur'), 2], [leesDuur('4 dagdelen'), 2], [leesDuur('P6M'), 180],
    [leesGetal('16', 100), 16], [leesGetal('16,0', 100), 16], [leesGetal('16 uur', 100), 16], [leesJaNee('Ja'), true], [leesJaNee('X'), true], [leesJaNee('nee'), false], [leesPostcode('8011aa'), '8011 AA'],
    [leesNiveau('mbo niveau 4'), 'MBO-4'], [leesNiveau('HBO'), 'HBO-O'], [leesVorm('Blended'), 'KLASSIKAAL_EN_ONLINE'], [leesVorm('E-learning'), 'ONLINE'],
    [leesWaardedocument('Bewijs van deelname'), 'GEEN_OFFICIEEL_DOCUMENT'], [leesCategorie('Techniek en ICT'), 'TECHNIEK_EN_ICT'], [leesCategorie('zorg'), 'GEZONDHEID_ZORG_EN_SPORT'],
    [leesStatus('volgeboekt'), 'gesloten'], [leesVoertaal('Nederlands'), 'nl'], [leesDagdelen('avond en zaterdag'), ['AVOND', 'WEEKEND']],
  ])('%#', (gelezen, verwacht) => {
    expect(waarde(gelezen)).toEqual(verwacht)
  })

  test('een woord dat wij niet kennen komt terug met de keuzes', () => {
    expect(waarde(leesNiveau('mbo-5'))).toMatch(/^fout: “mbo-5” is geen niveau dat wij kennen\. Kies uit: MBO, MBO-1/)
  })

  test('ISO 8601', () => {
    expect([isoDuurInDagen('P1Y'), isoDuurInDagen('P2W'), isoDuurInDagen('PT16H'), isoDuurInDagen('6 maanden')]).toEqual([365, 14, 2, undefined])
  })
})
