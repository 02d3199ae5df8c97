const PER_MACHT = 32

/**
 * Latencies in buckets of about 2 % wide, so that a million of them cost nothing and percentiles stay honest.
 * Unit: milliseconds.
 */
export class Latenties {
  private readonly vakken = new Map<number, number>()
  aantal = 0
  hoogste = 0

  voegToe(ms: number): void {
    const vak = ms <= 0.01 ? 0 : Math.max(0, Math.round(Math.log2(ms / 0.01) * PER_MACHT))
    this.vakken.set(vak, (this.vakken.get(vak) ?? 0) + 1)
    this.aantal += 1
    if (ms > this.hoogste) this.hoogste = ms
  }

  /** The value below which this part (0 to 1) lies, in milliseconds; 0 without any. */
  percentiel(deel: number): number {
    const rang = Math.max(1, Math.ceil(deel * this.aantal))
    let gezien = 0
    for (const vak of [...this.vakken.keys()].sort((a, b) => a - b)) {
      gezien += this.vakken.get(vak) ?? 0
      if (gezien >= rang) return Math.min(this.hoogste, rond(0.01 * 2 ** (vak / PER_MACHT)))
    }
    return 0
  }

  overzicht(): { p50: number; p95: number; p99: number } {
    return { p50: this.percentiel(0.5), p95: this.percentiel(0.95), p99: this.percentiel(0.99) }
  }
}

function rond(ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)
}

/** Counts per second of the play; second 0 begins at the opening. */
export class Reeks {
  private readonly tellingen = new Map<number, number>()

  tel(opMs: number, aantal = 1): void {
    const seconde = Math.floor(opMs / 1_000)
    this.tellingen.set(seconde, (this.tellingen.get(seconde) ?? 0) + aantal)
  }

  op(seconde: number): number {
    return this.tellingen.get(seconde) ?? 0
  }

  get totaal(): number {
    let som = 0
    for (const aantal of this.tellingen.values()) som += aantal
    return som
  }
}

/** Counts by name, for answers and faults. */
export class Telling {
  readonly perNaam = new Map<string, number>()

  tel(naam: string): void {
    this.perNaam.set(naam, this.op(naam) + 1)
  }

  op(naam: string): number {
    return this.perNaam.get(naam) ?? 0
  }

  inhoud(): Record<string, number> {
    return Object.fromEntries([...this.perNaam].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
