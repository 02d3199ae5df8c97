import { Toeval } from '../data/toeval'
import { WAT, type Toneel } from './toneel'

/** Everybody submits after the acknowledgement of the one before, in the order of the seed: then the grants depend on nothing else. */
export class Ketting {
  private readonly wacht = new Set<number>()
  private rij: number[] | undefined

  constructor(private readonly toneel: Toneel) {}

  /** Somebody whose turn it is waits for the others. */
  sluitAan(id: number): void {
    this.wacht.add(id)
    this.begin()
  }

  /** Begins only when everybody who will submit is let in: then the order is that of the seed. */
  begin(): void {
    const { plan, nogBezig } = this.toneel
    if (this.wacht.size === 0 || this.rij !== undefined || nogBezig > this.wacht.size) return
    // With chance of its own: how often was thrown before depends on the answers.
    this.rij = new Toeval(plan.seed).shuffle([...this.wacht].sort((a, b) => a - b))
    this.volgende()
  }

  /** The one who was at it is done. */
  volgende(): void {
    const id = this.rij?.shift()
    if (id !== undefined) this.toneel.op(performance.now(), WAT.druk, id)
  }
}
