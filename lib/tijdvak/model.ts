import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { PastNietRegel } from '@/lib/regeling/model'

/** Where a tijdvak stands. Gepauzeerd is an act of the ketenregisseur; the others follow the clock. */
export const TIJDVAK_TOESTANDEN = ['gepland', 'open', 'gepauzeerd', 'gesloten'] as const
export type TijdvakToestand = (typeof TIJDVAK_TOESTANDEN)[number]

/** How the budget is divided: in order of receipt (Awb 4:25), or by a draw among everybody who applied in time. */
export const TIJDVAK_MODI = ['volgorde', 'loting'] as const
export type TijdvakModus = (typeof TIJDVAK_MODI)[number]

/** An aanvraagtijdvak (art. 9): from `opentOp` up to but not including `sluitOp`. */
export type Tijdvak = {
  readonly id: string
  /** The year and a Roman number: 2022-V. */
  readonly code: string
  readonly opentOp: Date
  readonly sluitOp: Date
  /** When the opening was moved: the day from which the startvenster counts. */
  readonly startTeltVanaf: PlainDate | null
  /** What is entered in the register after this moment cannot be chosen in this tijdvak. */
  readonly registratiestopOp: Date
  /** As it was last written down; what counts is calculateToestand. */
  readonly toestand: TijdvakToestand
  readonly pastNietRegel: PastNietRegel
  readonly modus: TijdvakModus
  /** What visitors read while it is gepauzeerd; null when it is not, or when nothing is known yet. */
  readonly pauzeMelding: string | null
  /** Until when budget that comes free goes to the next on the reserve list; null: there is no reserve list. */
  readonly reserveTot: Date | null
}

/** The door through which somebody applies: by himself, or at a werkplein with the help of an employee of UWV. */
export const KANALEN = ['online', 'werkplein'] as const
export type Kanaal = (typeof KANALEN)[number]

/**
 * What happens with what is left of a compartiment when its tijdvak is over: to the compartiment with the same code of the next
 * tijdvak (else to its algemeen), to algemeen of its own tijdvak, or nothing: it is not given any more.
 */
export const REST_REGELS = ['volgend-tijdvak', 'naar-algemeen', 'vervalt'] as const
export type RestRegel = (typeof REST_REGELS)[number]

/** Who may use a compartiment, and in which order. */
export type Voorwaarden = {
  /** Only who applies through this door; null is everybody. */
  readonly kanaal: Kanaal | null
  /** Levels of the opleiding (value list of RIO) for which it is meant; empty is any, also without a level. */
  readonly niveaus: readonly string[]
  /** The highest amount of an aanvraag, in cents; null is any. */
  readonly maximaalCent: number | null
  /** Of the compartimenten that an aanvraag may use, the lowest is tried first: 1 to 99. */
  readonly voorrang: number
}

/** The budget of one goal or group within a tijdvak, with where it went. All amounts in cents. */
export type CompartimentStand = {
  readonly id: string
  readonly tijdvakId: string
  /** algemeen, werkplein, … */
  readonly code: string
  readonly naam: string
  readonly plafondCent: Cent
  /** Overspend that was explicitly decided, to be settled against a later tijdvak (invariant I1). */
  readonly overschrijdingCent: Cent
  readonly gereserveerdCent: Cent
  readonly verplichtCent: Cent
  readonly betaaldCent: Cent
  /** What can still be given: plafond and overschrijding less everything that is reserved, committed or paid. */
  readonly overCent: Cent
  readonly gesloten: boolean
  readonly restRegel: RestRegel
  /** Code of the later tijdvak against which the overspend is settled when that opens; null: it is not settled. */
  readonly verrekendMet: string | null
} & Voorwaarden

/** What is decided about a tijdvak before it opens. Amounts in cents; a compartiment may have no plafond but an overschrijding. */
export type TijdvakPlan = {
  readonly code: string
  readonly opentOp: Date
  readonly sluitOp: Date
  readonly startTeltVanaf: PlainDate | null
  /** In order of receipt unless it says otherwise. */
  readonly modus?: TijdvakModus
  /** No reserve list unless it says otherwise. */
  readonly reserveTot?: Date | null
  readonly compartimenten: readonly CompartimentPlan[]
}

export type CompartimentPlan = {
  readonly code: string
  readonly naam: string
  readonly plafondCent: Cent
  readonly overschrijdingCent: Cent
  /** What happens with the rest: nothing, unless it says otherwise. */
  readonly restRegel?: RestRegel
  readonly verrekendMet?: string
  /** For everybody, last in order of use, unless it says otherwise. */
} & Partial<Voorwaarden>

export const REKENINGEN = [
  'plafond', 'vrij', 'gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'vastgesteld', 'debiteuren', 'oninbaar', 'overloop',
  'rentelast', 'rente-crediteuren', 'rente-betaald', 'rentebaat', 'rente-debiteuren', 'rente-ontvangen',
] as const
/**
 * The accounts of the ledger. Per compartiment: plafond is what was given, those up to oninbaar are where it is (betaald is paid as a
 * voorschot, vastgesteld is what it became). Overloop is the passage from one year to the next, zero over all years. The rest is
 * interest, which is no part of a plafond.
 */
export type Rekening = (typeof REKENINGEN)[number]

/** The accounts whose stand goes along to the next year: what somebody still has a claim on, or we on somebody. */
export const BALANSREKENINGEN = ['gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'debiteuren', 'rente-crediteuren', 'rente-debiteuren'] as const satisfies readonly Rekening[]

/** One line of a boeking. Amount in cents: negative takes from the rekening, positive adds to it, never zero. */
export type Boekingsregel = {
  readonly rekening: Rekening
  readonly compartimentId: string
  readonly aanvraagId?: string
  readonly opleiderId?: string
  readonly bedragCent: number
}
