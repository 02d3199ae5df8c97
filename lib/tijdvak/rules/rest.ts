type Pot = { readonly plafondCent: number; readonly overschrijdingCent: number; readonly gebruiktCent: number }

/** What is left of the plafond, in cents. An overschrijding that was not used is no rest: it was never given. */
export function calculateRest({ plafondCent, gebruiktCent }: Pot): number {
  return Math.max(0, plafondCent - gebruiktCent)
}

/**
 * How the overspend of a compartiment is settled, in cents: a later tijdvak pays what was spent above the plafond, as far as it has
 * that much, and what was allowed but not used lapses. What the later one cannot pay stays allowed.
 */
export function calculateVerrekening({ plafondCent, overschrijdingCent, gebruiktCent }: Pot, beschikbaarCent: number): { betaaldCent: number; vervaltCent: number } {
  const gebruikt = Math.min(overschrijdingCent, Math.max(0, gebruiktCent - plafondCent))
  return { betaaldCent: Math.min(gebruikt, Math.max(0, beschikbaarCent)), vervaltCent: overschrijdingCent - gebruikt }
}
