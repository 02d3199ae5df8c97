import type { TijdvakModus } from '@/lib/tijdvak/model'

/** Where a wachtkamer stands, as everybody may see it. */
export const WACHTKAMER_TOESTANDEN = ['voor', 'open', 'pauze', 'uitgeput', 'gesloten'] as const
export type WachtkamerToestand = (typeof WACHTKAMER_TOESTANDEN)[number]

/** The one place of a burger in a tijdvak. */
export type Wachtplaats = {
  /** In order of time, without gaps, from 1. */
  readonly nummer: number
  /** A random pseudonym of 32 hex characters: the only thing of this person in the published list. */
  readonly lot: string
  /** When it is the turn: the drawn rank for who was there before the opening, else the nummer. Null before the draw. */
  readonly plaats: number | null
  readonly genomenOp: Date
  readonly verlatenOp: Date | null
}

/** What the wachtkamer of a tijdvak tells everybody. Amounts in cents. */
export type WachtkamerStand = {
  readonly code: string
  readonly modus: TijdvakModus
  readonly toestand: WachtkamerToestand
  /** Places up to and including this one may submit. 0 before the draw. */
  readonly nu: number
  readonly perMinuut: number
  /** Places that were given and whose turn is still to come, without those who left. */
  readonly wachtend: number
  readonly uitgegeven: number
  /** What is left per compartiment. */
  readonly overCent: Readonly<Record<string, number>>
  /** The last place that the budget is expected to reach; null as long as too little is known. */
  readonly reiktTot: number | null
  readonly opentOp: Date
  readonly sluitOp: Date
  /** What the ketenregisseur says during a pause. */
  readonly melding: string | null
  /** When the opening was moved after a draw: the new opening. */
  readonly heropentOp: Date | null
  /** 1, and one more for every opening that was moved after a draw; 0 when there is no wachtkamer yet. */
  readonly ronde: number
  readonly geloot: boolean
  /** The promise: sha256 of the seed. Null when there is no wachtkamer yet. */
  readonly zaadHash: string | null
  /** Published with the draw, like the two below. */
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  /** The clock of the database. */
  readonly gemetenOp: Date
}

/** Whether it is the turn of a burger to submit an aanvraag. */
export type Beurt = {
  readonly code: string
  readonly modus: TijdvakModus
  readonly toestand: WachtkamerToestand
  readonly plaats: Wachtplaats | undefined
  /** Places up to and including this one may submit. 0 before the draw. */
  readonly toegelatenTot: number
}

/** Everything with which a stranger replays the draw, but the list of lots itself. */
export type WachtkamerLoting = {
  readonly code: string
  readonly ronde: number
  readonly zaadHash: string
  readonly bekendOp: Date
  readonly opentOp: Date
  /** Null before the draw, all five of them. */
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  readonly gelootOp: Date | null
}

/** A ronde as the rules need it. */
export type WachtkamerRonde = { readonly ronde: number; readonly gelootOp: Date | null }
