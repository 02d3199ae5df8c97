import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { Cent } from '@/lib/base/money'
import { oneOf } from '@/lib/base/one-of'
import type { PlainDate } from '@/lib/base/date'

/** How far an aanvraag is when somebody stops; every one has its own consequence. */
export const STOP_FASEN = [
  'voorbereiding', 'ontvangen', 'loting', 'reservelijst', 'aanbod', 'gereserveerd', 'toegekend', 'opdracht', 'gefactureerd', 'in-batch', 'in-bestand', 'betaald',
  'begonnen', 'afgelopen', 'voorbij',
] as const
export type StopFase = (typeof STOP_FASEN)[number]

/** Who stops: the burger, or the opleider that called the scholing off. */
export const STOP_OORZAKEN = ['burger', 'opleider'] as const
export type StopOorzaak = (typeof STOP_OORZAKEN)[number]

/** How far the money is. In-batch: composed, and no file is made yet. */
export const BETAALSTANDEN = ['geen-opdracht', 'opdracht', 'gefactureerd', 'in-batch', 'in-bestand', 'betaald'] as const
export type Betaalstand = (typeof BETAALSTANDEN)[number]

/** What decides about the consequence of stopping. */
export type StopFeiten = {
  readonly status: AanvraagStatus
  readonly oorzaak: StopOorzaak
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
  readonly vandaag: PlainDate
  readonly betaalstand: Betaalstand
  readonly isLoting: boolean
  /** The tijdvak has a reserve list that is still open. */
  readonly heeftReservelijst: boolean
  /** The tijdvak has not closed: a new aanvraag can still be submitted in it. */
  readonly isTijdvakOpen: boolean
  readonly maximumKostenCent: Cent
  readonly uitsluitingMaanden: number
}

/** What happens when somebody stops now: the one source of the page before it, the act and the letters after it. */
export type StopGevolg = {
  readonly fase: StopFase
  readonly oorzaak: StopOorzaak
  /** Intrekken ends the aanvraag; melden says that a scholing that began is not finished; niets: it cannot be stopped any more. */
  readonly wijze: 'intrekken' | 'melden' | 'niets'
  /** After a verlening it is a besluit, with its letter. */
  readonly isBesluit: boolean
  readonly budget: 'niet-gereserveerd' | 'plaats-vervalt' | 'naar-reservelijst' | 'terug-in-pot' | 'terug-na-terugbetaling' | 'verbruikt'
  readonly geld: 'geen' | 'opdracht-vervalt' | 'factuur-vervalt' | 'uit-de-betaling' | 'terug-van-opleider' | 'achteraf'
  readonly opnieuw: 'dit-tijdvak' | 'volgend-tijdvak' | 'volgend-jaar'
  /** The private fee of the opleider: none, paid by the burger, or taken off the subsidy that the opleider has. */
  readonly kosten: { readonly wie: 'niemand' | 'burger' | 'in-mindering'; readonly maximumCent: Cent }
  /** Months without STAP-budget that may follow; 0 when none. */
  readonly uitsluitingMaanden: number
}

const KOSTENUITKOMSTEN = ['bevestigd', 'overgenomen', 'niet-overgenomen'] as const
/** What became of a fee that the burger told of: the opleider reported the same, a person took it over, or did not. */
export type Kostenuitkomst = (typeof KOSTENUITKOMSTEN)[number]
export const toKostenuitkomst = (text: string): Kostenuitkomst => oneOf(KOSTENUITKOMSTEN, text)
