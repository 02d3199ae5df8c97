import { Latenties, Reeks, Telling } from './meting'
import type { Ontvangst, Stand } from './verzoeken'

/** What one citizen of the play knows and did; filled in while it is played, judged afterwards. */
export type Deelname = {
  readonly id: number
  fase: 'weg' | 'zaal' | 'beurt' | 'ingediend' | 'klaar'
  ticket: string | undefined
  nummer: number | undefined
  plaats: number | undefined
  /** When the answer with the nummer was there, from the opening: below zero takes part in the draw. */
  kreegPlaatsMs: number | undefined
  /** The first press of the button after the turn had come. */
  gedruktMs: number | undefined
  /** First submit that can have been received: an answer that refuses it sets it back. */
  verstuurdMs: number | undefined
  bevestigdMs: number | undefined
  ontvangst: Ontvangst | undefined
  /** Received after the budget was gone, out of turn. */
  isFormeel: boolean
  uitkomst: string | undefined
  aanDeBeurtMs: number | undefined
  verteldMs: number | undefined
  pogingen: number
  einde: string | undefined
}

export type Peilmoment = { readonly ms: number; readonly stand: Stand }

/** Everything that was seen from outside. Moments are milliseconds from the opening. */
export class Waarneming {
  /** From pressing the button, in turn, to the receipt. */
  readonly indienen = new Latenties()
  /** Of who pressed before the turn had come, scripts mostly: the system may hold those until it has. */
  readonly indienenTeVroeg = new Latenties()
  /** The same without what fell in the seconds after a fault. */
  readonly indienenRustig = new Latenties()
  readonly stand = new Latenties()
  readonly plaats = new Latenties()
  /** Looking up the drawn place, in the public file or on the page. */
  readonly gelotePlaats = new Latenties()
  readonly toestand = new Latenties()
  readonly uitkomst = new Latenties()
  readonly verteld = new Latenties()
  /** How late the play itself was: large means that the generator was the bottleneck. */
  readonly eigenVertraging = new Latenties()
  readonly peilingen = new Reeks()
  readonly plaatsen = new Reeks()
  readonly gelotePlaatsen = new Reeks()
  readonly bevestigingen = new Reeks()
  readonly uitkomsten = new Reeks()
  readonly antwoorden = new Telling()
  readonly fouten = new Telling()
  readonly schendingen: string[] = []
  readonly verloop: Peilmoment[] = []
  serverfouten = 0
  /** "Come back in a moment" in the half minute after a fault was injected: honest, and no fault of its own. */
  eerlijkDruk = 0
  readonly storingen: { readonly ms: number; readonly naam: string }[] = []
  geplandeStoringen = 0

  /** Whether a fault was injected so shortly before this moment. */
  isNaStoring(ms: number, binnenMs: number): boolean {
    return this.storingen.some((een) => ms >= een.ms && ms <= een.ms + binnenMs)
  }

  /** At most one moment per 200 ms, but every change of state. */
  noteerStand(ms: number, stand: Stand): void {
    const vorige = this.verloop.at(-1)
    if (vorige !== undefined && vorige.stand.toestand === stand.toestand && ms - vorige.ms < 200) return
    this.verloop.push({ ms, stand })
  }

  schend(tekst: string): void {
    if (this.schendingen.length < 1_000) this.schendingen.push(tekst)
  }
}
