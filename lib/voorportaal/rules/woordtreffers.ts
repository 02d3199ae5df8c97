import { documentOf, VELD, veldenOf, type Weging, type Woordindex } from '@/lib/voorportaal/rules/woordindex'
import { makeZoekplan, type Alternatief, type Correctie, type Eis, type Zoekplan } from '@/lib/voorportaal/rules/zoekplan'

/** What the words of a search found. */
export type Woordtreffers = {
  /** Numbers of documents, rising. */
  documenten: Int32Array
  /** For each document, also those that were not found. */
  score: Float32Array
  correcties: readonly Correctie[]
  onbekend: readonly string[]
  /** Nothing had all words: these have most of them. */
  isRuim: boolean
}

const WAARDE_KERN = 0.3
const WAARDE_OPLEIDER = 0.3
const WAARDE_TEKST = 0.08
/** A word that may be missing adds this part of what it would be worth. */
const VRIJBLIJVEND = 0.3

/** Finds the documents with all words of the question, each with how well it fits. `telt` says which documents may be found at all (1) . */
export function findWoorden(index: Woordindex, vraag: string, telt: Uint8Array): Woordtreffers {
  const plan = makeZoekplan(index, vraag)
  const aantal = index.titelStammen.length
  const score = new Float32Array(aantal)
  const gehaald = new Uint8Array(aantal)
  const verplicht = plan.eisen.some((eis) => !eis.isVrijblijvend)
  let nodig = 0
  for (const eis of plan.eisen) {
    const isNodig = !verplicht || !eis.isVrijblijvend
    if (isNodig) nodig++
    const beste = weigh(index, eis)
    const zwaarte = rarity(aantal, beste.documenten.length) * (isNodig ? 1 : VRIJBLIJVEND)
    for (const document of beste.documenten) {
      score[document] = (score[document] ?? 0) + zwaarte * (beste.waarde[document] ?? 0)
      if (isNodig) gehaald[document] = (gehaald[document] ?? 0) + 1
    }
  }
  const { documenten, meeste } = withMost(gehaald, telt)
  rewardPhrase(index, plan, documenten, score)
  return { documenten, score, correcties: plan.correcties, onbekend: plan.onbekend, isRuim: documenten.length > 0 && meeste < nodig }
}

/** The documents that met most eisen, of those that may be found. */
function withMost(gehaald: Uint8Array, telt: Uint8Array): { documenten: Int32Array; meeste: number } {
  let meeste = 0
  for (let i = 0; i < gehaald.length; i++) if ((telt[i] ?? 0) === 1 && (gehaald[i] ?? 0) > meeste) meeste = gehaald[i] ?? 0
  const documenten = new Int32Array(gehaald.length)
  let n = 0
  if (meeste > 0) for (let i = 0; i < gehaald.length; i++) if ((telt[i] ?? 0) === 1 && gehaald[i] === meeste) documenten[n++] = i
  return { documenten: documenten.subarray(0, n), meeste }
}

// A word that few opleidingen have says more than one that many have.
function rarity(totaal: number, met: number): number {
  return Math.log(1 + totaal / (met + 1))
}

type Waarden = { documenten: number[]; waarde: Float32Array }

/** What each document is worth for one eis: the best of its alternatives. */
function weigh(index: Woordindex, eis: Eis): Waarden {
  const uit: Waarden = { documenten: [], waarde: new Float32Array(index.titelStammen.length) }
  for (const alternatief of eis.alternatieven) {
    if (alternatief.delen.length === 1) forEachPost(index, alternatief, alternatief.delen[0] ?? [], (document, waarde) => { keepBest(uit, document, waarde) })
    else for (const [document, waarde] of intersect(index, alternatief)) keepBest(uit, document, waarde)
  }
  return uit
}

function keepBest(uit: Waarden, document: number, waarde: number): void {
  const tot = uit.waarde[document] ?? 0
  if (tot === 0) uit.documenten.push(document)
  if (waarde > tot) uit.waarde[document] = waarde
}

function forEachPost(index: Woordindex, { gewicht, ruim }: Alternatief, termen: readonly Weging[], act: (document: number, waarde: number) => void): void {
  for (const { term, gewicht: vorm, soort } of termen) {
    for (const post of index.posten[term] ?? []) {
      const document = documentOf(post)
      const waarde = worthOf(veldenOf(post), index.titelLengte[document] ?? 1, ruim && soort === 'zelf')
      if (waarde > 0) act(document, waarde * vorm * gewicht)
    }
  }
}

/** In the title counts most, and more in a short title. Another word for the same counts in title and summary only. */
function worthOf(velden: number, titelLengte: number, overal: boolean): number {
  let waarde = 0
  if ((velden & VELD.titel) !== 0) waarde += 1 / (0.75 + 0.08 * titelLengte)
  if ((velden & VELD.kern) !== 0) waarde += WAARDE_KERN
  if (!overal) return waarde
  if ((velden & VELD.opleider) !== 0) waarde += WAARDE_OPLEIDER
  return (velden & VELD.tekst) === 0 ? waarde : waarde + WAARDE_TEKST
}

/** The documents that have one term of every part, with the mean of what the parts are worth. */
function intersect(index: Woordindex, alternatief: Alternatief): Map<number, number> {
  let samen: Map<number, number> | undefined
  for (const deel of alternatief.delen) {
    const nu = new Map<number, number>()
    const vorige = samen
    forEachPost(index, alternatief, deel, (document, waarde) => {
      if (vorige === undefined || vorige.has(document)) nu.set(document, Math.max(nu.get(document) ?? 0, waarde / alternatief.delen.length))
    })
    if (vorige !== undefined) for (const [document, waarde] of nu) nu.set(document, waarde + (vorige.get(document) ?? 0))
    samen = nu
  }
  return samen ?? new Map<number, number>()
}

/** A title that has the words next to each other is better, one that begins with them or is nothing else better still. */
function rewardPhrase(index: Woordindex, { stammen }: Zoekplan, documenten: Int32Array, score: Float32Array): void {
  if (stammen.length === 0) return
  const zin = ` ${stammen.join(' ')} `
  for (const document of documenten) {
    const titel = index.titelStammen[document] ?? ''
    const plaats = titel.indexOf(zin)
    // "Heftruckcertificaat" begins with "heftruck" too.
    const begin = plaats === 0 || titel.startsWith(zin.trimEnd()) ? 0.3 : 0
    const factor = 1 + begin + (plaats >= 0 && stammen.length > 1 ? 0.25 : 0) + (titel === zin ? 0.1 : 0)
    score[document] = (score[document] ?? 0) * factor
  }
}
