import { addDays, type PlainDate } from '@/lib/base/date'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { FactuurStatus } from '@/lib/betaling/model'

/** Why a matched invoice is not in the next batch yet. */
export type NietBetaalbaar = 'niet-gematcht' | 'aanvraag-niet-verleend' | 'te-vroeg' | 'opleider-verwijderd' | 'opgeschort' | 'gaat-niet-door' | 'rekening-klopt-niet'

export type BetaalFeiten = {
  readonly status: FactuurStatus
  readonly aanvraagStatus: AanvraagStatus
  readonly startdatum: PlainDate
  readonly dagenVoorStart: number
  /** Only a besluit to remove stops a payment; an investigation does not (voorzieningenrechter, December 2022). */
  readonly isVerwijderd: boolean
  /** Awb 4:56: payment is suspended today, with a notice (lib/opschorting). */
  readonly isOpgeschort: boolean
  /** The opleider called the scholing off, and the burger has not switched. */
  readonly gaatNietDoor: boolean
  /** No bank said that the account is in the name of the opleider, and nobody took it on. */
  readonly isNaamOnbekend: boolean
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
  if (feiten.isOpgeschort) redenen.push('opgeschort')
  if (feiten.gaatNietDoor) redenen.push('gaat-niet-door')
  if (feiten.isNaamOnbekend) redenen.push('rekening-klopt-niet')
  return redenen
}
