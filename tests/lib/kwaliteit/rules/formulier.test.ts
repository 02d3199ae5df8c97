import { describe, expect, test } from 'vitest'
import { leesActiviteit, leesErkendOnderdeel, leesKosten, leesOpleiding } from '@/lib/kwaliteit/rules/formulier'

describe('kostenregels uit een formulier', () => {
  test('een regel zonder bedrag is er niet; een korting heeft een min', () => {
    expect(leesKosten({
      'kosten-0-soort': 'LESGELD', 'kosten-0-bedrag': '939,50', 'kosten-0-verplicht': 'ja', 'kosten-1-soort': 'EXAMEN', 'kosten-3-soort': 'LESGELD', 'kosten-3-bedrag': '- 50', 'kosten-3-verplicht': 'ja', 'kosten-3-omschrijving': ' vroegboekkorting ',
    })).toEqual({ fouten: [], waarde: [{ soort: 'LESGELD', omschrijving: '', bedragCent: 939_50, isVerplicht: true }, { soort: 'LESGELD', omschrijving: 'vroegboekkorting', bedragCent: -50_00, isVerplicht: true }] })
  })

  test.each([['1e3'], ['-'], ['100.000,01'], ['NaN']])('“%s” is geen bedrag', (bedrag) => {
    expect(leesKosten({ 'kosten-1-soort': 'LESGELD', 'kosten-1-bedrag': bedrag }).fouten).toEqual([{ naam: 'kosten-1-bedrag', zin: 'Bedrag van regel 2: vul een bedrag in tot en met € 100.000, bijvoorbeeld 939,50.' }])
  })

  test('een bedrag zonder soort, en meer korting dan kosten', () => {
    expect(leesKosten({ 'kosten-0-bedrag': '10', 'kosten-0-soort': 'GESCHENK' }).fouten).toEqual([{ naam: 'kosten-0-soort', zin: 'Soort kosten van regel 1: kies waarvoor het bedrag is.' }])
    expect(leesKosten({ 'kosten-0-soort': 'LESGELD', 'kosten-0-bedrag': '-10', 'kosten-0-verplicht': 'ja' }).fouten).toHaveLength(1)
  })

  test('een prijs die iemand meestuurt, telt niet: de prijs volgt uit de regels', () => {
    expect(leesOpleiding({ titel: 'Lassen', catalogusprijs: '1', subsidiabel: '1', 'kosten-0-soort': 'LESGELD', 'kosten-0-bedrag': '450', 'dagdeel-AVOND': 'ja', nlqf: '4', actief: 'ja' }).waarde)
      .toMatchObject({ titel: 'Lassen', kosten: [{ soort: 'LESGELD', bedragCent: 450_00, isVerplicht: false }], dagdelen: ['AVOND'], nlqf: 4, actief: true, url: null })
    expect(leesOpleiding({ catalogusprijs: '1' }).waarde).not.toHaveProperty('catalogusprijs')
    expect(leesActiviteit({ catalogusprijs: '999', scholingsjaar: '2' }).waarde).toMatchObject({ catalogusprijs: '0', kosten: [], scholingsjaar: 2 })
  })

  test('zonder code is er geen erkende opleiding', () => {
    expect(leesErkendOnderdeel({ onderdeelRegister: 'CREBO' })).toBeNull()
    expect(leesErkendOnderdeel({ onderdeelRegister: 'CREBO', onderdeelCode: '25655', onderdeelNaam: 'Logistiek' })).toEqual({ register: 'CREBO', code: '25655', naam: 'Logistiek', certificaat: '' })
  })
})
