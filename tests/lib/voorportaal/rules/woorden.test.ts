import { describe, expect, test } from 'vitest'
import { stemOf } from '@/lib/voorportaal/rules/stam'
import { SYNONIEMEN } from '@/lib/voorportaal/rules/synoniemen'
import { findCorrectie, klankOf, slipsAllowed, slipsBetween } from '@/lib/voorportaal/rules/typfout'
import { addTeksten, expandTerm, newWoordindex, splitCompound } from '@/lib/voorportaal/rules/woordindex'
import { stemsOf, wordsOf } from '@/lib/voorportaal/rules/woorden'
import { findWoorden } from '@/lib/voorportaal/rules/woordtreffers'
import { makeZoekplan } from '@/lib/voorportaal/rules/zoekplan'

describe('woorden van een tekst', () => {
  test.each([
    ['Eerste hulp (EHBO) met reanimatie', ['eerste', 'hulp', 'ehbo', 'reanimatie']],
    ['Créatief, naïef en één', ['creatief', 'naief']],
    ['C# en .NET, of C++', ['csharp', 'dotnet', 'cplusplus']],
    ['baby’s en zzp’er', ['baby', 'zzp']],
    ['E-learning', ['learning']],
    ['', []],
    ['😀 !!', []],
  ])('%s', (tekst, verwacht) => {
    expect(wordsOf(tekst).filter((woord) => woord.length > 1 && woord !== 'er')).toEqual(verwacht)
  })

  test.each([
    ['boekhouden', 'boekhoud'], ['boekhouding', 'boekhoud'], ['boekhoud', 'boekhoud'], ['cursussen', 'cursuss'], ['lassen', 'lass'], ['leidinggevende', 'leidinggev'], ['leidinggeven', 'leidinggev'],
    ['mogelijkheden', 'mogelijk'], ['certificaat', 'certificat'], ['certificaten', 'certificat'], ['nt2', 'nt2'], ['vca', 'vca'], ['spaanse', 'span'], ['spaans', 'span'],
  ])('de stam van %s is %s', (woord, stam) => {
    expect(stemOf(woord)).toBe(stam)
  })
})

describe('tikfouten', () => {
  test.each([['heftruck', 'heftruk', 1], ['excel', 'exel', 1], ['boekhouden', 'boekhuoden', 1], ['kok', 'kapper', 3]])('%s en %s', (a, b, verwacht) => {
    expect(slipsBetween(a, b, 2)).toBe(Math.min(verwacht, 3))
  })
  test('korte woorden worden niet verbeterd: daar lijkt alles op', () => {
    expect(slipsAllowed(3)).toBe(0)
    expect(findCorrectie('vva', [{ woord: 'vca', aantal: 9 }])).toBeUndefined()
  })
  test('wat hetzelfde klinkt gaat voor wat er meer is', () => {
    expect(klankOf('pedagogies')).toBe(klankOf('pedagogisch'))
    expect(findCorrectie('heftruk', [{ woord: 'heftruc', aantal: 999 }, { woord: 'heftruck', aantal: 1 }, { woord: 'hoofdstuk', aantal: 99 }])).toBe('heftruc')
  })
})

const index = newWoordindex()
const TITELS = ['Heftruckcertificaat', 'Heftruck voor beginners', 'Verzorgende IG', 'Budgetcoach', 'Coach, basisopleiding', 'Systeembeheer Windows', 'ICT-beheerder', 'Leidinggeven op de werkvloer', 'Bedrijfshulpverlening (BHV)', 'Rijbewijs C']
for (const titel of TITELS) addTeksten(index, { titel, kern: '', opleider: 'Vakschool', tekst: '' })
const vind = (vraag: string, telt = new Uint8Array(TITELS.length).fill(1)) => [...findWoorden(index, vraag, telt).documenten].map((document) => TITELS[document])

describe('samenstellingen en synoniemen', () => {
  test('een woord vindt de samenstelling waar het in zit, van voor en van achter', () => {
    expect(vind('heftruck')).toEqual(['Heftruckcertificaat', 'Heftruck voor beginners'])
    expect(vind('coach')).toEqual(['Budgetcoach', 'Coach, basisopleiding'])
  })
  test('een kort woord vindt geen lange woorden die er toevallig op eindigen', () => {
    expect(expandTerm(index, 'zorg').map(({ term }) => index.termen[term])).toEqual([])
  })
  test('een samenstelling die niemand zo schrijft wordt gesplitst', () => {
    expect(splitCompound('heftruckchauffeur', (deel) => ['heftruck', 'chauffeur'].includes(deel))).toEqual(['heftruck', 'chauffeur'])
    expect(splitCompound('beveiligingsmedewerker', (deel) => ['beveiliging', 'medewerker'].includes(deel))).toEqual(['beveiliging', 'medewerker'])
    expect(vind('heftruckmonteur')).toEqual(['Heftruckcertificaat', 'Heftruck voor beginners'])
  })
  test('los en aaneen zijn hetzelfde', () => {
    expect(vind('leiding geven')).toEqual(['Leidinggeven op de werkvloer'])
  })
  test('wie "ict beheerder" zoekt vindt ook systeembeheer, en andersom', () => {
    expect(vind('ict beheerder')).toEqual(['Systeembeheer Windows', 'ICT-beheerder'])
    expect(vind('systeembeheerder')).toEqual(['Systeembeheer Windows', 'ICT-beheerder'])
  })
  test('een groep van synoniemen heeft minstens twee woorden, en geen woord zonder letters', () => {
    expect(SYNONIEMEN.filter(({ zelfde, ook }) => zelfde.length + ook.length < 2)).toEqual([])
    expect(SYNONIEMEN.flatMap(({ zelfde, ook }) => [...zelfde, ...ook]).filter((zin) => stemsOf(zin).length === 0)).toEqual([])
  })
})

describe('wat niet gevonden wordt', () => {
  test('een tikfout wordt verbeterd en genoemd', () => {
    expect(makeZoekplan(index, 'verzorgnde ig')).toMatchObject({ correcties: [{ van: 'verzorgnde', naar: 'verzorgende' }], onbekend: [] })
  })
  test('een woord dat nergens op lijkt wordt weggelaten en genoemd', () => {
    expect(makeZoekplan(index, 'heftruck qqqqqq')).toMatchObject({ onbekend: ['qqqqqq'] })
    expect(vind('qqqqqq')).toEqual([])
  })
  test('heeft niets alle woorden, dan komt wat de meeste heeft', () => {
    expect(findWoorden(index, 'heftruck coach', new Uint8Array(TITELS.length).fill(1)).isRuim).toBe(true)
  })
  test('wat niet gevonden mag worden telt nergens mee', () => {
    expect(vind('heftruck', new Uint8Array(TITELS.length))).toEqual([])
  })
})
