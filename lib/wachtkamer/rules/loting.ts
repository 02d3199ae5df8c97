/** SHA-256 of a text (UTF-8), as 64 lower-case hex characters. */
export type Sha256 = (text: string) => string

/** The promise that is published before the draw: the SHA-256 of the seed, which is a text of 64 hex characters. */
export function calculateZaadHash(zaad: string, sha256: Sha256): string {
  return sha256(zaad)
}

/**
 * The hash of the list of lots: the SHA-256 of the lots in order of nummer, each followed by a line feed. So `sha256sum` of the
 * published list gives it.
 */
export function calculateLijstHash(loten: readonly string[], sha256: Sha256): string {
  return sha256(loten.map((lot) => `${lot}\n`).join(''))
}

/**
 * The draw. Every lot gets the key sha256(zaad || lijst_hash || lot), three texts of hex one after the other; the lots in order
 * of key, the smallest first, have the places 1, 2, 3 … Equal keys (which nobody will ever see) keep the order of nummer.
 * Answers the place of each lot, in the order in which the lots are given: that of nummer.
 *
 * Nobody can steer it. The seed was fixed by its hash before the list was, and the list is in the key, so one lot more or less
 * gives another order altogether.
 */
export function drawPlaatsen(zaad: string, loten: readonly string[], sha256: Sha256): readonly number[] {
  const lijstHash = calculateLijstHash(loten, sha256)
  const volgorde = loten.map((lot, index) => ({ index, sleutel: sha256(`${zaad}${lijstHash}${lot}`) })).sort(byKey)
  const plaatsen = new Array<number>(loten.length)
  volgorde.forEach(({ index }, rang) => { plaatsen[index] = rang + 1 })
  return plaatsen
}

type Sleutel = { index: number; sleutel: string }

function byKey(one: Sleutel, other: Sleutel): number {
  if (one.sleutel === other.sleutel) return one.index - other.index
  return one.sleutel < other.sleutel ? -1 : 1
}
