import type { Meetpunt, Voorspelling } from '@/lib/monitoring/model'

/** The pace of the last five minutes counts, cut in pieces of half a minute; four pieces are needed to say something. */
const VENSTER_S = 300
const STUK_S = 30
const MINSTENS = 4

/**
 * When the budget is gone, from how it went in the last minutes. The pace is the mean of the pieces, the margin two standard
 * errors of it: about nineteen times in twenty the pace lies within it, as long as nothing changes. It cannot know what changes.
 *
 * @param over what was left, in cents, the oldest first
 */
export function voorspelUitputting(over: readonly Meetpunt[], overCent: number): Voorspelling {
  if (overCent <= 0) return { soort: 'op' }
  const stukken = calculateTempo(over)
  if (stukken.length < MINSTENS) return { soort: 'te-weinig-bekend' }
  const tempo = mean(stukken)
  if (tempo <= 0) return { soort: 'staat-stil' }

  const marge = 2 * Math.sqrt(mean(stukken.map((one) => (one - tempo) ** 2)) / (stukken.length - 1))
  const traagst = tempo - marge
  return {
    soort: 'verwacht',
    overS: Math.round(overCent / tempo),
    vroegS: Math.round(overCent / (tempo + marge)),
    laatS: traagst <= 0 ? null : Math.round(overCent / traagst),
  }
}

/** Cents per second in each piece of the window; pieces without two measurements say nothing. */
function calculateTempo(over: readonly Meetpunt[]): readonly number[] {
  const stukken: number[] = []
  for (let jongst = 0; jongst < VENSTER_S; jongst += STUK_S) {
    const inStuk = over.filter(({ leeftijdS }) => leeftijdS >= jongst && leeftijdS <= jongst + STUK_S)
    const [begin, eind] = [inStuk.at(0), inStuk.at(-1)]
    if (begin === undefined || eind === undefined || begin.leeftijdS - eind.leeftijdS < STUK_S / 2) continue
    stukken.push((begin.waarde - eind.waarde) / (begin.leeftijdS - eind.leeftijdS))
  }
  return stukken
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
