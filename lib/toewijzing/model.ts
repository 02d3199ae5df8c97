import type { PastNietRegel } from '@/lib/regeling/model'

/** What the allocator can decide about an indiening. */
export const UITKOMSTEN = ['gereserveerd', 'plafond-bereikt', 'al-toegekend', 'verleningsgrens-bereikt', 'reserve', 'ingetrokken'] as const
export type Uitkomst = (typeof UITKOMSTEN)[number]

/** What a decision depends on. Amounts in cents. */
export type TeBeslissen = {
  /** The compartimenten that it may use, in order of use; at least one (rules/bruikbaar.ts of lib/tijdvak). */
  readonly compartimentIds: readonly string[]
  readonly scholingsactiviteitId: string
  readonly burgerId: string
  readonly kalenderjaar: number
  readonly bedragCent: number
  /** Submitted out of turn, only for the besluit that there is no budget: gets none and no place on the reserve list. */
  readonly isFormeel: boolean
  /** The burger withdrew the aanvraag between receipt and this decision. */
  readonly isIngetrokken: boolean
}

/** An indiening as the allocator reads it. */
export type Indiening = TeBeslissen & { readonly volgnummer: number; readonly aanvraagId: string }

/** What is left in a compartiment at a moment, in cents. */
export type CompartimentStand = {
  readonly vrijCent: number
  /** Closed by the rule 'sluit', or by beleid: nothing more is granted. */
  readonly gesloten: boolean
  /** The smallest amount that was refused here because it did not fit; null as long as everything fitted. */
  readonly geweigerdVanafCent: number | null
  /** Somebody on the reserve list waits for this compartiment: who comes now joins the line (docs/adr/0017). */
  readonly heeftWachtenden: boolean
}

/** A grant that a burger has in a kalenderjaar. `plek` is 1 up to the number that the regeling allows. */
export type BezettePlek = { readonly burgerId: string; readonly kalenderjaar: number; readonly plek: number }

/** Everything the decisions depend on besides the indieningen themselves. */
export type Stand = {
  readonly compartimenten: ReadonlyMap<string, CompartimentStand>
  readonly bezettePlekken: readonly BezettePlek[]
  /** Grants and reservations per scholingsactiviteit and kalenderjaar (grensSleutel); one that is not in it has none. */
  readonly gegeven: ReadonlyMap<string, number>
}

/** The key of a scholingsactiviteit in a kalenderjaar, for the count against the verleningsgrens. */
export function grensSleutel({ scholingsactiviteitId, kalenderjaar }: Pick<TeBeslissen, 'scholingsactiviteitId' | 'kalenderjaar'>): string {
  return `${scholingsactiviteitId} ${String(kalenderjaar)}`
}

export type ToewijsRegels = {
  readonly pastNietRegel: PastNietRegel
  readonly verleningenPerJaar: number
  /** The highest number of grants of one scholing in a kalenderjaar when it bites within the tijdvak (art. 12a); else null. */
  readonly verleningsgrens: number | null
  /** The tijdvak has a reserve list that is not over: who finds no budget joins the line. */
  readonly heeftReservelijst: boolean
}

/** A decision of the allocator, with the stand on which it was taken (Awb 4:25 lid 3). Amounts in cents. */
export type Toewijzing<Over extends TeBeslissen = Indiening> = {
  readonly indiening: Over
  readonly uitkomst: Uitkomst
  readonly bedragCent: number
  /** Where the budget comes from; of a refusal the last compartiment that was tried. */
  readonly compartimentId: string
  /** What was left there just before. */
  readonly beschikbaarCent: number
  /** What was left just before in each compartiment of the indiening, in its order. */
  readonly vrijCent: readonly number[]
  /** The places of the burger in the kalenderjaar, and what counted against the verleningsgrens (null: it does not bite here), just before. */
  readonly verleningen: number
  readonly grensGeteld: number | null
  readonly plek: number | null
  /** The order in which it was drawn, in a tijdvak that is divided by lot: that of the reserve list. */
  readonly lotingVolgorde?: number
}
