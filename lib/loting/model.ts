/** Where the draw of a tijdvak stands: applying, list fixed, drawn. */
export const LOTING_STANDEN = ['inschrijving', 'lijst-vast', 'getrokken'] as const
export type LotingStand = (typeof LOTING_STANDEN)[number]

/** One draw for everybody, or one per compartiment in their order of use. */
export const TREKWIJZEN = ['een-trekking', 'per-compartiment'] as const
export type Trekwijze = (typeof TREKWIJZEN)[number]

/** Where the seed comes from: two people who do not see each other's part, or a public source that was named beforehand. */
export const ZAADBRONNEN = ['twee-personen', 'baken'] as const
export type Zaadbron = (typeof ZAADBRONNEN)[number]

/**
 * A participant as the published list has it: nothing in it says who it is. `compartimenten` are codes in order of use, the
 * amount is in cents, `gewicht` is the number of tickets (whole, from 1).
 */
export type Deelnemer = {
  readonly lot: string
  readonly compartimenten: readonly string[]
  readonly bedragCent: number
  readonly gewicht: number
}

/** What the draw gave one participant. `nummer` is the line of the list (from 1), `rang` the place in the draw that decided. */
export const LOTING_UITKOMSTEN = ['gereserveerd', 'plafond-bereikt', 'al-toegekend', 'verleningsgrens-bereikt', 'ingetrokken'] as const
export type LotingUitkomst = (typeof LOTING_UITKOMSTEN)[number]

export type UitslagRegel = {
  readonly nummer: number
  readonly rang: number
  readonly uitkomst: LotingUitkomst
  /** Code of the compartiment that pays, or null. */
  readonly compartiment: string | null
  readonly bedragCent: number
}
