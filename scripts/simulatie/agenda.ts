/** Width of a tick: nothing a citizen does is timed more finely. */
const TICK_MS = 4

/**
 * What is still to happen, in order of its intended moment. A million entries cost little: each is a number in the list of its tick.
 * Moments are milliseconds on one clock; what lies in the past happens at the next turn.
 */
export class Agenda {
  private readonly ticks = new Map<number, number[]>()
  private tick: number
  private aantal = 0

  constructor(nuMs: number) {
    this.tick = Math.floor(nuMs / TICK_MS)
  }

  get size(): number {
    return this.aantal
  }

  /** Plans a happening: a whole number that the caller understands. */
  plan(opMs: number, gebeurtenis: number): void {
    const tick = Math.max(this.tick + 1, Math.ceil(opMs / TICK_MS))
    const lijst = this.ticks.get(tick)
    if (lijst === undefined) this.ticks.set(tick, [gebeurtenis])
    else lijst.push(gebeurtenis)
    this.aantal += 1
  }

  /** Does everything up to now; the moment that is given along is the intended one, also when we are late. */
  run(nuMs: number, doe: (gebeurtenis: number, bedoeldMs: number) => void): void {
    const tot = Math.floor(nuMs / TICK_MS)
    while (this.tick < tot) {
      this.tick += 1
      const lijst = this.ticks.get(this.tick)
      if (lijst === undefined) continue
      this.ticks.delete(this.tick)
      this.aantal -= lijst.length
      for (const gebeurtenis of lijst) doe(gebeurtenis, this.tick * TICK_MS)
    }
  }
}
