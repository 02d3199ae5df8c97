import { addDays, type PlainDate } from '@/lib/base/date'
import { oneOf } from '@/lib/base/one-of'

/** What the database view betaalbeletsel says of a matched invoice: the one list for a batch, for its file, and for what the database refuses. */
export const BETAALBELETSELS = ['aanvraag-niet-verleend', 'opgeschort', 'gaat-niet-door', 'rekening-klopt-niet', 'tegengehouden', 'creditnota-wacht', 'kosten-gerekend'] as const
export type Betaalbeletsel = (typeof BETAALBELETSELS)[number]
export const toBetaalbeletsel = (reden: string): Betaalbeletsel => oneOf(BETAALBELETSELS, reden)

/** Why a matched invoice is not in the next batch yet. */
export type NietBetaalbaar = 'te-vroeg' | Betaalbeletsel
/** Those that one sentence tells; a suspension and a blockade have a day, a person and a reason of their own. */
export type Wachtreden = Exclude<NietBetaalbaar, 'opgeschort' | 'tegengehouden'>

export type BetaalFeiten = {
  readonly beletsels: readonly Betaalbeletsel[]
  readonly startdatum: PlainDate
  readonly dagenVoorStart: number
  readonly vandaag: PlainDate
}

/**
 * What keeps a matched invoice out of the batch of today; empty: it is paid (regeling, parameter factuur-vanaf; Awb 4:87 and 4:95). An
 * investigation and a maatregel stop no payment by themselves: only a suspension with its letters does (Awb 4:56).
 */
export function whyNietBetaalbaar({ beletsels, startdatum, dagenVoorStart, vandaag }: BetaalFeiten): readonly NietBetaalbaar[] {
  return [...(vandaag < addDays(startdatum, -dagenVoorStart) ? (['te-vroeg'] as const) : []), ...beletsels]
}
