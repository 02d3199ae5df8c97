import type { PastNietRegel } from '@/lib/regeling/model'

/** What the allocator can decide about an indiening. */
export const UITKOMSTEN = ['gereserveerd', 'plafond-bereikt', 'al-toegekend', 'ingetrokken'] as const
export type Uitkomst = (typeof UITKOMSTEN)[number]

/** An indiening as the allocator reads it. Amounts in cents. */
export type Indiening = {
  readonly volgnummer: number
  readonly aanvraagId: string
  readonly compartimentId: string
  readonly burgerId: string
  readonly kalenderjaar: number
  readonly bedragCent: number
  /** The burger withdrew the aanvraag between receipt and this decision. */
  readonly isIngetrokken: boolean
}

/** What is left in a compartiment at a moment, in cents. */
export type CompartimentStand = {
  readonly vrijCent: number
  /** Closed by the rule 'sluit', or by beleid: nothing more is granted. */
  readonly gesloten: boolean
  /** The smallest amount that was refused here because it did not fit; null as long as everything fitted. */
  readonly geweigerdVanafCent: number | null
}

/** A grant that a burger has in a kalenderjaar. `plek` is 1 up to the number that the regeling allows. */
export type BezettePlek = { readonly burgerId: string; readonly kalenderjaar: number; readonly plek: number }

/** Everything the decisions depend on besides the indieningen themselves. */
export type Stand = {
  readonly compartimenten: ReadonlyMap<string, CompartimentStand>
  readonly bezettePlekken: readonly BezettePlek[]
}

export type ToewijsRegels = { readonly pastNietRegel: PastNietRegel; readonly verleningenPerJaar: number }

/** A decision of the allocator. `beschikbaarCent` is what was left just before it (Awb 4:25 lid 3). */
export type Toewijzing = {
  readonly indiening: Indiening
  readonly uitkomst: Uitkomst
  readonly bedragCent: number
  readonly beschikbaarCent: number
  readonly plek: number | null
}
