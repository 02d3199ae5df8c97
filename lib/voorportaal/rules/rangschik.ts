import type { Sortering } from '@/lib/voorportaal/model'
import type { Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import { stapOf, type Filters } from '@/lib/voorportaal/rules/filters'
import type { Telling, Voorkeur } from '@/lib/voorportaal/rules/telling'

/** Which start stands for an opleiding in each order. */
export const VOORKEUR: Record<Sortering, Voorkeur> = { relevantie: 'vroegst', start: 'vroegst', prijs: 'goedkoopst', afstand: 'dichtstbij', eigen: 'minst-eigen' }

/**
 * The first `tot` of what was found, in order: positions in the telling. What is equal goes by start date, and then by the order of the
 * index, so that pages never overlap.
 */
export function rangschik(index: Aanbodindex, telling: Telling, { sortering, filters, score, tot }: { sortering: Sortering; filters: Filters; score: Float32Array | undefined; tot: number }): number[] {
  const { documenten, starts } = telling
  const sleutels = new Float64Array(documenten.length)
  for (let i = 0; i < documenten.length; i++) {
    const s = starts[i] ?? 0
    const dag = index.dag.rij[s] ?? 0
    // Two keys in one number: the first in steps of a million, the day (below a million) within it.
    sleutels[i] = Math.round(firstKey(index, { document: documenten[i] ?? 0, s }, { sortering, filters, score })) * 1_000_000 + dag
  }
  const grens = boundOf(sleutels, tot)
  const beste: number[] = []
  for (let i = 0; i < sleutels.length; i++) if ((sleutels[i] ?? 0) <= grens) beste.push(i)
  return beste.sort((a, b) => (sleutels[a] ?? 0) - (sleutels[b] ?? 0) || a - b).slice(0, tot)
}

/** Lower is earlier in the list. Amounts in cents, distances in metres, relevance in thousandths. */
function firstKey(index: Aanbodindex, { document, s }: { document: number; s: number }, { sortering, filters, score }: { sortering: Sortering; filters: Filters; score: Float32Array | undefined }): number {
  const prijs = index.prijs.rij[s] ?? 0
  switch (sortering) {
    case 'relevantie': return score === undefined ? 0 : -1_000 * (score[document] ?? 0)
    case 'start': return 0
    case 'prijs': return prijs
    case 'eigen': return prijs - stapOf(index.subsidiabel.rij[s] ?? 0, filters.maximumCent)
    case 'afstand': return Math.min(1_000_000, 1_000 * (filters.afstanden?.[index.plaats.rij[s] ?? 0] ?? 0))
  }
}

/** The value of the `tot`-th, so that only what can be on the page is sorted by hand. */
function boundOf(sleutels: Float64Array, tot: number): number {
  if (sleutels.length <= tot) return Infinity
  return Float64Array.from(sleutels).sort()[tot - 1] ?? Infinity
}
