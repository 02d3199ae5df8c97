import { z } from 'zod'
import { parseDatum, plainDate, type PlainDate } from '@/lib/base/date'

/*
 * The part of EDU-DEX Data API 3.1 `program_in` that the register reads. A field that is absent becomes a gebrek;
 * a field that is there with a wrong value makes the row refused. Fields that the register does not use are ignored.
 */

const TEKST = 'Dit moet tekst zijn, tussen aanhalingstekens.'
const text = (max: number) => z.string({ error: TEKST }).max(max, { error: `Gebruik hoogstens ${String(max)} tekens.` })
const localized = (max: number) => z.object({ nl: text(max).optional(), en: text(max).optional() }, { error: 'Geef de tekst per taal, bijvoorbeeld {"nl": "…"}.' })
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: (issue) => `${shown(issue.input)} staat niet in de lijst van EDU-DEX. Kies uit: ${values.slice(0, 12).join(', ')}${values.length > 12 ? ' …' : ''}.` })
const wholeNumber = z.int({ error: 'Dit moet een heel getal zijn, zonder aanhalingstekens.' }).min(0, { error: 'Dit getal mag niet negatief zijn.' }).max(100_000, { error: 'Dit getal is te groot.' })
const yesNo = z.boolean({ error: 'Dit moet true of false zijn.' })
const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'Dit moet een lijst zijn.' })
const identifier = (pattern: RegExp, name: string) => z.string({ error: `${name} ontbreekt. Zonder ${name} weten wij niet om welke opleiding of startdatum het gaat.` })
  .regex(pattern, { error: `${name} bevat tekens die EDU-DEX niet toestaat, of is langer dan 64 tekens.` })

const code = (pattern: RegExp, name: string) => z.string({ error: TEKST }).regex(pattern, { error: `Dit is geen geldige ${name}. Kijk de code na in het register waar hij uit komt.` })

// A feed says the same few hundred days hundreds of thousands of times.
const DAYS = new Map<string, PlainDate>()

function readDay(waarde: string): PlainDate | undefined {
  const eerder = DAYS.get(waarde)
  if (eerder !== undefined) return eerder
  const dag = /^\d{4}-\d{2}-\d{2}$/.test(waarde) ? parseDatum(waarde) : undefined
  if (dag !== undefined && DAYS.size < 20_000) DAYS.set(waarde, dag)
  return dag
}

