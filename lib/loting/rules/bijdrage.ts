import type { Zaadbron } from '@/lib/loting/model'

/**
 * The parts that make the seed, or undefined as long as it is not complete. Two people: what the first two gave. A public
 * source: the value that two people read, so that a slip of one does not become the seed.
 */
export function chooseBijdragen(bron: Zaadbron, waarden: readonly string[]): readonly string[] | undefined {
  if (bron === 'twee-personen') return waarden.length >= 2 ? waarden.slice(0, 2) : undefined
  const twice = waarden.find((waarde, index) => waarden.indexOf(waarde) !== index)
  return twice === undefined ? undefined : [twice]
}

/** Whether nothing more is needed for the draw. */
export function isZaadCompleet(bron: Zaadbron, waarden: readonly string[]): boolean {
  return chooseBijdragen(bron, waarden) !== undefined
}
