import { z } from 'zod'
import {
  ACCREDITATIONS, COMPETENCES_RIJK, COUNTRIES, DEGREES, E_COMPETENCES, FUNCTIONS_RIJK, INSTRUCTION_MODES, OPEN_FOR, REQUIREMENT_TYPES, SUBJECTS,
} from '@/lib/aanlevering/rules/edudex-lijsten'
import {
  accreditedOn, date, dateTime, envelope, foreignId, free, integer, localized, localizedUrl, monetary, oneOf, openObject, orgUnitId, perLanguage, programId, text, time,
} from '@/lib/aanlevering/rules/edudex-vormen'
import { COST_TYPES, PROGRAM_FORMS, PROGRAM_LEVELS, THEMES } from '@/lib/aanlevering/rules/edudex-schema'

/*
 * `program_in` of the EDU-DEX Data API: what a client may send, to the letter. lib/register/rules/edudex-schema.ts reads from a program what the
 * register needs; here is judged whether the specification is kept, also in the fields that the register does not use.
 */

const strict = z.strictObject
const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional()
const LOCATION_ID = text(64, /^[-a-zA-Z0-9_.{} /]+$/)
const COURSE_DAY_ID = text(64, /^[-a-zA-Z0-9_.{} /:]+$/)
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const PARTS_OF_DAY = ['morning', 'afternoon', 'day', 'evening', 'night', 'weekend']
const crebo = text(5, /^[A-Z0-9][0-9]{4}$/)
const croho = text(5, /^[0-9]{5}$/)
const uuid = text(36, /^[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}$/)
const credits = z.number().min(0).max(420).multipleOf(0.01)
const level = oneOf(PROGRAM_LEVELS)
const form = oneOf(PROGRAM_FORMS)
const dated = strict({ date, isFinal: z.boolean() })

/** Exactly one unit, as the specification has it. */
const duration = z.looseObject({}).superRefine((value, ctx) => {
  const units = ['years', 'months', 'weeks', 'days', 'hours'].filter((unit) => integer(0).safeParse(value[unit]).success)
  if (units.length !== 1) ctx.addIssue({ code: 'custom', message: 'Geef de duur in precies één eenheid, bijvoorbeeld {"days": 5}.', params: { rule: 'oneOf' } })
})

const cost = strict({
  VATCode: integer(1, 5).optional(),
  VATCountry: oneOf(COUNTRIES).optional(),
  VATExemptAmount: monetary.optional(),
  VATExemptAmountVAT: monetary.optional(),
  VATPercentage: integer(0, 100).optional(),
  amount: monetary,
  amountIsFinal: z.boolean(),
  amountVAT: monetary.optional(),
  amountValidFrom: date.optional(),
  amountValidUntil: date.optional(),
  costBreakdownAvailable: z.boolean().optional(),
  costType: oneOf(COST_TYPES),
  currency: text(3, /^[A-Z]{3}$/),
  descriptionHtml: localized().optional(),
  descriptionText: localized().optional(),
  id: foreignId,
  isRequiredCost: z.boolean(),
  payableBy: oneOf(['individual', 'group']).optional(),
  period: oneOf(['1st year', 'hour', 'day', 'month', 'week', 'year', 'program']).optional(),
  summaryHtml: localized().optional(),
  summaryText: localized(500).optional(),
})

const location = strict({
  address: text().optional(), city: text().optional(), country: text().optional(), geoCode: text().optional(), id: LOCATION_ID.optional(),
  locationName: localized(200).optional(), zipcode: text().optional(),
})
const media = strict({
  metadata: free.optional(), title: localized(200).optional(), type: oneOf(['audio', 'document', 'pdf', 'image', 'logo', 'video', 'vimeo', 'youtube', 'website']),
  url: text(), lang: text(2, /^[a-z][a-z]$/).optional(),
})
const course = strict({ courseDescription: localized(1200).optional(), courseId: foreignId.optional(), courseName: localized(200).optional(), courseSummary: localized(200).optional() })
const times = { startTime: time.optional(), endTime: time.optional() }
const genericDay = { dayNumber: integer(1).optional(), dayOfTheWeek: oneOf(WEEKDAYS).optional(), weekNumber: integer(1).optional(), ...times }
const courseDay = strict({ cost: list(cost), date, id: COURSE_DAY_ID, location: location.optional(), name: localized(200).optional(), ...times })
const genericCourseDay = strict({ cost: list(cost), id: COURSE_DAY_ID, location: location.optional(), name: localized(200).optional(), ...genericDay })
const parts = { cost: list(cost), course: list(course), location: location.optional(), name: localized(200), summaryText: localized(200).optional() }
const module = strict({ ...parts, courseDay: list(courseDay), startDate: dated.optional(), endDate: dated.optional() })
const genericModule = strict({ ...parts, courseDay: list(genericCourseDay), duration: duration.optional(), ...genericDay })

