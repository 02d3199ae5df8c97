import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { TIJDVAKKEN } from '@/prisma/seed/tijdvakken'
import { pickByAverage } from '@/scripts/data/activiteiten'
import { Toeval } from '@/scripts/data/toeval'
import { Agenda } from '@/scripts/simulatie/agenda'
import { GEDRAG, makeBevolking, type Mens } from '@/scripts/simulatie/bevolking'
import { weegEerlijkheid } from '@/scripts/simulatie/eerlijk'
import { Latenties } from '@/scripts/simulatie/meting'
import { readOpties, type Opties } from '@/scripts/simulatie/opties'
import { findPreset, gemiddeldCentVan, PRESETS } from '@/scripts/simulatie/presets'
import { findInversies } from '@/scripts/simulatie/volgorde'
import type { Deelname } from '@/scripts/simulatie/waarneming'

const omvang = { wachtenden: 5_000, apparaten: 8_000, seed: 7, werkplein: Array.from({ length: 2_000 }, (_, n) => n % 20 === 0), voorMs: 60_000 }

describe('the people of a play', () => {
  const mensen = makeBevolking(omvang)

  test('are the same with the same seed, and others with another', () => {
    expect(makeBevolking(omvang)).toEqual(mensen)
    expect(makeBevolking({ ...omvang, seed: 8 })).not.toEqual(mensen)
  })

  test('are as many as asked, with as many devices and aanvragen', () => {
    expect(mensen).toHaveLength(5_000)
    expect(mensen.reduce((som, { apparaten }) => som + apparaten, 0)).toBe(8_000)
    expect(mensen.filter(({ isAanvrager }) => isAanvrager)).toHaveLength(2_000)
    expect(Math.max(...mensen.map(({ apparaten }) => apparaten))).toBeLessThanOrEqual(6)
  })

  test('come before ten for the greater part, and nobody earlier than the play begins', () => {
    const vroeg = mensen.filter(({ komtMs }) => komtMs < 0)
    expect(vroeg.length / mensen.length).toBeGreaterThan(0.85)
    expect(Math.min(...mensen.map(({ komtMs }) => komtMs))).toBeGreaterThanOrEqual(-60_000)
    expect(vroeg.length).toBeLessThan(mensen.length)
  })

  test('do everything that people do, also when there are few of them', () => {
    const klein = makeBevolking({ ...omvang, wachtenden: 60, apparaten: 90, werkplein: Array.from({ length: 60 }, (_, n) => n < 3) })
    expect(new Set(klein.map(({ gedrag }) => gedrag))).toEqual(new Set(['gewoon', 'werkplein', ...GEDRAG.map(([gedrag]) => gedrag)]))
    expect(klein.filter(({ gedrag }) => gedrag === 'gewoon').length).toBeGreaterThan(20)
  })

  test('are at a werkplein before ten, on one device', () => {
    const werkplein = mensen.filter(({ gedrag }) => gedrag === 'werkplein')
    expect(werkplein).toHaveLength(100)
    expect(werkplein.every(({ apparaten, komtMs }) => apparaten === 1 && komtMs < 0)).toBe(true)
  })
})

describe('the independent judge of the order', () => {
  const een = (kenmerk: string, verstuurdMs: number, bevestigdMs?: number) => ({ kenmerk, verstuurdMs, bevestigdMs })

  test('finds nothing where everybody was decided in order, or overlapped', () => {
    const ingediend = [een('A', 0, 10), een('B', 5, 20), een('C', 30, 40)]
    expect(findInversies(ingediend, ['A', 'B', 'C'])).toEqual([])
    // A and B were under way at the same time: either order is right.
    expect(findInversies(ingediend, ['B', 'A', 'C'])).toEqual([])
  })

  test('finds an aanvraag that was acknowledged before another was sent and decided after it (negative control)', () => {
    const ingediend = [een('A', 0, 10), een('B', 5, 20), een('C', 30, 40)]
    expect(findInversies(ingediend, ['C', 'A', 'B'])).toEqual([
      { kenmerk: 'A', eerderBeslist: 'C', tekortMs: 20 }, { kenmerk: 'B', eerderBeslist: 'C', tekortMs: 10 },
    ])
  })

  test('finds one swap among ten thousand (negative control)', () => {
    const ingediend = Array.from({ length: 10_000 }, (_, n) => een(`K${String(n)}`, n * 10, n * 10 + 5))
    const beslist = ingediend.map(({ kenmerk }) => kenmerk)
    expect(findInversies(ingediend, beslist)).toEqual([])
    beslist.splice(4_000, 2, 'K4001', 'K4000')
    expect(findInversies(ingediend, beslist)).toEqual([{ kenmerk: 'K4000', eerderBeslist: 'K4001', tekortMs: 5 }])
  })

  test('says nothing of who never got an acknowledgement', () => {
    expect(findInversies([een('A', 0), een('B', 50, 60)], ['B', 'A'])).toEqual([])
  })
})

