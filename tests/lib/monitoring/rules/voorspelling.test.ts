import { describe, expect, test } from 'vitest'
import { voorspelUitputting } from '@/lib/monitoring/rules/voorspelling'

/** Measurements every five seconds over five minutes: `tempo` gives cents per second for each half minute, the oldest first. */
function metingen(tempo: readonly number[], eind: number) {
  const punten = [{ leeftijdS: 0, waarde: eind }]
  let waarde = eind
  for (let leeftijdS = 5; leeftijdS <= tempo.length * 30; leeftijdS += 5) {
    waarde += 5 * (tempo.at(-Math.ceil(leeftijdS / 30)) ?? 0)
    punten.unshift({ leeftijdS, waarde })
  }
  return punten
}

describe('wanneer is het budget op?', () => {
  test('bij een gelijk tempo van € 100 per seconde is € 60.000 over tien minuten op, zonder marge', () => {
    expect(voorspelUitputting(metingen(Array.from({ length: 10 }, () => 10_000), 6_000_000), 6_000_000))
      .toEqual({ soort: 'verwacht', overS: 600, vroegS: 600, laatS: 600 })
  })

  test('een wisselend tempo geeft een marge: om en om € 50 en € 150 per seconde', () => {
    const wisselend = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 5_000 : 15_000))
    expect(voorspelUitputting(metingen(wisselend, 6_000_000), 6_000_000)).toEqual({ soort: 'verwacht', overS: 600, vroegS: 450, laatS: 900 })
  })

  test('bij een tempo dat bijna alles kan zijn, is het late moment onbekend', () => {
    const grillig = [0, 0, 0, 0, 0, 0, 0, 0, 0, 90_000]
    expect(voorspelUitputting(metingen(grillig, 6_000_000), 6_000_000)).toMatchObject({ soort: 'verwacht', laatS: null })
  })

  test('op is op', () => {
    expect(voorspelUitputting(metingen([1, 1, 1, 1, 1], 0), 0)).toEqual({ soort: 'op' })
  })

  test('voor de opening gaat er niets af', () => {
    expect(voorspelUitputting(metingen([0, 0, 0, 0, 0], 100), 100)).toEqual({ soort: 'staat-stil' })
  })

  test('na een halve minuut is er nog te weinig bekend', () => {
    expect(voorspelUitputting(metingen([10_000], 100), 100)).toEqual({ soort: 'te-weinig-bekend' })
  })

  test('budget dat terugkomt telt mee: per saldo gaat er niets af', () => {
    expect(voorspelUitputting(metingen([100, -100, 100, -100, 100, -100], 100), 100)).toEqual({ soort: 'staat-stil' })
  })
})