const run = strict({
  applicationDeadline: date.optional(),
  contactHoursPartOfDay: list(oneOf(PARTS_OF_DAY)),
  cost: list(cost),
  courseDay: list(courseDay),
  endDate: dated,
  fullyOnline: z.boolean().optional(),
  id: LOCATION_ID,
  location: location.optional(),
  maxNumberOfParticipants: integer(0).optional(),
  minNumberOfParticipants: integer(0).optional(),
  module: list(module),
  numberOfContactSessions: integer(0).optional(),
  openTo: oneOf(['public', 'client only']).optional(),
  programForm: form.optional(),
  startDate: dated,
  status: oneOf(['application opened', 'application closed', 'canceled']),
  programRunFree: free.optional(),
})

const schedule = strict({
  genericProgramRun: strict({
    contactHoursPartOfDay: list(oneOf(PARTS_OF_DAY)), cost: list(cost), courseDay: list(genericCourseDay), genericModule: list(genericModule),
    location: location.optional(), numberOfContactSessions: integer(0).optional(), genericProgramRunFree: free.optional(),
  }).optional(),
  programRun: list(run),
})

const admission = strict({
  LeerRijkOpenFor: list(oneOf(OPEN_FOR)),
  applicationOpen: z.boolean(),
  applicationType: oneOf(['individual', 'group']),
  maxNumberOfParticipants: integer(0).optional(),
  minNumberOfParticipants: integer(0).optional(),
  paymentDue: oneOf(['up-front', 'afterwards', 'installments']),
  requiredLevel: list(level),
  startDateDetermination: oneOf(['fixed starting date', 'agreed starting date', 'direct start']),
  studyChoiceCheck: oneOf(['none', 'optional', 'required']).optional(),
})

const requirement = strict({
  requirementDescription: localized().optional(), requirementSummary: localized(200).optional(), requirementType: oneOf(REQUIREMENT_TYPES), webLink: localizedUrl.optional(),
})