describe('the weighing of fairness', () => {
  const deelname = (id: number, plaats: number): Deelname => ({
    id, nummer: id + 1, plaats, fase: 'klaar', ticket: 't', kreegPlaatsMs: -1, gedruktMs: 1, verstuurdMs: 1, bevestigdMs: 2, ontvangst: undefined, isFormeel: false, uitkomst: 'gereserveerd',
    aanDeBeurtMs: 1, verteldMs: undefined, pogingen: 1, einde: 'uitkomst',
  })
  const mensen: Mens[] = Array.from({ length: 4_000 }, (_, id) => ({
    id, gedrag: 'gewoon', isAanvrager: true, apparaten: 1 + (id % 2), komtMs: -1_000 - id, reactieMs: 0, keuze: 'weg', geduldMs: 0,
  }))

  test('finds a fair draw fair', () => {
    const plaatsen = new Toeval(3).shuffle(mensen.map(({ id }) => id + 1))
    expect(weegEerlijkheid(mensen, mensen.map(({ id }) => deelname(id, plaatsen[id] ?? 0))).proeven.filter(({ goed }) => !goed)).toEqual([])
  })

  test('finds that a second device helped, when the best of two places counted (negative control)', () => {
    const toeval = new Toeval(3)
    const loten = mensen.map(({ id, apparaten }) => ({ id, lot: Math.min(...Array.from({ length: apparaten }, () => toeval.next())) })).sort((a, b) => a.lot - b.lot)
    const plaats = new Map(loten.map(({ id }, index) => [id, index + 1]))
    const fout = weegEerlijkheid(mensen, mensen.map(({ id }) => deelname(id, plaats.get(id) ?? 0))).proeven.filter(({ goed }) => !goed)
    expect(fout.map(({ naam }) => naam)).toEqual(['Plaats van wie 2 apparaten heeft'])
  })

  test('finds that who came first stood in front (negative control)', () => {
    const fout = weegEerlijkheid(mensen, mensen.map(({ id }) => deelname(id, 4_000 - id))).proeven.filter(({ goed }) => !goed)
    expect(fout.map(({ naam }) => naam)).toEqual(['Samenhang tussen vroeg komen en vooraan staan'])
  })
})

describe('the presets', () => {
  test('are there for every tijdvak of 2022 and 2023, with the budget that the tijdvak really has', () => {
    expect(PRESETS.map(({ code }) => code)).toEqual(['2022-I', '2022-II', '2022-III', '2022-IV', '2022-V', '2023-I', '2023-II', '2023-III', '2023-IV', '2023-V'])
    for (const preset of PRESETS) {
      const tijdvak = TIJDVAKKEN.find(({ code }) => code === preset.code)
      const budget = tijdvak?.compartimenten.reduce((som, { plafondCent }) => som + plafondCent, 0)
      expect([preset.code, preset.plafondCent]).toEqual([preset.code, budget])
      expect(preset.bron.length).toBeGreaterThan(20)
      expect(preset.apparaten).toBeGreaterThanOrEqual(preset.wachtenden)
      expect(preset.wachtenden).toBeGreaterThanOrEqual(preset.aanvragers)
    }
  })

  test('have the figures of 1 November 2022: 64.000 aanvragen, 160.000 people, 257.000 devices, € 49,5 million', () => {
    expect(findPreset('2022-V')).toMatchObject({ aanvragers: 64_000, wachtenden: 160_000, apparaten: 257_000, plafondCent: 4_950_000_000, gemiddeldCent: 93_900 })
    expect(gemiddeldCentVan('2022-V-S2')).toBe(93_900)
    expect(gemiddeldCentVan('2023-V')).toBe(90_900)
    expect(gemiddeldCentVan('2024-I')).toBeUndefined()
  })
})

