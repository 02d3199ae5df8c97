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
  'titel', 'omschrijving', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'duur', 'studielast', 'erkend-onderdeel', 'catalogusprijs', 'subsidiabele-kosten',
] as const
export type Gebrek = (typeof GEBREKEN)[number]

/** The kinds of scholing; what each requires in which period stands in rules/scholingsoort.ts. */
export const SCHOLINGSOORTEN = ['cursus', 'onderdeel', 'evc', 'meerjarig'] as const
export type Scholingsoort = (typeof SCHOLINGSOORTEN)[number]

/** What a line of the price is for. Which kinds the STAP-budget pays stands in rules/prijs.ts. */
export const KOSTENSOORTEN = [
  'LESGELD', 'EXAMEN', 'CERTIFICAAT', 'LEERMIDDELEN', 'LITERATUUR', 'BESCHERMINGSMIDDELEN', 'CATERING', 'REIS_EN_VERBLIJF', 'OVERIG',
] as const
export type Kostensoort = (typeof KOSTENSOORTEN)[number]

/** One line of the price, VAT included; a discount is negative. */
export type Kostenpost = { soort: Kostensoort; omschrijving: string; bedragCent: number; isVerplicht: boolean }

export const DAGDELEN = ['OVERDAG', 'AVOND', 'WEEKEND'] as const
export type Dagdeel = (typeof DAGDELEN)[number]

/** The registers of recognised programmes: mbo, hoger onderwijs, and RIO for both. */
export const ONDERDEEL_REGISTERS = ['CREBO', 'CROHO', 'RIO'] as const

/** The OCW-recognised programme that a scholing is a part of, and what somebody gets for that part. */
export type ErkendOnderdeel = { register: (typeof ONDERDEEL_REGISTERS)[number]; code: string; naam: string; certificaat: string }

/** The four layers of the ROA instrument (afwegingskader arbeidsmarktgerichtheid), from general to specific. */
export const ARBEIDSMARKT_LAGEN = ['leervermogen', 'basisvaardigheden', 'algemene-inzetbaarheid', 'beroepsspecifiek'] as const
export type ArbeidsmarktLaag = (typeof ARBEIDSMARKT_LAGEN)[number]

/** What makes a scholing not arbeidsmarktgericht, whatever its layers. */
export const ARBEIDSMARKT_UITSLUITINGEN = ['hobby', 'bedrijfsgericht', 'leerabonnement', 'coaching', 'dubbele-financiering'] as const
export type ArbeidsmarktUitsluiting = (typeof ARBEIDSMARKT_UITSLUITINGEN)[number]

/**
 * What the opleider answers to the ROA instrument, per opleiding. `coachingProcent` is the share of coaching; `taalniveau` what a
 * language course starts from and ends at; `uitsluitingen` what applies to it by the opleider's own word.
 */
export type ArbeidsmarktAntwoorden = {
  lagen: ArbeidsmarktLaag[]
  beroepen: string
  toelichting: string
  coachingProcent: number
  taalniveau: { instap: string; eind: string } | null
  uitsluitingen: ArbeidsmarktUitsluiting[]
}

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
  /** Both follow from `kosten` when there are any. */
  catalogusprijsCent: number | null
  subsidiabelCent: number | null
  soort: Scholingsoort
  kosten: Kostenpost[]
  themas: string[]
  leerdoel: string
  toelatingseisen: string
  erkendOnderdeel: ErkendOnderdeel | null
  /** 1 to 8 */
  eqf: number | null
  /** 1 to 8; 0 is the entrance level */
  nlqf: number | null
  /** The page of the opleider on it. */
  url: string | null
  dagdelen: Dagdeel[]
  /** Null while the opleider has not answered. */
  arbeidsmarkt: ArbeidsmarktAntwoorden | null
  /** Whether the opleider still offers it; what was never goes away (RIO keeps history). */
  actief: boolean
}

/** What an opleiding says when nobody filled it in. */
export const ZONDER_EXTRA = {
  soort: 'cursus', kosten: [], themas: [], leerdoel: '', toelatingseisen: '', erkendOnderdeel: null, eqf: null, nlqf: null, url: null, dagdelen: [], arbeidsmarkt: null, actief: true,
} satisfies Partial<OpleidingInhoud>

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
  dagdelen: Dagdeel[]
  /** Which year of a meerjarige opleiding; null for any other kind. */
  scholingsjaar: number | null
  /** Its own cost lines; empty is those of the opleiding. */
  kosten: Kostenpost[]
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

/**
 * Admitted from `geldigVan` up to, and not including, `geldigTot`: the whole opleider, or (`opleidingId`) one opleiding.
 * One that was withdrawn does not count from the day of withdrawal, which is then `geldigTot`.
 */
export type ErkenningPeriode = {
  soort: ErkennerSoort
  erkennerId: string
  opleidingId: string | null
  geldigVan: PlainDate
  geldigTot: PlainDate | null
  isIngetrokken: boolean
}

/** One reason why a row of a file is refused. `veld` is the path in the file. */
export type Rijfout = { veld: string; reden: string }

export function isCategorie(waarde: unknown): waarde is Categorie {
  return CATEGORIEEN.some((categorie) => categorie === waarde)
}

export function isScholingsoort(waarde: unknown): waarde is Scholingsoort {
  return SCHOLINGSOORTEN.some((soort) => soort === waarde)
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

export const IMPORT_TOESTANDEN = ['ontvangen', 'wacht-op-kolomindeling', 'bezig', 'wacht-op-akkoord', 'klaar', 'mislukt', 'teruggedraaid'] as const
export type ImportToestand = (typeof IMPORT_TOESTANDEN)[number]

export function isImportToestand(waarde: unknown): waarde is ImportToestand {
  return IMPORT_TOESTANDEN.some((toestand) => toestand === waarde)
}
