import { stemOf } from '@/lib/voorportaal/rules/stam'
import { SYNONIEMEN, type Groep } from '@/lib/voorportaal/rules/synoniemen'
import { findCorrectie, type Kandidaat } from '@/lib/voorportaal/rules/typfout'
import { expandTerm, splitCompound, type Weging, type Woordindex } from '@/lib/voorportaal/rules/woordindex'
import { isVrijblijvend, stemsOf, wordsOf } from '@/lib/voorportaal/rules/woorden'

/** One way to meet an eis: of every list of terms one must be there. `gewicht` is what that is worth, `ruim` also counts the description. */
export type Alternatief = { delen: readonly (readonly Weging[])[]; gewicht: number; ruim: boolean }
/** What one word, or a phrase that means one thing, asks of an opleiding. */
export type Eis = { woorden: readonly string[]; alternatieven: readonly Alternatief[]; isVrijblijvend: boolean }
export type Correctie = { van: string; naar: string }
export type Zoekplan = {
  eisen: readonly Eis[]
  correcties: readonly Correctie[]
  /** Words that no opleiding has and that nothing looks like. */
  onbekend: readonly string[]
  /** The stems in order, as a title would have them. */
  stammen: readonly string[]
}

const MAX_WOORDEN = 10
const MAX_ZIN = 4

const GROEPEN: ReadonlyMap<string, readonly Groep[]> = (() => {
  const groepen = new Map<string, Groep[]>()
  for (const groep of SYNONIEMEN) for (const zin of groep.zelfde) groepen.set(stemsOf(zin).join(' '), [...(groepen.get(stemsOf(zin).join(' ')) ?? []), groep])
  return groepen
})()
const SYNONIEM_WOORDEN: readonly Kandidaat[] = [...new Set(SYNONIEMEN.flatMap(({ zelfde }) => zelfde.flatMap(wordsOf)))].map((woord) => ({ woord, aantal: 1 }))

/** Makes of what somebody typed what must be looked for, with slips of the finger mended and other words for the same added. */
export function makeZoekplan(index: Woordindex, vraag: string): Zoekplan {
  const { woorden, correcties, onbekend } = correct(index, wordsOf(vraag).slice(0, MAX_WOORDEN))
  const eisen: Eis[] = []
  for (let i = 0; i < woorden.length;) {
    const lengte = findZin(woorden, i)
    eisen.push(makeEis(index, woorden.slice(i, i + Math.max(1, lengte)), { isZin: lengte > 0, vorige: woorden[i - 1], volgende: woorden[i + 1] }))
    i += Math.max(1, lengte)
  }
  return { eisen, correcties, onbekend, stammen: woorden.map(stemOf) }
}

/** How many words from here are together one thing that has synonyms; 0 when there are none. */
function findZin(woorden: readonly string[], van: number): number {
  for (let lengte = Math.min(MAX_ZIN, woorden.length - van); lengte >= 1; lengte--) {
    if (GROEPEN.has(woorden.slice(van, van + lengte).map(stemOf).join(' '))) return lengte
  }
  return 0
}

function makeEis(index: Woordindex, woorden: readonly string[], { isZin, vorige, volgende }: { isZin: boolean; vorige: string | undefined; volgende: string | undefined }): Eis {
  const eigen: Alternatief = { delen: woorden.map((woord) => expandTerm(index, stemOf(woord))), gewicht: 1, ruim: true }
  const [woord = ''] = woorden
  const alternatieven = [eigen, ...(isZin ? synonyms(index, woorden) : []), ...(woorden.length === 1 ? [...parts(index, woord), ...joined(index, [vorige, woord, volgende])] : [])]
  return { woorden, alternatieven: alternatieven.filter(({ delen }) => delen.every((deel) => deel.length > 0)), isVrijblijvend: woorden.length === 1 && !isZin && isVrijblijvend(woord) }
}

