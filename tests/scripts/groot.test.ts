import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { prisma } from '@/lib/platform/db'
import { readEdudexProgram } from '@/lib/aanlevering/rules/edudex'
import { FEEDFOUTEN, makeOpleiders } from '@/scripts/data/groot-opleiders'
import { makePrograms } from '@/scripts/data/groot'
import { laadGroot } from '@/scripts/data/laad-groot'
import { freshDb, zetKlok } from '@/tests/setup/db'

const SEED = 2022
const opties = { seed: SEED, vandaag: plainDate('2022-04-14'), perOpleiding: 400 / 70 }

describe('the register of April 2022', () => {
  const opleiders = makeOpleiders(394, 70_000, SEED)

  test('has 394 opleiders with 70.000 opleidingen: three giants, and many with a handful', () => {
    expect(opleiders).toHaveLength(394)
    expect(opleiders.reduce((som, { aantal }) => som + aantal, 0)).toBe(70_000)
    expect(opleiders.filter(({ aantal }) => aantal > 1_000).map(({ aantal }) => aantal)).toEqual([18_000, 18_000, 18_000])
    expect(opleiders.filter(({ aantal }) => aantal < 10).length).toBeGreaterThan(100)
    for (const sleutel of ['kvk', 'code', 'orgUnitId'] as const) expect(new Set(opleiders.map((een) => een[sleutel])).size).toBe(394)
  })

  test('has one mapping error that leaves about 20.000 opleidingen without subsidiabele kosten, and every other fault that was seen', () => {
    const zonder = opleiders.filter(({ fouten }) => fouten.includes('nooit-subsidiabel')).reduce((som, { aantal }) => som + aantal, 0)
    expect(zonder).toBeGreaterThan(19_500)
    expect(zonder).toBeLessThan(20_500)
    expect(new Set(opleiders.flatMap(({ fouten }) => fouten))).toEqual(new Set(FEEDFOUTEN))
  })

  test('is the same for the same seed, and another for another', () => {
    const kleine = opleiders.find(({ aantal }) => aantal > 20 && aantal < 60)
    if (kleine === undefined) throw new Error('no small opleider')
    const feed = (seed: number) => JSON.stringify([...makePrograms(kleine, { ...opties, seed })])
    expect(makeOpleiders(394, 70_000, SEED)).toEqual(opleiders)
    expect(feed(SEED)).toBe(feed(SEED))
    expect(feed(SEED + 1)).not.toBe(feed(SEED))
  })

  test('has prices as they were, with a peak just below € 1.000', () => {
    const reus = opleiders.find(({ orgUnitId }) => orgUnitId === 'thuisacademie')
    if (reus === undefined) throw new Error('no giant')
    const prijzen = [...makePrograms({ ...reus, aantal: 1_500 }, opties)].flatMap((program) => {
      const gelezen = readEdudexProgram(program)
      return gelezen.ok ? [(gelezen.rij.inhoud.catalogusprijsCent ?? 0) / 100] : []
    })
    expect(prijzen.length).toBeGreaterThanOrEqual(1_500)
    const piek = prijzen.filter((prijs) => prijs >= 950 && prijs <= 1_000).length
    expect(piek).toBeGreaterThan(prijzen.filter((prijs) => prijs >= 850 && prijs < 900).length * 2)
  })
})

describe('a large register goes in through the real import', () => {
  freshDb(async () => { await zetKlok('2022-04-14T09:00:00+02:00') })

  test('with every opleider its own feed, the prices that jumped after the old ones, and the faults refused or found', { timeout: 300_000 }, async () => {
    expect(await laadGroot({ naam: 'proef', opleiders: 50, opleidingen: 350, activiteiten: 2_000 }, SEED, () => undefined)).toBeUndefined()
    const aantal = await prisma.opleiding.count()
    expect(aantal).toBeGreaterThanOrEqual(350)
    expect(aantal).toBeLessThan(360)
    expect(await prisma.scholingsactiviteit.count()).toBeGreaterThan(1_900)
    expect(await prisma.opleiding.count({ where: { gebreken: { has: 'subsidiabele-kosten' } } })).toBeGreaterThan(80)
    const gestegen = await prisma.opleiding.findMany({ where: { opleider: { orgUnitId: 'thuisacademie' }, versie: 2 }, include: { versies: { orderBy: { versie: 'asc' } } } })
    expect(gestegen.length).toBeGreaterThan(0)
    expect(gestegen.every(({ catalogusprijsCent }) => (catalogusprijsCent ?? 0) >= 99_000)).toBe(true)
  })
})
