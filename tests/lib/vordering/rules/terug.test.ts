import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { besluitenOver, kenmerkVan } from '@/lib/bank/rules/ontvangst'
import type { VorderingMutatie } from '@/lib/vordering/model'
import { restAfgeboekt } from '@/lib/vordering/rules/afgeboekt'
import { maskeer, naNaamcontrole, staatOpNaam } from '@/lib/vordering/rules/rekening'
import { verlaag } from '@/lib/vordering/rules/terugbetaling'
import { werktTerugTot } from '@/lib/vordering/rules/verrekenen'

describe('de rekening waarop een burger geld terugkrijgt', () => {
  test.each<[string, string, boolean]>([
    ['S. de Vries', 'Sanne de Vries', true], ['Sanne de Vries e/o P. Bakker', 'Sanne de Vries', true], ['S DE VRIES', 'Sanne de Vriès', true],
    ['P. Bakker', 'Sanne de Vries', false], ['De Vriesland BV', 'Sanne de Vries', false], ['', 'Sanne de Vries', false],
  ])('%s bij %s: %s', (tenaamstelling, naam, staat) => {
    expect(staatOpNaam(tenaamstelling, naam)).toBe(staat)
  })

  test('alleen een naam die klopt heeft niemand nodig; terug naar wie betaalde mag ook op een andere naam', () => {
    const opgave = { herkomst: 'opgave', tenaamstelling: 'S. de Vries', naam: 'Sanne de Vries' } as const
    expect(naNaamcontrole({ ...opgave, antwoord: 'match' })).toBe('neem-in-gebruik')
    for (const antwoord of ['bijna', 'geen', 'onbekend'] as const) expect(naNaamcontrole({ ...opgave, antwoord })).toBe('leg-voor')
    expect(naNaamcontrole({ ...opgave, tenaamstelling: 'P. Bakker', antwoord: 'match' })).toBe('leg-voor')
    expect(naNaamcontrole({ ...opgave, herkomst: 'ontvangst', tenaamstelling: 'P. Bakker', antwoord: 'match' })).toBe('neem-in-gebruik')
    expect(naNaamcontrole({ ...opgave, herkomst: 'ontvangst', tenaamstelling: 'P. Bakker', antwoord: 'onbekend' })).toBe('leg-voor')
  })

  test('een scherm toont alleen het land en de laatste vier tekens', () => {
    expect(maskeer('NL91ABNA0417164300')).toBe('NL•• •••• 4300')
  })
})

const mutatie = (soort: VorderingMutatie['soort'], hoofdsom: number, kosten = 0): VorderingMutatie => ({ soort, dag: plainDate('2022-12-01'), hoofdsom: cent(hoofdsom), kosten: cent(kosten) })

describe('wat er na een afboeking nog als betaling kan gelden', () => {
  test('wat is afgeboekt of verjaard, zonder wat al alsnog is betaald; kwijtgescholden blijft kwijtgescholden', () => {
    expect(restAfgeboekt([mutatie('instelling', 50_000), mutatie('vergoeding', 0, 1_600), mutatie('kwijtschelding', -10_000), mutatie('oninbaar', -40_000, -1_600)])).toEqual({ hoofdsom: 40_000, kosten: 1_600 })
    expect(restAfgeboekt([mutatie('instelling', 50_000), mutatie('verjaring', -50_000), mutatie('herleving', 20_000), mutatie('ontvangst', -20_000)])).toEqual({ hoofdsom: 30_000, kosten: 0 })
  })

  test('de vraag van de bank zegt wat een mens kan beslissen', () => {
    expect(besluitenOver('vordering-afgelopen')).toEqual(['neem-aan', 'betaal-terug'])
    expect(besluitenOver('onbekende-ontvangst')).toEqual(['boek'])
    expect(besluitenOver('teruggekomen')).toEqual([])
  })

  test('het kenmerk is dat van de ontvangst, of wat de medewerker vond; twee kenmerken is er geen', () => {
    const leeg = { omschrijving: null, endToEndId: null, referentie: null }
    expect(kenmerkVan('neem-aan', undefined, { ...leeg, omschrijving: 'terug VORD-0000001-91' })).toBe('VORD-0000001-91')
    expect(kenmerkVan('boek', 'vord 0000001 91', leeg)).toBe('VORD-0000001-91')
    expect(kenmerkVan('boek', 'VORD-0000001-92', leeg)).toBeUndefined()
    expect(kenmerkVan('neem-aan', undefined, leeg)).toBeUndefined()
  })
})

describe('verrekenen (Awb 4:93)', () => {
  test('werkt terug tot beide schulden er waren (Awb 4:93 lid 3, BW 6:129)', () => {
    expect(werktTerugTot(plainDate('2022-12-01'), plainDate('2023-02-01'))).toBe('2023-02-01')
    expect(werktTerugTot(plainDate('2023-03-01'), plainDate('2023-02-01'))).toBe('2023-03-01')
  })

  test('wat is verrekend telt als betaald als de vordering later vervalt', () => {
    const mutaties = [mutatie('instelling', 50_000), mutatie('verrekening', -20_000), mutatie('ontvangst', -10_000)]
    expect(verlaag({ bedrag: cent(50_000), wordt: cent(0), open: { hoofdsom: cent(20_000), kosten: cent(0) }, mutaties, teruggegeven: { hoofdsom: cent(0), kosten: cent(0) } })).toEqual({ af: { hoofdsom: 20_000, kosten: 0 }, terug: { hoofdsom: 30_000, kosten: 0 } })
  })
})
