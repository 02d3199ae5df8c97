/** Where the money of an aanvraag stands that a payment which came back is taken from, in cents. */
export type Retourstand = { readonly betaald: number; readonly vastgesteld: number }

/** From where it is taken: what is still a voorschot first, then what was settled. Undefined when that is not enough. In cents. */
export function verdeelRetour(bedragCent: number, { betaald, vastgesteld }: Retourstand): Retourstand | undefined {
  const uitBetaald = Math.min(bedragCent, Math.max(0, betaald))
  const uitVastgesteld = bedragCent - uitBetaald
  return uitVastgesteld > vastgesteld ? undefined : { betaald: uitBetaald, vastgesteld: uitVastgesteld }
}