const date = z.string({ error: 'Dit moet een datum zijn, bijvoorbeeld "2022-11-29".' }).transform((waarde, ctx): PlainDate => {
  const dag = readDay(waarde)
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${shown(waarde)} is geen bestaande datum. Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2022-11-29.` })
  return plainDate('0001-01-01')
})

const BEDRAG = 'Schrijf het bedrag als "939.50" of "1000", zonder punt voor duizendtallen.'
/** EDU-DEX writes an amount as text with a point; here it becomes cents. */
const amount = z.string({ error: BEDRAG }).transform((waarde, ctx): number => {
  const match = /^([-+]?)([0-9]{1,7})(?:\.([0-9]{2}))?$/.exec(waarde)
  if (match !== null) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 100 + Number(match[3] ?? '0'))
  ctx.addIssue({ code: 'custom', message: `${shown(waarde)} is geen bedrag. ${BEDRAG}` })
  return 0
})

export const COST_TYPES = [
  'tuition fee', 'examination', 'study material', 'certificate', 'registration fee', 'cost of living', 'excursions', 'housing', 'insurance', 'location',
  'lunch', 'dinner', 'visa/permit', 'coaching', 'accommodation', 'second accommodation', 'single payment discount',
] as const
export const PROGRAM_LEVELS = [
  'none', 'propedeuse', 'associate', 'bachelor', 'master', 'post-hbo', 'academic bachelor', 'academic master', 'PhD', 'post-academic', 'mavo', 'havo', 'vwo',
  'vbo', 'vmbo', 'vmbo/mavo', 'lbo', 'mbo', 'hbo', 'wo', 'mbo niveau 1', 'mbo niveau 2', 'mbo niveau 3', 'mbo niveau 4', 'mbo+',
] as const
export const PROGRAM_FORMS = ['dual', 'full-time', 'part-time', 'evening education', 'distance learning', 'e-learning', 'virtual classroom'] as const
export const THEMES = [
  'automation and it', 'human resources', 'secretarial and office work', 'personal effectiveness', 'sales', 'care and personal care', 'health and safety',
  'communication', 'procurement and logistics', 'marketing', 'manufacturing engineering and construction', 'sports and vitality', 'law', 'hobbies and leisure',
  'finance', 'management', 'training and education', 'quality and project management', 'languages', 'internet and media', 'property and real estate',
  'change management', 'personal development', 'leadership', 'entrepreneurship', 'coaching', 'government and non-profit', 'tourism, recreation and hospitality',
] as const
const PROGRAM_TYPES = [
  'regular', 'coaching', 'conference', 'educational', 'exam', 'internship', 'research', 'self study', 'traineeship', 'training', 'virtual classroom',
  'webinar', 'workshop', 'document', 'lecture', 'master class', 'mbo module',
] as const
export const PARTS_OF_DAY = ['morning', 'afternoon', 'day', 'evening', 'night', 'weekend'] as const
const RUN_STATUSES = ['application opened', 'application closed', 'canceled'] as const
const CATALOGS = ['leerrijk', 'bloomville', 'rio', 'rio/stap', ''] as const
const SECTORS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U'] as const

const cost = z.object({
  amount,
  amountVAT: amount.optional(),
  costType: oneOf(COST_TYPES),
  currency: z.literal('EUR', { error: 'De prijs moet in euro’s zijn: zet bij currency de waarde EUR.' }),
  isRequiredCost: yesNo,
}, { error: 'Dit is geen kostenpost zoals EDU-DEX die kent.' })

const location = z.object({ address: text(200).optional(), city: text(100).optional(), zipcode: text(12).optional() }, { error: 'Dit is geen locatie zoals EDU-DEX die kent.' })
const day = z.object({ date }, { error: 'De datum ontbreekt. Geef hem als {"date": "2022-11-29", "isFinal": true}.' })

const programRun = z.object({
  id: identifier(/^[-a-zA-Z0-9_.{} /]{1,64}$/, 'programRun.id'),
  startDate: day,
  endDate: day,
  status: oneOf(RUN_STATUSES),
  contactHoursPartOfDay: list(oneOf(PARTS_OF_DAY)).optional(),
  cost: list(cost).optional(),
  fullyOnline: yesNo.optional(),
  location: location.optional(),
  maxNumberOfParticipants: wholeNumber.optional(),
  programForm: oneOf(PROGRAM_FORMS).optional(),
}, { error: 'Dit is geen startmoment zoals EDU-DEX dat kent.' }).superRefine((run, ctx) => {
  if (run.endDate.date < run.startDate.date)
    ctx.addIssue({ code: 'custom', path: ['endDate', 'date'], message: `De einddatum ${run.endDate.date} ligt voor de startdatum ${run.startDate.date}.` })
})

const duration = z.object({ years: wholeNumber, months: wholeNumber, weeks: wholeNumber, days: wholeNumber, hours: wholeNumber }, { error: 'Geef de duur als {"days": 5} of een andere eenheid.' }).partial()

const classification = z.object({
  degree: text(60).optional(),
  orgUnitId: identifier(/^[-+a-z0-9_.{}/&]{1,64}$/, 'orgUnitId'),
  programId: identifier(/^[- #&'()+,./0-9:?A-Z_a-z|éëïü{}]{1,64}$/, 'programId'),
  fullyOnline: yesNo.optional(),
  programDuration: duration.optional(),
  programForm: list(oneOf(PROGRAM_FORMS)).optional(),
  programLevel: oneOf(PROGRAM_LEVELS).optional(),
  programType: oneOf(PROGRAM_TYPES).optional(),
  targetSector: list(oneOf(SECTORS)).optional(),
  theme: list(oneOf(THEMES)).optional(),
}, { error: 'programClassification ontbreekt. Daarin staan programId en orgUnitId.' })

/** One program of an EDU-DEX file. */
export const edudexProgram = z.object({
  includeInCatalog: list(oneOf(CATALOGS)).optional(),
  programClassification: classification,
  programCurriculum: z.object({
    instructionLanguage: list(z.object({ languageCode: text(2), percentage: wholeNumber.optional() })).optional(),
    studyLoad: z.object({ program: wholeNumber.optional() }, { error: 'Geef de studielast als {"program": 40}.' }).optional(),
  }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
  programDescriptions: z.object({
    programName: localized(200).optional(),
    programSummaryText: localized(200).optional(),
    programDescriptionText: localized(1200).optional(),
    subjectText: list(z.object({ subject: text(100).optional(), descriptionText: localized(20_000).optional() }, { error: 'Dit onderdeel is niet volledig.' })).optional(),
    webLink: localized(500).optional(),
  }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
  programExternalAcknowledgements: z.object({
    creboRegistration: list(z.object({ creboCode: code(/^[A-Z\d]\d{4}$/, 'creboCode'), creboName: localized(200).optional() })).optional(),
    crohoRegistration: list(z.object({ crohoCode: code(/^\d{5}$/, 'crohoCode'), crohoName: localized(200).optional() })).optional(),
    nlqfRegistration: list(z.object({ eqfLevel: oneOf(['1', '2', '3', '4', '5', '6', '7', '8']), nlqfLevel: oneOf(['1', '2', '3', '4', '4+', '5', '6', '7', '8']) })).optional(),
    rioRegistration: code(/^\d{4}O\d{4}$/, 'rioRegistration').optional(),
  }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
  programFree: z.object({ rioCategorie: z.unknown().optional(), stapSoort: z.unknown().optional(), scholingsjaren: z.unknown().optional() }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
  programSchedule: z.object({
    genericProgramRun: z.object({ contactHoursPartOfDay: list(oneOf(PARTS_OF_DAY)).optional(), cost: list(cost).optional() }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
    programRun: list(programRun).max(500, { error: 'Een opleiding kan hoogstens 500 startmomenten hebben.' }).optional(),
  }, { error: 'Dit onderdeel is niet volledig.' }).optional(),
}, { error: 'Dit is geen opleiding zoals EDU-DEX die kent: verwacht wordt een object met programClassification.' })

export type EdudexProgram = z.output<typeof edudexProgram>
export type EdudexCost = z.output<typeof cost>
export type EdudexRun = z.output<typeof programRun>

function shown(waarde: unknown): string {
  const tekst = typeof waarde === 'string' ? waarde : (JSON.stringify(waarde) ?? 'leeg')
  return `“${tekst.slice(0, 40)}”`
}
