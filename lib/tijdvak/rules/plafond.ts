/** What counts for changing a plafond. Amounts in cents. */
export type PlafondFeiten = {
  readonly plafondCent: number
  /** What can still be given: plafond and overschrijding less everything that is reserved, committed or paid. */
  readonly overCent: number
  /** Asked by aanvragen that were received before this moment and may still get budget: undecided, or on the reserve list. */
  readonly aangevraagdCent: number
  /** Somebody was refused here because the budget did not suffice. */
  readonly isGeweigerd: boolean
  /** What comes free, or comes in addition, goes to the next on the reserve list first. */
  readonly hasReservelijst: boolean
}

export type PlafondReden =
  | 'onbekend-tijdvak' | 'onbekend-compartiment' | 'tijdvak-voorbij' | 'geen-doel' | 'zelfde-compartiment'
  | 'lager-dan-gebruikt' | 'lager-dan-aangevraagd' | 'al-geweigerd' | 'boven-jaarplafond' | 'jaar-gesloten'

/**
 * How much a plafond can be lowered now, in cents. What was reserved, committed or paid stays (I1), and a lowering has no effect
 * on what was applied for before it was made known (Awb 4:27 lid 2): that keeps its claim on the plafond as it was.
 */
export function calculateVerlaagbaar({ plafondCent, overCent, aangevraagdCent }: PlafondFeiten): number {
  return Math.max(0, Math.min(plafondCent, overCent - aangevraagdCent))
}

/** Why a plafond cannot be lowered by this amount; empty when it can. */
export function checkVerlaging(feiten: PlafondFeiten, metCent: number): readonly PlafondReden[] {
  if (metCent > Math.min(feiten.plafondCent, feiten.overCent)) return ['lager-dan-gebruikt']
  return metCent > calculateVerlaagbaar(feiten) ? ['lager-dan-aangevraagd'] : []
}

/**
 * Why a plafond cannot be raised; empty when it can. Raising favours applicants, so Awb 4:27 does not forbid it; but once
 * somebody was refused, more budget would go to who came later (I3, Awb 4:25), unless a reserve list hands it out in order.
 */
export function checkVerhoging({ isGeweigerd, hasReservelijst }: PlafondFeiten): readonly PlafondReden[] {
  return isGeweigerd && !hasReservelijst ? ['al-geweigerd'] : []
}

/** How much of an amount that is needed is not free any more, in cents: by so much a besluit goes above the plafond. */
export function calculateTekort({ plafondCent, overschrijdingCent, gebruiktCent }: { plafondCent: number; overschrijdingCent: number; gebruiktCent: number }, nodigCent: number): number {
  return Math.max(0, nodigCent - Math.max(0, plafondCent + overschrijdingCent - gebruiktCent))
}
