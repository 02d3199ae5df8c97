/** Chance that can be repeated: the same seed gives the same numbers on every machine (mulberry32). */
export class Toeval {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, and not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `van` up to and including `tot`. */
  between(van: number, tot: number): number {
    return van + Math.floor(this.next() * (tot - van + 1))
  }

  chance(kans: number): boolean {
    return this.next() < kans
  }

  /** One of the items. @throws on an empty list */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    return items.map((item) => ({ item, rang: this.next() })).sort((a, b) => a.rang - b.rang).map(({ item }) => item)
  }
}
