/** What counts for closing a boekjaar. */
export type SluitingFeiten = {
  readonly jaar: number
  /** The year in Amsterdam now. */
  readonly ditJaar: number
  readonly isGesloten: boolean
  /** Who proposed it; null: nobody yet. */
  readonly voorgesteldDoor: string | null
  /** An earlier year in which was booked is not closed. */
  readonly isEerderJaarOpen: boolean
  /** Codes of the tijdvakken of this year that are not over: still open, or with a reserve list that runs. */
  readonly lopend: readonly string[]
  /** Codes of the tijdvakken of which the rest still has to go to the next one. */
  readonly metRest: readonly string[]
  /** How many lines of the reconciliation have a difference, and how many messages of the bank were not read. */
  readonly verschillen: number
  readonly ongelezen: number
}

export type SluitingReden = 'jaar-loopt-nog' | 'al-gesloten' | 'eerder-jaar-open' | 'tijdvak-loopt' | 'rest-niet-geboekt' | 'sluit-niet-aan' | 'bank-ongelezen' | 'niet-voorgesteld' | 'zelfde-persoon'

/** Why the closing of a year cannot be proposed; empty when it can. */
export function checkVoorstel({ jaar, ditJaar, isGesloten, isEerderJaarOpen, lopend, metRest, verschillen, ongelezen }: SluitingFeiten): readonly SluitingReden[] {
  if (isGesloten) return ['al-gesloten']
  return [
    ...(jaar >= ditJaar ? ['jaar-loopt-nog' as const] : []),
    ...(isEerderJaarOpen ? ['eerder-jaar-open' as const] : []),
    ...(lopend.length > 0 ? ['tijdvak-loopt' as const] : []),
    ...(metRest.length > 0 ? ['rest-niet-geboekt' as const] : []),
    ...(verschillen > 0 ? ['sluit-niet-aan' as const] : []),
    ...(ongelezen > 0 ? ['bank-ongelezen' as const] : []),
  ]
}

/** Why this person cannot close the year; empty when he can: what holds for the proposal, and that somebody else made it. */
export function checkSluiting(feiten: SluitingFeiten, medewerkerId: string): readonly SluitingReden[] {
  const redenen = checkVoorstel(feiten)
  if (feiten.isGesloten) return redenen
  if (feiten.voorgesteldDoor === null) return [...redenen, 'niet-voorgesteld']
  return feiten.voorgesteldDoor === medewerkerId ? [...redenen, 'zelfde-persoon'] : redenen
}

type Pot = { readonly plafondCent: number; readonly overschrijdingCent: number }

/** What a compartiment may spend after this much (in cents) fell back: first what was allowed above the plafond, then the plafond itself. */
export function lowerPot({ plafondCent, overschrijdingCent }: Pot, teruggevallenCent: number): Pot {
  const vanOverschrijding = Math.min(overschrijdingCent, teruggevallenCent)
  return { overschrijdingCent: overschrijdingCent - vanOverschrijding, plafondCent: plafondCent - (teruggevallenCent - vanOverschrijding) }
}

/**
 * What of a compartiment falls back at the end of a year, in cents: what is free in that year and still free now. What was free and
 * went elsewhere since then does not, and in a tijdvak that goes on nothing does.
 */
export function calculateTerugval({ vrijInJaarCent, vrijNuCent, isVoorbij }: { vrijInJaarCent: number; vrijNuCent: number; isVoorbij: boolean }): number {
  return isVoorbij ? Math.max(0, Math.min(vrijInJaarCent, vrijNuCent)) : 0
}
