import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { calculateLijstHash, calculateZaadHash, drawPlaatsen } from '@/lib/wachtkamer/rules/loting'

const sha256 = (text: string) => hash('sha256', text, 'hex')

// Expected values made apart from this code, with hashlib of Python.
const ZAAD = '0000000000000000000000000000000000000000000000000000000000000001'
const LOTEN = [
  '00000000000000000000000000001111', '00000000000000000000000000002222', '00000000000000000000000000003333', '00000000000000000000000000004444',
  '00000000000000000000000000005555', '00000000000000000000000000006666', '00000000000000000000000000007777', '00000000000000000000000000008888',
]

describe('de belofte: sha256 van het zaad, bekend voordat er iemand in de lijst staat', () => {
  test('van een vast zaad', () => {
    expect(calculateZaadHash(ZAAD, sha256)).toBe('c386d8e8d07342f2e39e189c8e6c57bb205bb373fe4e3a6f69404a8bb767b417')
  })
})

describe('de lijst: de loten op nummer, elk met een regeleinde', () => {
  test('geeft dezelfde hash als sha256sum over het gepubliceerde bestand', () => {
    expect(calculateLijstHash(LOTEN, sha256)).toBe('426fff2c1278ea854582e6f668c54c2840a6d01ff28b580ef8fd7cc6e0e0e1a5')
  })

  test('een lege lijst heeft ook een hash', () => {
    expect(calculateLijstHash([], sha256)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('de loting: op volgorde van sha256(zaad || lijst_hash || lot)', () => {
  test.each([[ZAAD, [8, 7, 1, 6, 2, 3, 5, 4]], ['f'.repeat(64), [7, 6, 8, 3, 1, 4, 5, 2]]])('met zaad %s', (zaad, plaatsen) => {
    expect(drawPlaatsen(zaad, LOTEN, sha256)).toEqual(plaatsen)
  })

  test('zonder wachtenden is er niets te loten', () => {
    expect(drawPlaatsen(ZAAD, [], sha256)).toEqual([])
  })

  test('één lot meer verandert de hele volgorde: wie de lijst kan kiezen, kan de uitslag niet kiezen', () => {
    const zonder = drawPlaatsen(ZAAD, LOTEN, sha256)
    const met = drawPlaatsen(ZAAD, [...LOTEN, '00000000000000000000000000009999'], sha256)
    const volgorde = (plaatsen: readonly number[]) => LOTEN.map((_, index) => index).sort((a, b) => (plaatsen[a] ?? 0) - (plaatsen[b] ?? 0))
    expect(volgorde(met)).not.toEqual(volgorde(zonder))
  })

  test('160.000 loten: elk een eigen plaats, en het kost niet veel meer dan het rekenen van hun sleutels', () => {
    const loten = Array.from({ length: 160_000 }, (_, n) => n.toString(16).padStart(32, '0'))
    const measure = (run: () => void) => { const begin = performance.now(); run(); return performance.now() - begin }
    const rekenen = measure(() => { for (const lot of loten) sha256(`${ZAAD}${ZAAD}${lot}`) })
    let plaatsen: readonly number[] = []
    const trekken = measure(() => { plaatsen = drawPlaatsen(ZAAD, loten, sha256) })
    // Measured beside each other: how fast the machine is does not matter.
    expect(trekken / rekenen).toBeLessThan(8)
    expect(new Set(plaatsen).size).toBe(160_000)
    expect(plaatsen.reduce((som, plaats) => som + plaats, 0)).toBe((160_000 * 160_001) / 2)
  }, 60_000)
})

describe('eerlijk: elk nummer heeft evenveel kans op elke plaats', () => {
  const N = 10
  const KEREN = 5_000
  /** How often each nummer got each place, times (N-1)/N because rows and columns are fixed: chi-square with (N-1)² = 81 degrees, 0,1 % is above 126,1. */
  const chiKwadraat = (draw: (keer: number) => readonly number[]): number => {
    const tellingen = Array.from({ length: N }, () => new Array<number>(N).fill(0))
    for (let keer = 0; keer < KEREN; keer += 1) draw(keer).forEach((plaats, nummer) => { const rij = tellingen[nummer]; if (rij) rij[plaats - 1] = (rij[plaats - 1] ?? 0) + 1 })
    const verwacht = KEREN / N
    return ((N - 1) / N) * tellingen.flat().reduce((som, aantal) => som + (aantal - verwacht) ** 2 / verwacht, 0)
  }
  const loten = Array.from({ length: N }, (_, n) => sha256(`lot ${String(n)}`).slice(0, 32))

  test('over 5.000 zaden is de verdeling gelijk', () => {
    expect(chiKwadraat((keer) => drawPlaatsen(sha256(`zaad ${String(keer)}`), loten, sha256))).toBeLessThan(126.1)
  })

  test('tegenproef: een volgorde die van het nummer afhangt, valt op', () => {
    // Sorting by a random number that is a little smaller for a lower nummer.
    const scheef = (keer: number) => {
      const sleutels = loten.map((lot, index) => ({ index, sleutel: Number.parseInt(sha256(`${String(keer)}${lot}`).slice(0, 8), 16) * (1 + index / 50) }))
      const plaatsen = new Array<number>(N)
      sleutels.sort((a, b) => a.sleutel - b.sleutel).forEach(({ index }, rang) => { plaatsen[index] = rang + 1 })
      return plaatsen
    }
    expect(chiKwadraat(scheef)).toBeGreaterThan(126.1)
  })
})
