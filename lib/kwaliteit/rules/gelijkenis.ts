import type { Bevinding } from '@/lib/kwaliteit/model'
import { GRENZEN } from '@/lib/kwaliteit/rules/grenzen'
import { woordenVan } from '@/lib/kwaliteit/rules/toets'

/** Hashes in a handtekening, and how many of them make one band: two texts with a band in common are compared. */
const HASHES = 24
const PER_BAND = 4
/** A text that thousands share is compared with this many of them: enough to know that it is shared. */
const VERGELIJK_HOOGSTENS = 20
const SHINGLE = 3

/** What is kept of an opleiding to compare it by. */
export type Afdruk = {
  opleidingId: string
  /** In plain words. */
  titel: string
  /** Of the shingles of the text; empty when it is too short to compare. */
  handtekening: readonly number[]
  /** The same course in another form or of another length is another course. */
  vorm: string
  duurDagen: number
}

/** FNV-1a, 32 bits: the same on every machine, and fast. */
export function hash(tekst: string): number {
  let waarde = 0x811c9dc5
  for (let i = 0; i < tekst.length; i++) waarde = Math.imul(waarde ^ tekst.charCodeAt(i), 0x01000193)
  return waarde | 0
}

// Odd multipliers and additions that differ per hash; made by the same sequence every time.
const MENGERS = Array.from({ length: HASHES }, (_, i) => [Math.imul(0x9e3779b1, 2 * i + 1) | 1, Math.imul(0x85ebca6b, i + 1)] as const)

/** The MinHash of the shingles of three words: the part of equal numbers estimates the part of equal shingles. */
export function makeHandtekening(woorden: readonly string[]): number[] {
  const shingles = new Set<number>()
  for (let i = 0; i + SHINGLE <= woorden.length; i++) shingles.add(hash(woorden.slice(i, i + SHINGLE).join(' ')))
  return MENGERS.map(([maal, plus]) => {
    let laagste = 0x7fffffff
    for (const shingle of shingles) {
      const gemengd = Math.imul(shingle ^ plus, maal)
      const waarde = (gemengd ^ (gemengd >>> 15)) | 0
      if (waarde < laagste) laagste = waarde
    }
    return laagste
  })
}

/** The afdruk of one opleiding. `tekst` is what a burger reads about its content. */
export function makeAfdruk({ opleidingId, titel, tekst, vorm, duurDagen }: Omit<Afdruk, 'handtekening'> & { tekst: string }): Afdruk {
  const woorden = woordenVan(tekst)
  return { opleidingId, titel: woordenVan(titel).join(' '), handtekening: woorden.length < GRENZEN.gelijkenisWoorden ? [] : makeHandtekening(woorden), vorm, duurDagen }
}

/** The estimated part of the shingles that two texts have in common. */
export function gelijkenisVan(a: Afdruk, b: Afdruk): number {
  return a.handtekening.filter((waarde, i) => waarde === b.handtekening[i]).length / HASHES
}

const bandenVan = ({ handtekening, vorm, duurDagen }: Afdruk): string[] =>
  Array.from({ length: HASHES / PER_BAND }, (_, band) => `${String(band)}/${vorm}/${String(duurDagen)}/${handtekening.slice(band * PER_BAND, (band + 1) * PER_BAND).join(',')}`)

/** The opleidingen of one opleider that look like each other, for each of them: `dubbel` with the same title, `samengesteld` with another. */
export function vergelijkAfdrukken(afdrukken: readonly Afdruk[]): Map<string, Bevinding[]> {
  const lijsten = new Map<string, Afdruk[]>()
  const banden = new Map(afdrukken.filter(({ handtekening }) => handtekening.length > 0).map((afdruk) => [afdruk, bandenVan(afdruk)] as const))
  for (const [afdruk, namen] of banden) {
    for (const naam of namen) {
      const lijst = lijsten.get(naam)
      if (lijst === undefined) lijsten.set(naam, [afdruk])
      else lijst.push(afdruk)
    }
  }
  return new Map([...banden].flatMap(([afdruk, namen]) => {
    const buren = new Set(namen.flatMap((naam) => (lijsten.get(naam) ?? []).slice(0, VERGELIJK_HOOGSTENS + 1)))
    buren.delete(afdruk)
    const gelijk = [...buren].filter((ander) => gelijkenisVan(afdruk, ander) >= GRENZEN.gelijkenis)
    const bevindingen = [...melding('dubbel', gelijk.filter(({ titel }) => titel === afdruk.titel)), ...melding('samengesteld', gelijk.filter(({ titel }) => titel !== afdruk.titel))]
    return bevindingen.length === 0 ? [] : [[afdruk.opleidingId, bevindingen] as const]
  }))
}

function melding(regel: 'dubbel' | 'samengesteld', anderen: readonly Afdruk[]): Bevinding[] {
  const [eerste] = [...anderen].sort((a, b) => (a.opleidingId < b.opleidingId ? -1 : 1))
  return eerste === undefined ? [] : [{ regel, gegevens: {}, aantal: anderen.length, andereId: eerste.opleidingId }]
}
