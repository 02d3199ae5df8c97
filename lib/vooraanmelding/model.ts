import type { Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'

export const AANMELDBEWIJS_STATUSSEN = ['uitgegeven', 'gebruikt', 'ingetrokken'] as const
export type AanmeldbewijsStatus = (typeof AANMELDBEWIJS_STATUSSEN)[number]

/** A STAP-aanmeldbewijs: who enrolled, for which scholingsactiviteit, at which costs. Amounts in cents. */
export type Aanmeldbewijs = {
  readonly id: string
  /** What the burger types to begin an aanvraag; random, with check digits. */
  readonly code: string
  readonly opleiderId: string
  readonly opleidingId: string
  /** The version of the opleiding at the moment of issue. */
  readonly opleidingVersie: number
  readonly scholingsactiviteitId: string
  readonly studentnummer: string
  readonly voornaam: string
  readonly tussenvoegsel: string | null
  readonly achternaam: string
  readonly geboortedatum: PlainDate
  readonly kostenCent: Cent
  readonly subsidiabelCent: Cent
  /** What is asked: never more than what is subsidiabel in the register, and never more than the maximumbedrag. */
  readonly gevraagdCent: Cent
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
  readonly plaats: string | null
  readonly status: AanmeldbewijsStatus
  readonly uitgegevenOp: Date
}
