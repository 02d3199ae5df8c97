import { addDays, type PlainDate } from '@/lib/base/date'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { FactuurStatus } from '@/lib/betaling/model'

/** Why a matched invoice is not in the next batch yet. */
export type NietBetaalbaar = 'niet-gematcht' | 'aanvraag-niet-verleend' | 'te-vroeg' | 'opleider-verwijderd'

export type BetaalFeiten = {
  readonly status: FactuurStatus
  readonly aanvraagStatus: AanvraagStatus
  readonly startdatum: PlainDate
  readonly dagenVoorStart: number
  /** Only a besluit to remove stops a payment; an investigation does not (voorzieningenrechter, December 2022). */
  readonly isVerwijderd: boolean
  readonly vandaag: PlainDate
}

const TE_BETALEN: readonly AanvraagStatus[] = ['verleend', 'betwist', 'vastgesteld']

/** What keeps an invoice out of the batch of today; empty: it is paid (regeling, parameter factuur-vanaf; Awb 4:87 and 4:95). */
export function whyNietBetaalbaar(feiten: BetaalFeiten): readonly NietBetaalbaar[] {
  const redenen: NietBetaalbaar[] = []
  if (feiten.status !== 'gematcht') redenen.push('niet-gematcht')
  if (!TE_BETALEN.includes(feiten.aanvraagStatus)) redenen.push('aanvraag-niet-verleend')
  if (feiten.vandaag < addDays(feiten.startdatum, -feiten.dagenVoorStart)) redenen.push('te-vroeg')
  if (feiten.isVerwijderd) redenen.push('opleider-verwijderd')
  return redenen
}
