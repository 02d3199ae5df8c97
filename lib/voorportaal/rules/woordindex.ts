import { stemsOf, termsOf } from '@/lib/voorportaal/rules/woorden'

/** In which field of an opleiding a word stands, as bits. */
export const VELD = { titel: 1, kern: 2, opleider: 4, tekst: 8 } as const
const VELDEN = ['titel', 'kern', 'opleider', 'tekst'] as const
const VELD_BITS = 4

/** The texts of one opleiding that a search looks in. `opleider` holds its name and the places. */
export type Teksten = { titel: string; kern: string; opleider: string; tekst: string }

/**
 * Which words stand in which opleiding: an inverted index in memory. Documents are numbered from 0 and only added; one that is
 * replaced gets a new number and its old number is ignored by whoever asks.
 */
export type Woordindex = {
  nummers: Map<string, number>
  termen: string[]
  /** A word as people write it, for each term: what a correction shows. */
  vormen: string[]
  /** For each term its documents, rising: number × 16 + the fields as bits. */
  posten: number[][]
  /** How many documents have the term in the title: what a correction prefers. */
  titels: number[]
  /** The stems of the title of each document between spaces, to recognise a phrase. */
  titelStammen: string[]
  titelLengte: number[]
  /** What expandTerm answered since the last document was added. */
  uitbreidingen: Map<string, Weging[]>
}

export function newWoordindex(): Woordindex {
  return { nummers: new Map(), termen: [], vormen: [], posten: [], titels: [], titelStammen: [], titelLengte: [], uitbreidingen: new Map() }
}

/** Adds the next document. */
export function addTeksten(index: Woordindex, teksten: Teksten): void {
  const document = index.titelStammen.length
  const velden = new Map<string, { bits: number; vorm: string }>()
  for (const veld of VELDEN) {
    for (const { term, vorm } of termsOf(teksten[veld])) {
      const eerder = velden.get(term)
      if (eerder === undefined) velden.set(term, { bits: VELD[veld], vorm })
      else eerder.bits |= VELD[veld]
    }
  }
  for (const [term, { bits, vorm }] of velden) addPost(index, { term, vorm }, { document, bits })
  const titel = stemsOf(teksten.titel)
  index.titelStammen.push(` ${titel.join(' ')} `)
  index.titelLengte.push(titel.length)
  index.uitbreidingen.clear()
}

function addPost(index: Woordindex, { term, vorm }: { term: string; vorm: string }, { document, bits }: { document: number; bits: number }): void {
  let nummer = index.nummers.get(term)
  if (nummer === undefined) {
    nummer = index.termen.length
    index.nummers.set(term, nummer)
    index.termen.push(term)
    index.vormen.push(vorm)
    index.posten.push([])
    index.titels.push(0)
  }
  index.posten[nummer]?.push((document << VELD_BITS) | bits)
  if ((bits & VELD.titel) !== 0) index.titels[nummer] = (index.titels[nummer] ?? 0) + 1
}

export const documentOf = (post: number): number => post >> VELD_BITS
export const veldenOf = (post: number): number => post & ((1 << VELD_BITS) - 1)

/** Words that tie the parts of a Dutch compound. */
const TUSSENLETTERS = ['', 's', 'en', 'e', 'n', 'er']

/** Whether a piece of a compound is a word of its own, with or without the letters that tie it. */
function isWord(index: Woordindex, deel: string): boolean {
  return deel.length >= 3 && TUSSENLETTERS.some((letters) => deel.endsWith(letters) && deel.length - letters.length >= 3 && index.nummers.has(deel.slice(0, deel.length - letters.length)))
}

/** A term with how much finding it is worth, from 0 to 1, and whether it is the word itself or has it at its beginning or end. */
export type Weging = { term: number; gewicht: number; soort: 'zelf' | 'begin' | 'eind' }

/**
 * The terms that a stem finds: itself, words that begin with it (a half-typed word, the head of a compound: "heftruck" in
 * "heftruckcertificaat") and compounds that end with it ("beheerder" in "systeembeheerder").
 */
export function expandTerm(index: Woordindex, stam: string): Weging[] {
  const bekend = index.uitbreidingen.get(stam)
  if (bekend !== undefined) return bekend
  const gevonden = findUitbreidingen(index, stam)
  // What people type is endless, so what is kept is not.
  if (index.uitbreidingen.size >= 5_000) index.uitbreidingen.clear()
  index.uitbreidingen.set(stam, gevonden)
  return gevonden
}

function findUitbreidingen(index: Woordindex, stam: string): Weging[] {
  const gevonden: Weging[] = []
  const zelf = index.nummers.get(stam)
  if (zelf !== undefined) gevonden.push({ term: zelf, gewicht: 1, soort: 'zelf' })
  if (stam.length < 3) return gevonden
  for (let nummer = 0; nummer < index.termen.length; nummer++) {
    const term = index.termen[nummer] ?? ''
    if (term.length <= stam.length) continue
    if (term.startsWith(stam)) {
      if (stam.length > 3 || isWord(index, term.slice(stam.length))) gevonden.push({ term: nummer, gewicht: 0.5 + (0.35 * stam.length) / term.length, soort: 'begin' })
    } else if (stam.length > 3 && term.endsWith(stam)) {
      const isSamenstelling = isWord(index, term.slice(0, -stam.length))
      // A long tail is hardly ever there by chance ("budgetcoach"), a short one often is ("zorg" in "verzorg").
      if (isSamenstelling || (stam.length > 4 && term.length - stam.length > 2)) gevonden.push({ term: nummer, gewicht: isSamenstelling ? 0.6 : 0.5, soort: 'eind' })
    }
  }
  return gevonden
}

/** The words that a compound is made of, when both are words here: "heftruckcertificaat" is ["heftruck", "certificaat"]. The longest first part wins. */
export function splitCompound(woord: string, isBekend: (deel: string) => boolean): [string, string] | undefined {
  for (let i = woord.length - 3; i >= 3; i--) {
    const achter = woord.slice(i)
    if (!isBekend(achter)) continue
    for (const letters of TUSSENLETTERS) {
      const voor = woord.slice(0, i - letters.length)
      if (voor.length >= 3 && woord.slice(0, i).endsWith(letters) && isBekend(voor)) return [voor, achter]
    }
  }
  return undefined
}
