import { describe, expect, test } from 'vitest'
import { CATALOGUS } from '@/scripts/bench/relevantie/catalogus'
import { VRAGEN } from '@/scripts/bench/relevantie/vragen'
import { indexCatalogus, ndcg, zoekInCatalogus } from '@/scripts/bench/relevantie'

const index = indexCatalogus()

describe('relevantie', () => {
  test('elke verwachte titel staat in de catalogus', () => {
    const onbekend = VRAGEN.flatMap(({ verwacht }) => Object.keys(verwacht)).filter((begin) => !CATALOGUS.some(([titel]) => titel.startsWith(begin)))
    expect(onbekend).toEqual([])
    expect(VRAGEN.length).toBeGreaterThanOrEqual(60)
  })

  test('nDCG@10 over de hele lijst is minstens 0,92', () => {
    const scores = VRAGEN.map(({ vraag, verwacht }) => ndcg(zoekInCatalogus(index, vraag), verwacht))
    expect(scores.reduce((som, score) => som + score, 0) / scores.length).toBeGreaterThan(0.92)
  })

  test.each([
    ['vca', 'VCA-'], ['heftruck', 'Heftruckcertificaat'], ['boekhoden', 'Basiskennis Boekhouden'], ['exel', 'Excel'], ['ict beheerder', 'ICT-beheerder'], ['zzp', 'Starten als zzp'], ['bhv', 'Bedrijfshulpverlening'],
    ['code 95', 'Code 95'], ['tuinman', 'Hovenier'], ['hr', 'H'],
  ])('het eerste antwoord op “%s” begint met %s', (vraag, begin) => {
    expect(zoekInCatalogus(index, vraag)[0]?.startsWith(begin)).toBe(true)
  })

  test('tegenproef: de verkeerde volgorde en niets gevonden scoren lager', () => {
    expect(ndcg(['VCA-Basis', 'VCA-VOL voor leidinggevenden', 'VIL-VCU voor intercedenten'], { 'VCA-Basis': 3, 'VCA-VOL': 3, 'VIL-VCU': 1 })).toBe(1)
    expect(ndcg(['VIL-VCU voor intercedenten', 'VCA-Basis', 'VCA-VOL voor leidinggevenden'], { 'VCA-Basis': 3, 'VCA-VOL': 3, 'VIL-VCU': 1 })).toBeLessThan(0.85)
    expect(ndcg([], { 'VCA-Basis': 3 })).toBe(0)
  })
})
