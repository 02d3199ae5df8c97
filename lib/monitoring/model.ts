import type { TijdvakToestand } from '@/lib/tijdvak/model'

/** How one part of the system does: `traag` works but needs looking at. */
export type OnderdeelToestand = 'ok' | 'traag' | 'stuk'

/** One part of the system as the control room shows it. */
export type OnderdeelStand = { readonly naam: string; readonly toestand: OnderdeelToestand; readonly toelichting: string }

/** Something that asks for attention now, the most urgent first. */
export type Alarm = { readonly ernst: 'stuk' | 'let-op'; readonly tekst: string }

/** The budget of one compartiment. Amounts in cents. */
export type CompartimentMeting = {
  readonly id: string
  readonly code: string
  readonly naam: string
  readonly plafondCent: number
  readonly overschrijdingCent: number
  readonly gebruiktCent: number
  readonly overCent: number
  readonly voorspelling: Voorspelling
  /** The forecast in words. */
  readonly verwachting: string
}

/**
 * When the budget is gone at the pace of now. `overS` is the number of seconds until then, `vroegS` and `laatS` say between which
 * the truth probably lies; `laatS` is null when it may as well not happen.
 */
export type Voorspelling =
  | { readonly soort: 'op' }
  | { readonly soort: 'staat-stil' }
  | { readonly soort: 'te-weinig-bekend' }
  | { readonly soort: 'verwacht'; readonly overS: number; readonly vroegS: number; readonly laatS: number | null }

/** A value `leeftijdS` seconds ago. */
export type Meetpunt = { readonly leeftijdS: number; readonly waarde: number }

/** The values of the last quarter of an hour, the oldest first; per series the same kind of number. */
export type Meetreeksen = {
  readonly wachtend: readonly Meetpunt[]
  readonly toegelatenPerMinuut: readonly Meetpunt[]
  /** Budget left in the whole tijdvak, in cents. */
  readonly overCent: readonly Meetpunt[]
  /** Submits that got a receipt, per second. */
  readonly bevestigdPerSeconde: readonly Meetpunt[]
  /** The 99th percentile of a submit in milliseconds. */
  readonly p99Ms: readonly Meetpunt[]
}

/** What was done in the control room, the newest first. */
export type RegieHandeling = { readonly id: string; /** In words. */ readonly op: string; readonly wat: string; readonly wie: string; readonly reden: string | null; readonly toelichting: string | null }

/** Everything the control room shows of one tijdvak; plain data, so that it can travel as JSON. Moments are in words, on the legal clock. */
export type RegieStand = {
  readonly code: string
  readonly naam: string
  readonly toestand: TijdvakToestand
  readonly isUitgeput: boolean
  readonly modus: 'volgorde' | 'loting'
  readonly melding: string | null
  readonly opentOp: string
  readonly laatsteDag: string
  /** With seconds. */
  readonly gemetenOp: string
  readonly wachtend: number
  readonly uitgegeven: number
  readonly toegelatenTot: number
  readonly perMinuut: number
  readonly hasWachtkamer: boolean
  readonly gereed: number
  readonly ontvangen: number
  readonly toegekend: number
  readonly reserve: number
  readonly onbeslist: number
  /** How long the oldest undecided submit waits, in seconds. */
  readonly achterstandS: number
  readonly verkeer: VerkeerStand
  readonly budget: readonly CompartimentMeting[]
  readonly onderdelen: readonly OnderdeelStand[]
  readonly alarmen: readonly Alarm[]
  readonly reeksen: Meetreeksen
  readonly handelingen: readonly RegieHandeling[]
}

/** What the poorten saw in the last seconds, per second. Times in milliseconds, null when nothing was submitted. */
export type VerkeerStand = {
  readonly bezoeken: number
  readonly indieningen: number
  readonly bevestigd: number
  readonly geweigerd: number
  readonly fouten: number
  readonly onderhanden: number
  readonly p50Ms: number | null
  readonly p99Ms: number | null
}
