import { describe, expect, test } from 'vitest'
import { calculateDruk, calculateToelating } from '@/lib/wachtkamer/rules/toelating'

const kamer = { toegelatenTot: 1_000, uitgegeven: 160_000, perMinuut: 60_000, verstrekenMs: 250, druk: 0 }

describe('toelaten: zo snel als is ingesteld, nooit terug en nooit voorbij wie er is', () => {
  test.each([
    ['een kwart seconde bij 60.000 per minuut is 250 mensen', {}, 1_250, 0],
    ['wie stil heeft gestaan, haalt hoogstens een seconde in', { verstrekenMs: 30_000 }, 2_000, 0],
    ['bij halve druk gaat het half zo snel', { druk: 0.5 }, 1_125, 0],
    ['bij volle druk gaat er niemand naar binnen', { druk: 1 }, 1_000, 0],
    ['een klok die terugloopt, laat niemand binnen', { verstrekenMs: -5_000 }, 1_000, 0],
    ['wat van een stap overblijft, telt mee voor de volgende', { perMinuut: 100, verstrekenMs: 900 }, 1_001, 300],
    ['bij één per minuut wacht de stap tot de minuut om is', { perMinuut: 1, verstrekenMs: 59_000 }, 1_000, 59_000],
    ['en dan gaat er één naar binnen', { perMinuut: 1, verstrekenMs: 61_000 }, 1_001, 0],
    ['niet verder dan twee seconden voorbij de laatste plaats', { toegelatenTot: 161_900 }, 162_000, 0],
    ['wie al is toegelaten, blijft toegelaten als het langzamer gaat', { toegelatenTot: 161_900, perMinuut: 600 }, 161_900, 0],
  ])('%s', (_, anders, toegelatenTot, restMs) => {
    expect(calculateToelating({ ...kamer, ...anders })).toEqual({ toegelatenTot, restMs })
  })

  test('in een lege kamer kan een kleine groep meteen door', () => {
    let toegelatenTot = 0
    for (let stap = 0; stap < 20; stap += 1) toegelatenTot = calculateToelating({ ...kamer, toegelatenTot, uitgegeven: 0 }).toegelatenTot
    expect(toegelatenTot).toBe(2_000)
  })
})

describe('druk: langzamer als het systeem achterloopt', () => {
  test.each([
    [{ onbeslist: 0, indienenMs: null }, 0],
    [{ onbeslist: 5_000, indienenMs: 250 }, 0],
    [{ onbeslist: 15_000, indienenMs: 100 }, 0.5],
    [{ onbeslist: 25_000, indienenMs: 100 }, 1],
    [{ onbeslist: 99_000, indienenMs: null }, 1],
    [{ onbeslist: 0, indienenMs: 625 }, 0.5],
    [{ onbeslist: 15_000, indienenMs: 1_000 }, 1],
  ])('%o', (meting, druk) => {
    expect(calculateDruk(meting)).toBe(druk)
  })
})
