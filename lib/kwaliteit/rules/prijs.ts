import { addMonths, type PlainDate } from '@/lib/base/date'
import type { Maatstaf, Prijsmoment, Vergelijking } from '@/lib/kwaliteit/model'
import { GRENZEN } from '@/lib/kwaliteit/rules/grenzen'
import { alsWaar, type Toetsen } from '@/lib/kwaliteit/rules/toets'

/** One rise of a price. */
export type Verhoging = { op: PlainDate; vanCent: number; naarCent: number }

/** The rises in a history of prices; a fall is no rise, and neither is a first price. */
export function listVerhogingen(prijzen: readonly Prijsmoment[]): Verhoging[] {
  return prijzen.flatMap(({ op, cent }, index) => {
    const vorige = prijzen[index - 1]
    return vorige !== undefined && vorige.cent > 0 && cent > vorige.cent ? [{ op, vanCent: vorige.cent, naarCent: cent }] : []
  })
}

/** The rises of the last twelve months, counted back from today. */
function recent(prijzen: readonly Prijsmoment[], { vandaag }: Maatstaf): Verhoging[] {
  const vanaf = addMonths(vandaag, -12)
  return listVerhogingen(prijzen).filter(({ op }) => op > vanaf)
}

/** The factor that makes a median distance comparable with a standard deviation, for values that are spread normally. */
const SCHAAL = 1.4826

/**
 * Whether a price stands apart from what comparable opleidingen cost (art. 5 lid 1 and lid 5: marktconform): far above the
 * median, counted in median distances. A low price is nobody's harm. With few to compare with, nothing is said.
 */
export function isUitschieter(prijsCent: number, { aantal, mediaanCent, afwijkingCent }: Vergelijking): boolean {
  if (aantal < GRENZEN.vergelijkbaarAantal) return false
  const afstand = prijsCent - mediaanCent
  // When half of them cost exactly the same, the distance is zero and every cent would stand out: then only the factor counts.
  return prijsCent > mediaanCent * GRENZEN.uitschieterFactor && afstand > GRENZEN.uitschieterAfstand * SCHAAL * afwijkingCent
}

/** What a price has done, and how it compares. */
export const PRIJS: Toetsen = {
  'prijs-op-maximum': ({ inhoud }, { maximumCent }) => {
    const prijsCent = inhoud.catalogusprijsCent ?? 0
    return alsWaar(prijsCent >= maximumCent * GRENZEN.bijMaximum && prijsCent <= maximumCent && inhoud.subsidiabelCent === prijsCent, { prijsCent, maximumCent })
  },
  // UWV, voorstel van 9-10-2022 (Woo-besluit STAP-keten): index at most once a year; the number is a parameter of the regeling.
  'prijs-te-vaak-verhoogd': ({ prijzen }, maatstaf) => {
    const verhogingen = recent(prijzen, maatstaf)
    return alsWaar(verhogingen.length > maatstaf.verhogingenPerJaar, { keren: verhogingen.length, mag: maatstaf.verhogingenPerJaar, laatste: verhogingen.at(-1)?.op ?? '' })
  },
  prijssprong: ({ prijzen }, maatstaf) => {
    const sprong = recent(prijzen, maatstaf).findLast(({ vanCent, naarCent }) => naarCent >= vanCent * (1 + GRENZEN.sprong))
    return sprong === undefined ? undefined : { gegevens: { ...sprong } }
  },
  'prijs-uitschieter': ({ inhoud }, { vergelijking }) => {
    const prijsCent = inhoud.catalogusprijsCent ?? 0
    return vergelijking !== undefined && isUitschieter(prijsCent, vergelijking) ? { gegevens: { prijsCent, ...vergelijking } } : undefined
  },
}
