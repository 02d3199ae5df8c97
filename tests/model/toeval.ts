import { randomInt } from 'node:crypto'

/** The seed of a run: STAP_ZAAD repeats one that failed. */
export const ZAAD = Number(process.env['STAP_ZAAD'] ?? String(randomInt(2 ** 31)))

/** mulberry32: a small generator, so that a history can be played again by its seed. */
export class Toeval {
  private stand: number

  constructor(zaad: number) { this.stand = zaad }

  /** A whole number from 0 up to but not including `grens`. */
  onder(grens: number): number {
    this.stand = (this.stand + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.stand ^ (this.stand >>> 15), 1 | this.stand)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % grens
  }

  /** From 1 up to and including `hoogste`; often the ends, because faults live there. */
  bedrag(hoogste: number): number {
    const soort = this.onder(8)
    return soort < 3 ? hoogste : soort === 3 ? 1 : 1 + this.onder(hoogste)
  }

  kans(procent: number): boolean { return this.onder(100) < procent }

  een<T>(lijst: readonly T[]): T | undefined { return lijst[this.onder(Math.max(1, lijst.length))] }

  /** One name by its weight. */
  gewogen<Naam extends string>(gewichten: readonly (readonly [Naam, number])[]): Naam | undefined {
    let over = this.onder(Math.max(1, gewichten.reduce((som, [, gewicht]) => som + gewicht, 0)))
    return gewichten.find(([, gewicht]) => (over -= gewicht) < 0)?.[0]
  }
}
