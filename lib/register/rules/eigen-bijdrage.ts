/** What the citizen pays and what the STAP-budget pays, in cents. */
export type Verdeling = { stapCent: number; eigenCent: number }

/**
 * Regeling art. 4: the STAP-budget pays the subsidiable costs up to the maximum, the participant (or a third) pays what is above.
 * `maximumCent` is the parameter of the regeling that holds on the day.
 */
export function verdeelKosten(catalogusprijsCent: number, subsidiabelCent: number, maximumCent: number): Verdeling {
  const stapCent = Math.max(0, Math.min(subsidiabelCent, maximumCent))
  return { stapCent, eigenCent: catalogusprijsCent - stapCent }
}
