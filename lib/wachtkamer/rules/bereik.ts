/** Under so many submits an average says little. */
const GENOEG = 50

export type Bereik = {
  readonly toegelatenTot: number
  readonly uitgegeven: number
  /** Budget that is left, of everything that a submit from here may use. */
  readonly overCent: number
  /** What was received and is not decided yet; it comes first. */
  readonly onbeslistCent: number
  /** How many submitted in turn so far, and the average amount of the last of them. */
  readonly ingediend: number
  readonly gemiddeldCent: number
}

/**
 * The last place that the budget is expected to reach, or null when too little is known. What is left is divided by the average
 * amount of the last submits, and by the share of the places let in that submitted so far. Who was let in a moment ago still
 * has to press the button, so the share is a little low and the place a little far: rather hope for too many than for too few.
 */
export function estimateBereik({ toegelatenTot, uitgegeven, overCent, onbeslistCent, ingediend, gemiddeldCent }: Bereik): number | null {
  const toegelaten = Math.min(toegelatenTot, uitgegeven)
  if (ingediend < GENOEG || gemiddeldCent <= 0 || toegelaten <= 0) return null
  const nogCent = Math.max(0, overCent - onbeslistCent)
  const aandeel = Math.min(1, ingediend / toegelaten)
  return toegelaten + Math.floor(nogCent / gemiddeldCent / aandeel)
}
