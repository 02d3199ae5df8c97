import { THEMES } from '@/lib/aanlevering/rules/edudex-schema'

/** What the register knows of an opleiding and its start dates, as plain values of the database. */
export type RegisterProgram = {
  programmaId: string
  titel: string
  samenvatting: string
  omschrijving: string
  niveau: string | null
  opleidingsvorm: string | null
  waardedocument: string | null
  studielast: number | null
  studielastEenheid: string | null
  duurDagen: number | null
  voertaal: string
  stapToestemming: boolean
  actief: boolean
  themas: readonly string[]
  kosten: readonly RegisterKosten[]
  catalogusprijsCent: number | null
  gewijzigdOp: string
  starts: readonly RegisterStart[]
}
export type RegisterKosten = { soort: string; omschrijving: string; bedragCent: number; isVerplicht: boolean }
export type RegisterStart = {
  cohortcode: string; startdatum: string; einddatum: string; plaats: string | null; adres: string | null; postcode: string | null; status: string
  deelnemersplaatsen: number | null; kosten: readonly RegisterKosten[]; catalogusprijsCent: number
}

/**
 * An opleiding that came another way (a file, the portal) as a `program_out` of EDU-DEX, so that a client of the API sees everything
 * that its opleider offers. What EDU-DEX asks and the register does not know gets the value that says so.
 */
export function toEdudexProgram(program: RegisterProgram, orgUnitId: string) {
  const plaats = program.starts.find((start) => start.plaats !== null)?.plaats
  const themas = program.themas.filter((thema) => THEMES.some((known) => known === thema))
  return {
    editor: 'STAP-scholingsregister', format: 'EDU-DEX 3.1', generator: 'STAP-scholingsregister', lastEdited: program.gewijzigdOp,
    includeInCatalog: [program.stapToestemming ? 'rio/stap' : 'rio'],
    programAdmission: { applicationOpen: program.actief, applicationType: 'individual', paymentDue: 'up-front', startDateDetermination: 'fixed starting date' },
    programClassification: {
      degree: DEGREE[program.waardedocument ?? ''] ?? '', orgUnitId, programId: program.programmaId, programDuration: { days: program.duurDagen ?? 0 },
      programForm: FORMS[program.opleidingsvorm ?? ''] ?? [], programLevel: LEVEL[program.niveau ?? ''] ?? 'none', programLocation: [{ description: plaats ?? 'Online' }],
      programType: TYPES[program.opleidingsvorm ?? ''] ?? 'training', ...(themas.length > 0 ? { theme: themas } : {}),
    },
    programContacts: {},
    programCurriculum: {
      ...(/^[a-z]{2}$/.test(program.voertaal) ? { instructionLanguage: [{ languageCode: program.voertaal, percentage: 100 }] } : {}),
      ...(program.studielast !== null && program.studielast >= 1 && program.studielastEenheid === 'UUR' ? { studyLoad: { program: program.studielast } } : {}),
    },
    programDescriptions: {
      programName: { nl: shorten(program.titel, 200) }, programSummaryText: { nl: shorten(program.samenvatting, 200) }, programDescriptionText: { nl: shorten(program.omschrijving, 1200) },
    },
    programSchedule: {
      genericProgramRun: { cost: toCosts(program.kosten, program.catalogusprijsCent) },
      programRun: program.starts.map(toRun),
    },
  }
}

function toRun(start: RegisterStart) {
  const location = { ...(start.adres === null ? {} : { address: start.adres }), ...(start.plaats === null ? {} : { city: start.plaats }), ...(start.postcode === null ? {} : { zipcode: start.postcode }) }
  return {
    id: start.cohortcode, status: STATUS[start.status] ?? 'application closed',
    startDate: { date: start.startdatum, isFinal: true }, endDate: { date: start.einddatum, isFinal: true },
    ...(Object.keys(location).length > 0 ? { location } : { fullyOnline: true }),
    ...(start.deelnemersplaatsen === null ? {} : { maxNumberOfParticipants: start.deelnemersplaatsen }),
    cost: toCosts(start.kosten, start.catalogusprijsCent),
  }
}

/** Without lines there is only the sum. */
function toCosts(kosten: readonly RegisterKosten[], totaalCent: number | null) {
  if (kosten.length === 0) return totaalCent === null ? [] : [toCost({ soort: 'LESGELD', omschrijving: '', bedragCent: totaalCent, isVerplicht: true }, 0)]
  return kosten.map(toCost)
}

function toCost({ soort, omschrijving, bedragCent, isVerplicht }: RegisterKosten, index: number) {
  return {
    id: `kosten-${String(index + 1)}`, amount: (bedragCent / 100).toFixed(2), amountIsFinal: true, costType: COST_TYPE[soort] ?? 'registration fee', currency: 'EUR', isRequiredCost: isVerplicht,
    ...(omschrijving === '' ? {} : { descriptionText: { nl: omschrijving } }),
  }
}

function shorten(text: string, max: number): string {
  return [...text].slice(0, max).join('')
}

type Words<T = string> = Readonly<Record<string, T>>
const DEGREE: Words = { CERTIFICAAT: 'certificate', DIPLOMA: 'diploma', GETUIGSCHRIFT: 'testimonial', VAKBEKWAAMHEIDSBEWIJS: 'certificate', GEEN_OFFICIEEL_DOCUMENT: 'certificate of participation' }
const FORMS: Words<readonly string[]> = { KLASSIKAAL: ['full-time'], ONLINE: ['virtual classroom'], KLASSIKAAL_EN_ONLINE: ['full-time', 'virtual classroom'], ZELFSTUDIE: ['distance learning'], COACHING: ['part-time'], LEZING: ['part-time'] }
const TYPES: Words = { COACHING: 'coaching', LEZING: 'lecture', ZELFSTUDIE: 'self study' }
const LEVEL: Words = {
  MBO: 'mbo', 'MBO-1': 'mbo niveau 1', 'MBO-2': 'mbo niveau 2', 'MBO-3': 'mbo niveau 3', 'MBO-4': 'mbo niveau 4', 'HBO-AD': 'associate', 'HBO-BA': 'bachelor', 'HBO-MA': 'master', 'HBO-O': 'hbo',
  'WO-BA': 'academic bachelor', 'WO-MA': 'academic master', 'WO-PM': 'post-academic', 'WO-O': 'wo', EDUCATIE: 'vmbo',
}
const STATUS: Words = { open: 'application opened', gesloten: 'application closed', geannuleerd: 'canceled' }
const COST_TYPE: Words = {
  LESGELD: 'tuition fee', EXAMEN: 'examination', CERTIFICAAT: 'certificate', LEERMIDDELEN: 'study material', LITERATUUR: 'study material', BESCHERMINGSMIDDELEN: 'study material', CATERING: 'lunch',
  REIS_EN_VERBLIJF: 'accommodation', OVERIG: 'registration fee',
}
