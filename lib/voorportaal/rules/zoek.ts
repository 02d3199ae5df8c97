import type { Sortering } from '@/lib/voorportaal/model'
import type { Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import { toFilters, type Filters, type Startgrens } from '@/lib/voorportaal/rules/filters'
import { rangschik, VOORKEUR } from '@/lib/voorportaal/rules/rangschik'
import { telAanbod, type Telling } from '@/lib/voorportaal/rules/telling'
import { findWoorden, type Woordtreffers } from '@/lib/voorportaal/rules/woordtreffers'
import type { Zichtbaarheid } from '@/lib/voorportaal/rules/zichtbaar'
import type { Zoekopdracht } from '@/lib/voorportaal/schema'

/** How many results of a search are put in order; a page beyond it orders again. */
export const DIEP = 200

/** One thing that was found: numbers in the index, and how many of its starts fit. */
export type Vondst = { document: number; start: number; starts: number }
export type Zoekslag = Pick<Woordtreffers, 'correcties' | 'onbekend' | 'isRuim'> & {
  totaal: number
  vondsten: Vondst[]
  facetten: Telling['facetten']
  filters: Filters
}

/** Everything of one search that the index can answer: words, filters, counts and order. */
export function zoekInAanbod(
  index: Aanbodindex, opdracht: Zoekopdracht, { zichtbaarheid, grens, maximumCent, diep = DIEP }: { zichtbaarheid: Zichtbaarheid; grens: Startgrens; maximumCent: number; diep?: number },
): Zoekslag {
  const filters = toFilters(index, opdracht, { grens, maximumCent })
  const woorden = opdracht.q === undefined ? undefined : findWoorden(index.woorden, opdracht.q, zichtbaarheid.telt)
  const sortering = sorteringOf(opdracht)
  const telling = telAanbod(index, woorden?.documenten ?? listZichtbaar(zichtbaarheid), filters, VOORKEUR[sortering])
  const plaatsen = rangschik(index, telling, { sortering, filters, score: woorden?.score, tot: diep })
  return {
    totaal: telling.documenten.length, facetten: telling.facetten, filters,
    vondsten: plaatsen.map((i) => ({ document: telling.documenten[i] ?? 0, start: telling.starts[i] ?? 0, starts: telling.aantallen[i] ?? 0 })),
    correcties: woorden?.correcties ?? [], onbekend: woorden?.onbekend ?? [], isRuim: woorden?.isRuim ?? false,
  }
}

/** The order that holds: by relevance when nothing was chosen, and by distance only when there is a place to measure from. */
export function sorteringOf({ sorteer, plaats }: Zoekopdracht): Sortering {
  return sorteer === undefined || (sorteer === 'afstand' && plaats === undefined) ? 'relevantie' : sorteer
}

/** The first start that fits of each of these opleidingen, without any other filter. */
export function pickUitAanbod(index: Aanbodindex, ids: readonly string[], { zichtbaarheid, grens, maximumCent }: { zichtbaarheid: Zichtbaarheid; grens: Startgrens; maximumCent: number }): Pick<Zoekslag, 'vondsten' | 'filters'> {
  const filters = toFilters(index, { pagina: 1 }, { grens, maximumCent })
  const documenten = Int32Array.from(ids.flatMap((id) => index.nummers.get(id) ?? []).filter((document) => zichtbaarheid.telt[document] === 1))
  const telling = telAanbod(index, documenten, filters, 'vroegst')
  return { filters, vondsten: Array.from(telling.documenten, (document, i) => ({ document, start: telling.starts[i] ?? 0, starts: telling.aantallen[i] ?? 0 })) }
}

function listZichtbaar({ telt }: Zichtbaarheid): Int32Array {
  const documenten = new Int32Array(telt.length)
  let n = 0
  for (let document = 0; document < telt.length; document++) if (telt[document] === 1) documenten[n++] = document
  return documenten.subarray(0, n)
}
