import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { Categorie, MaatregelSoort, Opleidingsvorm } from '@/lib/register/model'

/** What can be chosen beside the words of a search. */
export const FACETTEN = ['categorie', 'niveau', 'taal', 'duur', 'vorm', 'plaats', 'startmaand', 'prijs', 'dagdeel', 'stap', 'eigen'] as const
export type FacetNaam = (typeof FACETTEN)[number]

/** How long an opleiding takes, by the number of days from the first to the last. */
export const DUREN = [
  { code: 'dag', tot: 1 }, { code: 'week', tot: 7 }, { code: 'maand', tot: 31 }, { code: 'kwartaal', tot: 92 }, { code: 'halfjaar', tot: 183 }, { code: 'jaar', tot: 366 }, { code: 'langer', tot: 10_000 },
] as const
export type Duur = (typeof DUREN)[number]['code']

/** What the STAP-budget pays, in euros up to and including `tot`. */
export const STAP_BANDEN = [{ code: '0-250', tot: 250 }, { code: '250-500', tot: 500 }, { code: '500-750', tot: 750 }, { code: '750-1000', tot: 1_000 }, { code: '1000+', tot: 1_000_000 }] as const
export type StapBand = (typeof STAP_BANDEN)[number]['code']

/** Bounds to choose from, up to and including: the price and what one pays oneself in euros, the distance in kilometres. */
export const PRIJZEN = [250, 500, 1_000, 1_500, 2_500] as const
export const EIGEN_BIJDRAGEN = [0, 100, 250, 500, 1_000] as const
export const AFSTANDEN = [5, 10, 25, 50, 100] as const
/** The distance that is meant when somebody names a town and no distance. */
export const AFSTAND_GEWOON = 10

export const SORTERINGEN = ['relevantie', 'prijs', 'start', 'afstand', 'eigen'] as const
export type Sortering = (typeof SORTERINGEN)[number]

/** A value to choose with how many opleidingen one would then see. */
export type Facet = { waarde: string; aantal: number }

/** One opleiding in the list, with the start date that is shown of it. */
export type Zoekresultaat = {
  id: string
  titel: string
  samenvatting: string
  opleider: string
  categorie: Categorie | null
  maatregel: MaatregelSoort | null
  startdatum: PlainDate
  plaats: string | null
  /** In kilometres, when a place was chosen and the start has one. */
  afstand: number | null
  vorm: Opleidingsvorm
  prijs: Cent
  stap: Cent
  eigen: Cent
  /** How many start dates fit the search. */
  starts: number
}

export type Zoekuitkomst = {
  totaal: number
  resultaten: Zoekresultaat[]
  facetten: Record<FacetNaam, Facet[]>
  /** Words that were read as another word. */
  correcties: readonly { van: string; naar: string }[]
  /** Words that no opleiding has. */
  onbekend: readonly string[]
  /** Nothing had all words: these have most of them. */
  isRuim: boolean
  /** The town that distances are measured from. */
  vanaf: string | null
}