describe('the arguments', () => {
  const gelezen = (...args: string[]): Opties => {
    const opties = readOpties(args)
    if (typeof opties === 'string') throw new Error(opties)
    return opties
  }

  test('of a preset give its figures, and the tijdvak its own budget', () => {
    expect(gelezen('--preset', '2023-II')).toMatchObject({ aanvragers: 38_000, wachtenden: 159_000, apparaten: 257_000, plafondCent: undefined, modus: 'volgorde', seed: 2022 })
  })

  test('of a size of one’s own give a budget and devices in the proportions of the real ones', () => {
    expect(gelezen('--aanvragers', '1000', '--seed', '5')).toMatchObject({ aanvragers: 1_000, wachtenden: 1_000, apparaten: 1_616, plafondCent: 77_344_000, seed: 5 })
    expect(gelezen('--aanvragers', '10', '--wachtenden', '30', '--plafond', '5000')).toMatchObject({ wachtenden: 30, plafondCent: 500_000 })
  })

  test('of a preset that is played smaller make everything smaller, the budget too', () => {
    expect(gelezen('--preset', '2022-V', '--aanvragers', '640')).toMatchObject({ aanvragers: 640, wachtenden: 1_600, apparaten: 2_570, plafondCent: 49_500_000 })
  })

  test('of a rehearsal give the crowd of 1 November 2022', () => {
    expect(gelezen('--generale')).toMatchObject({ wachtenden: 160_000, generale: true })
    expect(gelezen('--generale', '--aanvragers', '500')).toMatchObject({ wachtenden: 500 })
  })

  test.each([
    [['--preset', '2024-I'], /2024-I is er niet/], [['--aanvragers', '0'], /geheel getal/], [['--aanvragers', '1.5'], /geheel getal/],
    [['--modus', 'willekeurig'], /volgorde of loting/], [['--onzin'], /Gebruik/], [['--seed', '-1'], /./],
  ])('%j is refused with a sentence', (args, zin) => {
    expect(readOpties(args)).toMatch(zin)
  })
})

describe('what the play stands on', () => {
  test('the agenda does everything in order and tells the intended moment', () => {
    const agenda = new Agenda(0)
    agenda.plan(40, 3)
    agenda.plan(8, 1)
    agenda.plan(20, 2)
    const gedaan: number[][] = []
    agenda.run(24, (wat, op) => gedaan.push([wat, op]))
    expect(gedaan).toEqual([[1, 8], [2, 20]])
    agenda.run(1_000, (wat, op) => gedaan.push([wat, op]))
    expect(gedaan.at(-1)).toEqual([3, 40])
    expect(agenda.size).toBe(0)
  })

  test('percentiles are within three per cent of the real ones', () => {
    const latenties = new Latenties()
    for (let ms = 1; ms <= 1_000; ms += 1) latenties.voegToe(ms)
    expect(Math.abs(latenties.percentiel(0.5) - 500)).toBeLessThan(15)
    expect(Math.abs(latenties.percentiel(0.99) - 990)).toBeLessThan(30)
    expect(new Latenties().percentiel(0.99)).toBe(0)
  })

  test('amounts come to the average of the tijdvak, and to the nearest there is when it cannot be reached', () => {
    const gemiddelde = (gewenst: number | undefined): number => {
      const pick = pickByAverage([30_000, 60_000, 90_000, 99_500, 100_000], (bedrag) => bedrag, gewenst, new Toeval(1))
      return Array.from({ length: 20_000 }, pick).reduce((som, bedrag) => som + bedrag, 0) / 20_000
    }
    expect(Math.abs(gemiddelde(93_900) - 93_900)).toBeLessThan(500)
    expect(Math.abs(gemiddelde(undefined) - 75_900)).toBeLessThan(800)
    expect(gemiddelde(150_000)).toBeGreaterThan(99_000)
  })

  // A year of money (the directory jaar) is another play: who acts in it works for UWV, and does so by the use cases.
  test('whoever plays and judges an opening shares no code with the system: only the preparation knows its inside', () => {
    const map = path.resolve('scripts/simulatie')
    const bestanden = readdirSync(map, { withFileTypes: true }).filter((een) => een.isFile()).map(({ name }) => name)
    const binnen = bestanden.filter((bestand) => /from '@\//.test(readFileSync(path.join(map, bestand), 'utf8')))
    expect(binnen.sort()).toEqual(['opening.ts', 'verloten.ts', 'voorbereiden.ts'])
  })
})