function synonyms(index: Woordindex, woorden: readonly string[]): Alternatief[] {
  const eigen = woorden.map(stemOf).join(' ')
  const zinnen = (groepen: readonly Groep[], gewicht: number, kies: (groep: Groep) => readonly string[]): Alternatief[] => groepen.flatMap(kies)
    .map(stemsOf).filter((stammen) => stammen.length > 0 && stammen.join(' ') !== eigen)
    .map((stammen) =>
      // The tail of a compound is another thing than the synonym: a pallet truck is no truck.
    ({ delen: stammen.map((stam) => expandTerm(index, stam).filter(({ soort }) => soort !== 'eind')), gewicht, ruim: false }))
  const groepen = GROEPEN.get(eigen) ?? []
  return [...zinnen(groepen, 0.85, ({ zelfde }) => zelfde), ...zinnen(groepen, 0.4, ({ ook }) => ook)]
}

// "Heftruckchauffeur": both parts, or only the first, which says what it is about.
function parts(index: Woordindex, woord: string): Alternatief[] {
  if (index.nummers.has(stemOf(woord))) return []
  const delen = splitCompound(woord, (deel) => isKnown(index, deel))
  if (delen === undefined) return []
  const [voor, achter] = delen.map((deel) => anyOf(index, deel))
  if (voor === undefined || achter === undefined) return []
  return [{ delen: [voor, achter], gewicht: 0.7, ruim: false }, { delen: [voor], gewicht: 0.4, ruim: false }]
}

// "Leiding geven" is also written as one word.
function joined(index: Woordindex, [vorige, woord = '', volgende]: readonly (string | undefined)[]): Alternatief[] {
  const samen = [vorige === undefined ? '' : vorige + woord, volgende === undefined ? '' : woord + volgende].map(stemOf)
  return samen.flatMap((stam) => (index.nummers.has(stam) ? [{ delen: [expandTerm(index, stam)], gewicht: 0.95, ruim: false }] : []))
}

/** The terms of a word and of what means the same in one word. */
function anyOf(index: Woordindex, woord: string): Weging[] {
  const andere = (GROEPEN.get(stemOf(woord)) ?? []).flatMap(({ zelfde }) => zelfde).map(stemsOf).flatMap((stammen) => (stammen.length === 1 ? stammen : []))
  return [...new Set([stemOf(woord), ...andere])].flatMap((stam) => expandTerm(index, stam))
}

function isKnown(index: Woordindex, woord: string): boolean {
  const stam = stemOf(woord)
  return woord.length >= 3 && (index.nummers.has(stam) || GROEPEN.has(stam) || isVrijblijvend(woord) || (stam.length > 4 && expandTerm(index, stam).length > 0))
}

function correct(index: Woordindex, woorden: readonly string[]): { woorden: string[]; correcties: Correctie[]; onbekend: string[] } {
  const uitkomst = { woorden: new Array<string>(), correcties: new Array<Correctie>(), onbekend: new Array<string>() }
  for (const [i, woord] of woorden.entries()) {
    if (isFindable(index, woorden, i)) uitkomst.woorden.push(woord)
    else {
      const naar = findNearest(index, woord)
      if (naar === undefined) uitkomst.onbekend.push(woord)
      else {
        uitkomst.correcties.push({ van: woord, naar })
        uitkomst.woorden.push(naar)
      }
    }
  }
  return uitkomst
}

function isFindable(index: Woordindex, woorden: readonly string[], i: number): boolean {
  const woord = woorden[i] ?? ''
  if (expandTerm(index, stemOf(woord)).length > 0 || isVrijblijvend(woord) || splitCompound(woord, (deel) => isKnown(index, deel)) !== undefined) return true
  // Part of a phrase that means something, or of a word that is written as one here.
  for (let van = Math.max(0, i - MAX_ZIN + 1); van <= i; van++) if (findZin(woorden, van) > i - van) return true
  return joined(index, [woorden[i - 1], woord, woorden[i + 1]]).length > 0
}

function findNearest(index: Woordindex, woord: string): string | undefined {
  const termen = index.vormen.map((vorm, nummer): Kandidaat => ({ woord: vorm, aantal: (index.titels[nummer] ?? 0) * 10 + (index.posten[nummer]?.length ?? 0) }))
  const naar = findCorrectie(woord, [...termen, ...SYNONIEM_WOORDEN])
  // A form of the word that is not in the register may still share its stem with one that is.
  return naar ?? findCorrectie(stemOf(woord), index.termen.map((term, nummer) => ({ woord: term, aantal: index.posten[nummer]?.length ?? 0 })))
}
