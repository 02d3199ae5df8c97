import type { PlainDate } from '@/lib/base/date'
import { ERKENNING_SOORTEN } from '@/lib/regeling/model'

/** The fields that RIO knows, with its own values. The Dutch label of each stands in texts.ts. */
export const CATEGORIEEN = [
  'BEDRIJFS_EN_PROJECTONDERSTEUNING', 'ECONOMIE', 'GEDRAG_EN_MAATSCHAPPIJ', 'GEZONDHEID_ZORG_EN_SPORT', 'HOBBY_EN_VRIJE_TIJD',
  'LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING', 'MANAGEMENT_EN_PROJECTMANAGEMENT', 'NATUUR', 'ONDERWIJS', 'RECHT', 'SECTOROVERSTIJGEND',
  'TAAL_EN_CULTUUR', 'TECHNIEK_EN_ICT', 'TOERISME_HORECA_EN_RECREATIE', 'TRANSPORT_EN_LOGISTIEK', 'VEILIGHEID_EN_DEFENSIE',
] as const
export type Categorie = (typeof CATEGORIEEN)[number]

export const NIVEAUS = [
  'MBO', 'MBO-1', 'MBO-2', 'MBO-3', 'MBO-4', 'NT2-I', 'NT2-II', 'EDUCATIE',
  'HBO-AD', 'HBO-BA', 'HBO-MA', 'HBO-PM', 'HBO-O', 'WO-BA', 'WO-MA', 'WO-PM', 'WO-O', 'ONBEPAALD',
] as const
export type Niveau = (typeof NIVEAUS)[number]

export const OPLEIDINGSVORMEN = ['KLASSIKAAL', 'ONLINE', 'KLASSIKAAL_EN_ONLINE', 'ZELFSTUDIE', 'COACHING', 'LEZING'] as const
export type Opleidingsvorm = (typeof OPLEIDINGSVORMEN)[number]

export const WAARDEDOCUMENTEN = ['CERTIFICAAT', 'DIPLOMA', 'GETUIGSCHRIFT', 'VAKBEKWAAMHEIDSBEWIJS', 'GEEN_OFFICIEEL_DOCUMENT'] as const
export type Waardedocument = (typeof WAARDEDOCUMENTEN)[number]

export const STUDIELAST_EENHEDEN = ['UUR', 'CONTACTUUR', 'SBU', 'ECTS_PUNT', 'STUDIEPUNT'] as const
export type StudielastEenheid = (typeof STUDIELAST_EENHEDEN)[number]

/** A mandatory field of the register that an opleiding misses. With one gebrek it cannot be applied for. */
export const GEBREKEN = [
  'titel', 'omschrijving', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'duur', 'catalogusprijs', 'subsidiabele-kosten',
] as const
export type Gebrek = (typeof GEBREKEN)[number]

/** Everything that can be said of an opleiding and that makes a new version when it changes. Amounts in cents, VAT included. */
export type OpleidingInhoud = {
  titel: string
  samenvatting: string
  omschrijving: string
  categorie: Categorie | null
  niveau: Niveau | null
  opleidingsvorm: Opleidingsvorm | null
  waardedocument: Waardedocument | null
  studielast: number | null
  studielastEenheid: StudielastEenheid | null
  duurDagen: number | null
  /** ISO 639-1 */
  voertaal: string
  /** The opleider lets citizens use the STAP-budget for it (RIO: toestemmingDeelnameSTAP). */
  stapToestemming: boolean
  catalogusprijsCent: number | null
  subsidiabelCent: number | null
}

export const ACTIVITEIT_STATUSSEN = ['open', 'gesloten', 'geannuleerd'] as const
export type ActiviteitStatus = (typeof ACTIVITEIT_STATUSSEN)[number]

/** One real run of an opleiding: these dates, this place, this price. `cohortcode` is unique within the opleider (RIO N11421). */
export type ActiviteitInhoud = {
  cohortcode: string
  startdatum: PlainDate
  einddatum: PlainDate
  plaats: string | null
  adres: string | null
  postcode: string | null
  opleidingsvorm: Opleidingsvorm
  status: ActiviteitStatus
  catalogusprijsCent: number
  subsidiabelCent: number
  deelnemersplaatsen: number | null
}

/** What supervision does to an opleider or one opleiding, lightest first. */
export const MAATREGEL_SOORTEN = ['in-onderzoek', 'geblokkeerd', 'verwijderd'] as const
export type MaatregelSoort = (typeof MAATREGEL_SOORTEN)[number]

/** A maatregel on a whole opleider (`opleidingId` null) or on one opleiding. `einddatum` is the first day without it. */
export type Maatregel = {
  id: string
  opleidingId: string | null
  soort: MaatregelSoort
  ingangsdatum: PlainDate
  einddatum: PlainDate | null
  isOpgeheven: boolean
}

/** The kinds of erkenner that can admit opleiders to the register; which of them count on a day is a parameter of the regeling. */
export type ErkennerSoort = (typeof ERKENNING_SOORTEN)[number]

/** Admitted from `geldigVan` up to, and not including, `geldigTot`. */
export type ErkenningPeriode = { soort: ErkennerSoort; geldigVan: PlainDate; geldigTot: PlainDate | null }

/** One reason why a row of a file is refused. `veld` is the path in the file. */
export type Rijfout = { veld: string; reden: string }

export function isCategorie(waarde: unknown): waarde is Categorie {
  return CATEGORIEEN.some((categorie) => categorie === waarde)
}

export function isOpleidingsvorm(waarde: unknown): waarde is Opleidingsvorm {
  return OPLEIDINGSVORMEN.some((vorm) => vorm === waarde)
}

export function isMaatregelSoort(waarde: unknown): waarde is MaatregelSoort {
  return MAATREGEL_SOORTEN.some((soort) => soort === waarde)
}

export function isGebrek(waarde: unknown): waarde is Gebrek {
  return GEBREKEN.some((gebrek) => gebrek === waarde)
}

export function isErkennerSoort(waarde: unknown): waarde is ErkennerSoort {
  return ERKENNING_SOORTEN.some((soort) => soort === waarde)
}

export type ImportToestand = 'ontvangen' | 'bezig' | 'klaar' | 'mislukt'

/** What became of a register file, with its faults grouped by cause: the same fault in a thousand rows is one line. */
export type ImportVerslag = {
  bestandsnaam: string
  opleider: string | null
  toestand: ImportToestand
  /** Why the file as a whole was refused. */
  reden: string | null
  totaal: number
  nieuw: number
  gewijzigd: number
  ongewijzigd: number
  geweigerd: number
  createdAt: Date
  klaarOp: Date | null
  oorzaken: { veld: string; reden: string; aantal: number; regels: number[]; sleutels: (string | null)[] }[]
  gebreken: { gebrek: Gebrek; aantal: number }[]
}

export function isImportToestand(waarde: unknown): waarde is ImportToestand {
  return waarde === 'ontvangen' || waarde === 'bezig' || waarde === 'klaar' || waarde === 'mislukt'
}
