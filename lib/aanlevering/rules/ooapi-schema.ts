import { z } from 'zod'
import { parseDatum, plainDate, type PlainDate } from '@/lib/base/date'
import { shown } from '@/lib/aanlevering/rules/waarden'

/*
 * The part of OOAPI 5 (Program, Course, ProgramOffering, CourseOffering, with the consumer "rio") that the register reads. A field that
 * is absent becomes a gebrek; a field with a wrong value refuses the row. Everything else in the objects is ignored.
 */

const TEKST = 'Dit moet tekst zijn, tussen aanhalingstekens.'
const text = z.string({ error: TEKST }).max(20_000, { error: 'Gebruik hoogstens 20.000 tekens.' })
const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'Dit moet een lijst zijn.' }).max(1000, { error: 'Deze lijst heeft meer dan 1.000 delen.' })
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: (issue) => `${shown(String(issue.input))} staat niet in de lijst van OOAPI. Kies uit: ${values.join(', ')}.` })

/** A text in one or more languages: [{"language": "nl-NL", "value": "…"}]. */
const localized = list(z.object({ language: text.optional(), value: text.optional() }, { error: 'Geef de tekst per taal, bijvoorbeeld [{"language": "nl-NL", "value": "…"}].' }))
const code = z.object({ codeType: text.optional(), code: text }, { error: 'Geef een codeType en een code.' })

const date = z.string({ error: 'Dit moet een datum zijn, bijvoorbeeld "2022-11-29".' }).transform((waarde, ctx): PlainDate => {
  const dag = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(waarde) ? parseDatum(waarde.slice(0, 10)) : undefined
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${shown(waarde)} is geen bestaande datum. Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2022-11-29.` })
  return plainDate('0001-01-01')
})

const BEDRAG = 'Schrijf het bedrag als "939.50" of "1000", zonder komma en zonder punt voor duizendtallen.'
/** OOAPI writes an amount as text with a point, VAT included; here it becomes cents. */
const amount = z.string({ error: BEDRAG }).transform((waarde, ctx): number => {
  const match = /^([0-9]{1,6})(?:\.([0-9]{1,2}))?$/.exec(waarde)
  if (match !== null) return Number(match[1]) * 100 + Number((match[2] ?? '0').padEnd(2, '0'))
  ctx.addIssue({ code: 'custom', message: `${shown(waarde)} is geen bedrag. ${BEDRAG}` })
  return 0
})

const cost = z.object({
  costType: text,
  amount: amount.optional(),
  amountWithoutVat: amount.optional(),
  vatAmount: amount.optional(),
  currency: z.literal('EUR', { error: 'Geef bedragen in euro’s (EUR).' }).optional(),
}, { error: 'Dit onderdeel is niet volledig.' })

const address = z.object({ addressType: text.optional(), street: text.nullish(), streetNumber: text.nullish(), postalCode: text.nullish(), city: text.nullish() }, { error: 'Dit adres is niet volledig.' })

export const PRIVATE_CATEGORIES = [
  'business_and_project_support', 'economy', 'behaviour_and_society', 'healthcare_and_sport', 'hobby_and_leisure_time', 'agriculture_food_and_natural_environment',
  'management_and_project_management', 'nature', 'education', 'law', 'cross_sectoral', 'language_and_culture', 'technology_and_ict',
  'tourism_hospitality_and_recreation', 'transport_and_logistics', 'security_and_defense',
] as const
export const LEVELS = [
  'secondary vocational education', 'secondary vocational education 1', 'secondary vocational education 2', 'secondary vocational education 3',
  'secondary vocational education 4', 'associate degree', 'bachelor', 'master', 'doctoral', 'undefined', 'undivided', 'nt2-1', 'nt2-2',
] as const
export const STUDY_LOAD_UNITS = ['contacttime', 'ects', 'sbu', 'sp', 'hour'] as const
export const DOCUMENTS = ['diploma', 'certificate', 'no official document', 'testimonial', 'school advice'] as const
export const RIO_MODES = ['online', 'hybrid', 'situated', 'lecture', 'self-study', 'coaching', 'distance-learning', 'on campus'] as const

const offererCode = z.string({ error: TEKST }).regex(/^\d{3}A\d{3}$/, { error: 'Dit is geen onderwijsaanbiedercode van RIO. Die heeft de vorm 123A456.' })

/** What is meant for RIO, on a programme or course. */
const rioOpleiding = z.object({
  consumerKey: text,
  educationOffererCode: offererCode.optional(),
  consentParticipationSTAP: oneOf(['permission_granted', 'permission_not_granted']).optional(),
  privateCategory: list(oneOf(PRIVATE_CATEGORIES)).optional(),
})

/** What is meant for RIO, on an offering. */
const rioStart = z.object({
  consumerKey: text,
  registrationStatus: oneOf(['open', 'closed']).optional(),
  modeOfDelivery: list(oneOf(RIO_MODES)).optional(),
})

/** Only the consumer "rio" is ours: what stands for another may have any shape. */
const consumers = <Rio extends z.ZodType>(rio: Rio) =>
  list(z.unknown()).transform((all): unknown => all.find((one) => typeof one === 'object' && one !== null && 'consumerKey' in one && one.consumerKey === 'rio')).pipe(rio.optional())

const idOf = z.union([text, z.object({ programId: text.optional(), courseId: text.optional() })])

export const ooapiOffering = z.object({
  offeringId: text.optional(),
  primaryCode: code.optional(),
  startDate: date,
  endDate: date,
  maxNumberStudents: z.int({ error: 'Dit moet een heel getal zijn.' }).min(0).max(100_000).optional(),
  modeOfDelivery: list(oneOf(RIO_MODES)).optional(),
  addresses: list(address).optional(),
  priceInformation: list(cost).optional(),
  consumers: consumers(rioStart).optional(),
  program: idOf.optional(),
  course: idOf.optional(),
}, { error: 'Dit is geen offering zoals OOAPI die kent.' })

export const ooapiOpleiding = z.object({
  programId: text.optional(),
  courseId: text.optional(),
  primaryCode: code.optional(),
  abbreviation: text.optional(),
  name: localized.optional(),
  description: localized.optional(),
  teachingLanguage: text.optional(),
  duration: text.optional(),
  level: oneOf(LEVELS).optional(),
  sector: oneOf(['secondary vocational education', 'higher professional education', 'university education']).optional(),
  levelOfQualification: oneOf(['1', '2', '3', '4', '4+', '5', '6', '7', '8']).optional(),
  qualificationAwarded: text.optional(),
  modeOfDelivery: list(oneOf(RIO_MODES)).optional(),
  studyLoad: z.object({ studyLoadUnit: oneOf(STUDY_LOAD_UNITS).optional(), value: z.number({ error: 'Dit moet een getal zijn.' }).min(0).max(20_000).optional() }).optional(),
  learningOutcomes: list(localized).optional(),
  admissionRequirements: localized.optional(),
  link: text.optional(),
  educationSpecification: z.union([text, z.object({ formalDocument: oneOf(DOCUMENTS).optional() })]).optional(),
  consumers: consumers(rioOpleiding).optional(),
}, { error: 'Dit is geen programme of course zoals OOAPI die kent.' })

export type OoapiOpleiding = z.output<typeof ooapiOpleiding>
export type OoapiOffering = z.output<typeof ooapiOffering>
export type OoapiCost = z.output<typeof cost>
