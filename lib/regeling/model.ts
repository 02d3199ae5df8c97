import { z } from 'zod'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'

const count = z.int().min(0)
const positive = z.int().min(1)
const day = z.iso.date().transform(plainDate)

/** The kinds of recognition with which an opleider can be admitted to the scholingsregister. */
export const ERKENNING_SOORTEN = ['OCW', 'NRTO', 'NLQF', 'BRANCHE', 'CEDEO', 'CPION', 'EVC', 'TOETSINGSKADER'] as const

/** What happens with an aanvraag whose amount is more than what is left; Awb 4:25 lid 2. */
export const PAST_NIET_REGELS = ['weiger', 'deels', 'sluit'] as const
export type PastNietRegel = (typeof PAST_NIET_REGELS)[number]

// Every number, term and list of the regeling, with the shape of its value. Amounts are in cents, ages in whole years and months.
const schemas = {
  maximumbedrag: positive.transform(cent),
  'verleningen-per-jaar': positive,
  minimumleeftijd: positive,
  'aow-leeftijd': z.strictObject({ jaren: positive, maanden: z.int().min(0).max(11) }),
  'verzekerde-maanden': z.strictObject({ maanden: positive, vensterVanMaanden: positive, vensterTotMaanden: count }),
  startvenster: z.strictObject({ naDagen: count, maandenNaSluiting: positive }),
  beslistermijn: z.strictObject({ dagen: positive }),
  bezwaartermijn: z.strictObject({ weken: positive }),
  'gelijkgestelde-dagen': z.array(day),
  betaaltermijn: z.strictObject({ weken: positive }),
  'wettelijke-rente': z.strictObject({ procent: positive }),
  'rente-drempel': z.strictObject({ bestuursorgaanCent: positive, anderCent: positive }),
  aanmaning: z.strictObject({ weken: positive, grensCent: positive, onderGrensCent: count, vanafGrensCent: count }),
  betaalherinnering: z.strictObject({ dagenVoorEinde: positive }),
  verjaring: z.strictObject({ jaren: positive }),
  betalingsregeling: z.strictObject({ hoogsteAantal: positive, laagsteTermijnCent: positive, eersteBinnenDagen: positive, automatischTotCent: count, automatischAantal: positive, hersteldagen: positive, rentevrij: z.boolean() }),
  'kwijtschelding-mandaat': z.record(z.enum(['financieel', 'teamleider-financieel']), count),
  betaalmandaat: z.strictObject({ financieelTotCent: positive }),
  bankmandaat: z.strictObject({ alleenTotCent: count }),
  'bank-antwoord': z.strictObject({ werkdagen: positive }),
  'rekening-bedenktijd': z.strictObject({ dagen: positive }),
  'opschorting-termijn': z.strictObject({ weken: positive }),
  'afzegging-keuze': z.strictObject({ dagen: positive, herinneringDagen: positive }),
  annuleringskosten: z.strictObject({ maximumCent: positive, bedenktijdDagen: positive }),
  'factuur-vanaf': z.strictObject({ dagenVoorStart: count }),
  'bewijs-van-deelname-termijn': z.strictObject({ maanden: positive }),
  aanwezigheidsnorm: z.strictObject({ procent: z.int().min(1).max(100) }),
  'deelname-herinneringen': z.strictObject({ voorDagen: positive, naDagen: positive, laatsteDagen: positive }),
  'deelname-reactie': z.strictObject({ dagen: positive, herinneringDagen: positive }),
  'deelname-navraag': z.strictObject({ naDagen: positive, antwoordDagen: positive }),
  'deelname-controle': z.strictObject({ aantal: positive, inleverDagen: positive, perSignaal: count, margeProcent: count }),
  uitsluitingsduur: z.strictObject({ maximaalMaanden: positive, praktijkMaanden: positive }),
  'zienswijze-termijn': z.strictObject({ dagen: positive }),
  'intrekking-termijn': z.strictObject({ dagen: positive }),
  herzieningstermijn: z.strictObject({ jaren: positive }),
  verleningsgrens: z.strictObject({ aantal: positive, werkt: z.enum(['volgend-tijdvak', 'binnen-tijdvak']) }).nullable(),
  'toegelaten-erkenningen': z.array(z.enum(ERKENNING_SOORTEN)).min(1),
  registratiestop: z.strictObject({ dagenVoorOpening: count }),
  'aanlevering-verlies': z.strictObject({ procent: z.int().min(0).max(100), minstens: positive }),
  'erkenner-steekproef': z.strictObject({ aantal: positive, dagen: positive }),
  'wijziging-termijnen': z.strictObject({ antwoordWerkdagen: positive, wisselDagen: positive, vaakVanaf: positive }),
  'past-niet-regel': z.enum(PAST_NIET_REGELS),
  'reserve-bedenktijd': z.strictObject({ werkdagen: positive, minimaalUren: positive }),
  'herkies-termijn': z.strictObject({ dagen: positive }),
  wachtkamer: z.strictObject({ urenVoorOpening: positive, perMinuut: z.int().min(1).max(600_000) }),
  prijsindexering: z.strictObject({ maximaalPerJaar: count }),
  'studiefinanciering-risico': z.strictObject({ leeftijdTot: positive, niveaus: z.array(z.string()).min(1), waardedocumenten: z.array(z.string()).min(1) }),
} satisfies Record<string, z.ZodType>

export type ParameterNaam = keyof typeof schemas

/** The value of each parameter, by its name. */
export type ParameterWaarden = { [Naam in ParameterNaam]: z.output<(typeof schemas)[Naam]> }

export const parameterSchemas: { [Naam in ParameterNaam]: z.ZodType<ParameterWaarden[Naam]> } = schemas

/** True when a name from the database is a parameter that this version of the system knows. */
export function isParameterNaam(naam: string): naam is ParameterNaam {
  return Object.hasOwn(schemas, naam)
}

/** A row of the table parameter: a value that holds from `geldigVan` up to but not including `geldigTot` (null is without an end). */
export type ParameterRij = {
  readonly naam: string
  readonly waarde: unknown
  readonly geldigVan: PlainDate
  readonly geldigTot: PlainDate | null
  readonly bron: string
}

/** A value of the regeling with its period and the place it was taken from. */
export type Bepaling<Naam extends ParameterNaam> = {
  readonly naam: Naam
  readonly waarde: ParameterWaarden[Naam]
  readonly geldigVan: PlainDate
  readonly geldigTot: PlainDate | null
  readonly bron: string
}

/** What a besluit keeps of the regeling, so that it can be explained later (invariant I8). */
export type Momentopname = Readonly<Record<string, { waarde: unknown; geldigVan: PlainDate; bron: string }>>

/** The regeling as it held on one day. */
export type Regeling = {
  readonly opDatum: PlainDate
  /** The value on that day. Throws OnbekendePeriode when the regeling has none for it. */
  get: <Naam extends ParameterNaam>(naam: Naam) => ParameterWaarden[Naam]
  /** The value with its period and source. Throws OnbekendePeriode. */
  bepaling: <Naam extends ParameterNaam>(naam: Naam) => Bepaling<Naam>
  /** Every value up to and including that day, oldest first: for a rule that looks back, like the AOW-leeftijd. */
  historie: <Naam extends ParameterNaam>(naam: Naam) => readonly Bepaling<Naam>[]
  /** The named values for a besluit. Throws OnbekendePeriode. */
  momentopname: (...namen: readonly ParameterNaam[]) => Momentopname
}
