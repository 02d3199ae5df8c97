import type { PlainDate } from '@/lib/base/date'
import { GEBREKEN, type Categorie, type Gebrek, type Kostensoort, type OpleidingInhoud, type Opleidingsvorm } from '@/lib/register/model'

/** How bad a signaal is: a fout keeps burgers away, let-op is probably wrong, aandacht asks to look at it once. */
export const ERNSTEN = ['fout', 'let-op', 'aandacht'] as const
export type Ernst = (typeof ERNSTEN)[number]

/** What a kwaliteitsregel is about. */
export const ONDERWERPEN = ['volledigheid', 'aannemelijkheid', 'prijs', 'gelijkenis', 'risico'] as const
export type Onderwerp = (typeof ONDERWERPEN)[number]

/** A missing mandatory field is a kwaliteitsregel of its own, so that each is a cause of its own. */
export type Ontbreekt = `ontbreekt-${Gebrek}`
export const ONTBREEKT: readonly Ontbreekt[] = GEBREKEN.map((gebrek): Ontbreekt => `ontbreekt-${gebrek}`)

const OVERIGE_REGELS = [
  'geen-startdatum', 'samenvatting-ontbreekt', 'leerdoel-ontbreekt', 'toelatingseisen-ontbreken', 'arbeidsmarkt-ontbreekt',
  'startdatum-voorbij', 'periode-past-niet', 'online-met-adres', 'locatie-zonder-adres', 'postcode-onjuist', 'adres-zonder-nummer',
  'uurprijs-laag', 'uurprijs-hoog', 'studielast-past-niet', 'subsidiabel-zonder-kosten', 'omschrijving-kort', 'omschrijving-herhaalt-titel',
  'titel-in-hoofdletters', 'opmaak-in-tekst', 'niveau-past-niet',
  'prijs-op-maximum', 'prijs-te-vaak-verhoogd', 'prijssprong', 'prijs-uitschieter',
  'dubbel', 'samengesteld',
  'risico-coaching', 'risico-hobby', 'risico-geschenk', 'risico-uitgesloten',
] as const
export type Kwaliteitsregel = Ontbreekt | (typeof OVERIGE_REGELS)[number]
export const KWALITEITSREGELS: readonly Kwaliteitsregel[] = [...ONTBREEKT, ...OVERIGE_REGELS]

export function isKwaliteitsregel(waarde: unknown): waarde is Kwaliteitsregel {
  return KWALITEITSREGELS.some((regel) => regel === waarde)
}

/** A start date as the rules read it. A cancelled one is not read. */
export type ActiviteitFeiten = {
  id: string
  startdatum: PlainDate
  einddatum: PlainDate
  isOpen: boolean
  vorm: Opleidingsvorm
  plaats: string | null
  adres: string | null
  postcode: string | null
}

/** The price of an opleiding from this day on; amounts in cents. */
export type Prijsmoment = { op: PlainDate; cent: number }

/** Everything that one opleiding is judged on. */
export type OpleidingFeiten = {
  id: string
  inhoud: OpleidingInhoud
  activiteiten: readonly ActiviteitFeiten[]
  /** Oldest first; only days on which the price became another. */
  prijzen: readonly Prijsmoment[]
}

/** What the opleidingen of the same vakgebied, niveau and length cost: the median and the median distance to it, in cents. */
export type Vergelijking = { aantal: number; mediaanCent: number; afwijkingCent: number }

/** What the rules read besides the opleiding itself. */
export type Maatstaf = {
  vandaag: PlainDate
  /** Parameters of the regeling on that day. */
  maximumCent: number
  verhogingenPerJaar: number
  vergelijking: Vergelijking | undefined
}

/** Figures and words that the sentence of a signaal needs. No personal data: nothing of a burger is read here. */
export type Gegevens = Readonly<Record<string, string | number>>

/** One rule that holds for one opleiding now; `aantal` counts the start dates or the other opleidingen it is about. */
export type Bevinding = { regel: Kwaliteitsregel; gegevens: Gegevens; aantal: number; activiteitId?: string; andereId?: string }

/** A bevinding as it is kept: since when, and until when it held. */
export type Signaal = Bevinding & { id: string; opleidingId: string; ontstaanOp: Date; opgelostOp: Date | null }

/** What can be done to many opleidingen at once. */
export const BEWERKING_SOORTEN = [
  'prijs', 'categorie', 'stap-aan', 'stap-uit', 'sluit-aanmelding', 'sluit-voorbije-startdata', 'bied-niet-aan', 'bied-weer-aan', 'tekst-opschonen',
] as const
export type BewerkingSoort = (typeof BEWERKING_SOORTEN)[number]

/**
 * How a price changes: the amount of one kind of cost line becomes `waarde`, or `waarde` more, in cents; or so many tenths of a
 * percent more, rounded to whole euros (a tenth of a percent of a price is nobody's price).
 */
export type Prijswijziging = { soort: 'prijs'; kostensoort: Kostensoort; wijze: 'bedrag' | 'erbij' | 'promille'; waarde: number }

/** One change to many opleidingen. */
export type Bewerkingsopdracht = Prijswijziging | { soort: 'categorie'; categorie: Categorie } | { soort: Exclude<BewerkingSoort, 'prijs' | 'categorie'> }

/** Shown first, then carried out: at once when it is small, by a job when it is large. */
export const BEWERKING_STATUSSEN = ['voorbeeld', 'wacht', 'klaar'] as const
export type BewerkingStatus = (typeof BEWERKING_STATUSSEN)[number]

/** Why an opleiding is left as it was. */
export const OVERSLAAN_REDENEN = ['geen-prijs', 'geen-kosten-van-deze-soort', 'prijs-te-hoog', 'prijs-te-laag', 'niet-gevonden'] as const
export type OverslaanReden = (typeof OVERSLAAN_REDENEN)[number]
