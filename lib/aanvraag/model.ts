import type { Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'

/** Where an aanvraag stands; docs/diagrams/aanvraag.md draws the moves between them. */
export const AANVRAAG_STATUSSEN = [
  'concept',
  'gereed',
  'ingediend',
  'gereserveerd',
  'niet-toegewezen',
  'reserve',
  'aangeboden',
  'in-behandeling',
  'aangehouden',
  'verleend',
  'afgewezen',
  'ingetrokken',
  'betwist',
  'vastgesteld',
] as const
export type AanvraagStatus = (typeof AANVRAAG_STATUSSEN)[number]

/** Prefix of the kenmerk of an aanvraag, as in STAP-0000123-44. */
export const AANVRAAG_PREFIX = 'STAP'

/** The opleiding, the scholingsactiviteit and the person as the burger saw them when preparing the aanvraag (invariant I8). */
export type Momentopname = {
  readonly persoon: { readonly naam: string; readonly geboortedatum: PlainDate }
  readonly opleiding: {
    readonly titel: string
    readonly versie: number
    readonly niveau: string | null
    readonly categorie: string | null
    readonly opleidingsvorm: string | null
    readonly waardedocument: string | null
  }
  readonly opleider: { readonly naam: string; readonly plaats: string; readonly kvk: string }
  readonly scholing: {
    readonly cohortcode: string
    readonly startdatum: PlainDate
    readonly einddatum: PlainDate
    readonly plaats: string | null
    readonly kostenCent: Cent
    readonly subsidiabelCent: Cent
  }
}

/** What a burger gets back after submitting: the proof of receipt (Awb 4:3a). */
export type Ontvangst = {
  readonly kenmerk: string
  readonly volgnummer: number
  readonly ontvangenOp: Date
  /** False when this aanvraag had been received before: the same receipt again. */
  readonly isNieuw: boolean
}

/** Why an aanvraag cannot be received now. 'te-druk' says nothing about it: it can be sent again in a moment. */
export type IndienReden = 'niet-gevonden' | 'tijdvak-niet-open' | 'niet-compleet' | 'al-toegekend-dit-jaar' | 'tijdelijk-uitgesloten' | 'te-druk'