const classification = strict({
  applicationRequirement: list(requirement),
  creboCode: crebo.optional(),
  credits: list(strict({ credits, system: oneOf(['ECTS', 'KRT', 'CE', 'PE', 'CCV', 'VYN']).optional() })),
  crohoCode: croho.optional(),
  degree: oneOf(DEGREES),
  fullyOnline: z.boolean().optional(),
  offeredSince: date.optional(),
  offeredUntil: date.optional(),
  orgUnitId,
  priceCategory: text().optional(),
  programDuration: duration,
  programForm: z.array(form),
  programId,
  programLevel: level,
  programLocation: z.array(openObject({ description: text(), id: LOCATION_ID.optional() })).min(1),
  programType: oneOf(['regular', 'coaching', 'conference', 'educational', 'exam', 'internship', 'research', 'self study', 'traineeship', 'training',
    'virtual classroom', 'webinar', 'workshop', 'document', 'lecture', 'master class', 'mbo module']),
  programUUID: uuid.optional(),
  salaryScaleBBRA: list(integer(1, 18)),
  superProgramId: programId.optional(),
  superProgramUUID: uuid.optional(),
  targetFunctionRijksoverheid: list(oneOf(FUNCTIONS_RIJK)),
  targetProfession: list(oneOf([...'0123456789'])),
  targetSector: list(oneOf([...'ABCDEFGHIJKLMNOPQRSTU'])),
  targetSectorSBI: text(5, /^[0-9]{2,5}$/).optional(),
  theme: list(oneOf(THEMES)),
  themeRijksoverheidLevel1: oneOf(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11']).optional(),
})

const contact = strict({
  contactName: text(), email: text(400, /^[a-zA-Z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z0-9-]{2,}$/).optional(), role: text(),
  subject: list(oneOf(SUBJECTS)), telephone: text().optional(), webLink: localizedUrl.optional(),
})
const curriculum = strict({
  instructionLanguage: list(strict({ languageCode: text(2, /^[a-z][a-z]$/), percentage: integer(0, 100) })),
  instructionMode: list(oneOf(INSTRUCTION_MODES)),
  studyLoad: openObject({ program: integer(1).optional(), week: integer(1).optional() }).optional(),
  teacher: list(strict({ id: foreignId, name: text(), summary: localized(1200).optional() })),
})
const subjectText = strict({
  subject: oneOf(SUBJECTS), descriptionHtml: localized().optional(), descriptionText: localized().optional(), header1: localized(200).optional(),
  summaryHtml: localized().optional(), summaryText: localized(500).optional(), webLink: localized().optional(),
})
const descriptions = strict({
  courseSiteLink: localizedUrl.optional(), media: list(media), programDescriptionHtml: localized().optional(), programDescriptionText: localized(1200),
  programName: localized(200), programSummaryHtml: localized(1200).optional(), programSummaryText: localized(200),
  searchword: perLanguage(z.array(text(200)).min(1)).optional(), subjectText: list(subjectText), webLink: localizedUrl.optional(),
})
const organization = strict({ KvK: text(8, /^.{8}$/).optional(), name: localized(200).optional(), orgUnitId })
const acknowledgements = strict({
  accreditation: list(accreditedOn(ACCREDITATIONS, credits)),
  creboRegistration: list(strict({
    accessible: oneOf(['open', 'specific target group']).optional(), admissionRequirements: z.boolean().optional(), continuousLearningLine: z.boolean().optional(),
    creboCode: crebo, creboName: localized(200).optional(), learningPath: oneOf(['BBL', 'BOL', 'EX', 'ODT', 'OVO']).optional(),
  })),
  crohoRegistration: list(strict({
    crohoCode: croho, crohoName: localized(200).optional(), enrollmentWithDeficiency: z.boolean().optional(), fastTrack: z.boolean().optional(),
    propaedeuticPhase: oneOf(['none', 'without exam', 'with exam']).optional(), workRequirements: z.boolean().optional(),
  })),
  industryExamOrCertificate: list(strict({
    examCode: text(64, /^[^]+$/), organization,
    examOffer: oneOf(['no exam required', 'examination is part of the program', 'examination is an optional extra', 'we do not offer the exam']),
  })),
  industryRegistration: list(strict({ credits: credits.optional(), organization, registerCode: text(64, /^[^]+$/).optional() })),
  nlqfRegistration: list(strict({ eqfLevel: oneOf([...'12345678']), nlqfLevel: oneOf(['1', '2', '3', '4', '4+', '5', '6', '7', '8']), nlqfRegisterCode: text(7, /^\d{2,3}-\d{2,3}$/) })),
  rioRegistration: text(9, /^\d{4}O\d{4}$/).optional(),
})

export const programIn = strict({
  ...envelope,
  $schema: text().optional(),
  clientId: strict({ orgUnitId, clientOffer: oneOf(['discount', 'incompany program', 'customized program']).optional() }).optional(),
  inPublication: z.boolean().optional(),
  includeInCatalog: list(oneOf(['leerrijk', 'bloomville', 'rio', 'rio/stap', ''])),
  includeInExternalCatalog: list(strict({ catalogName: text(), clientId: text() })),
  lastEdited: dateTime,
  programBasicProfile: strict({
    product: oneOf(['self study', 'guided study', 'internship', 'exam', 'study material']).optional(),
    mainExternalAcknowledgement: oneOf(['croho', 'crebo', 'nlqf/eqf', 'industry certification', 'none']).optional(),
    offer: oneOf(['open to all', 'application requirements', 'customized offer']).optional(),
    location: oneOf(['fully online', 'agreed location', 'fixed location', 'blended']).optional(),
    schedule: oneOf(['fixed dates', 'agreed dates', 'own pace']).optional(),
    examination: oneOf(['acknowledged exam', 'institute exam', 'exam preparation', 'no exam']).optional(),
  }).optional(),
  programAdmission: admission,
  programClassification: classification,
  programCompetences: strict({
    competenceRijksoverheid: list(oneOf(COMPETENCES_RIJK)),
    eCFDevelopment: list(strict({ eCompetence: oneOf(E_COMPETENCES), proficiencyLevel: oneOf(['e-1', 'e-2', 'e-3', 'e-4', 'e-5']), version: oneOf(['2.0', '3.0', '4.0']) })),
  }).optional(),
  programContacts: strict({ contactData: list(contact) }),
  programCurriculum: curriculum,
  programDescriptions: descriptions,
  programExternalAcknowledgements: acknowledgements.optional(),
  programFree: free.optional(),
  programSchedule: schedule,
})
