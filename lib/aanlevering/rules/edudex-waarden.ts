import type { Categorie, Dagdeel, ErkendOnderdeel, Kostensoort, Niveau, Opleidingsvorm, Scholingsoort, Waardedocument } from '@/lib/register/model'
import { DAGDELEN, isCategorie, isScholingsoort } from '@/lib/register/model'
import type { COST_TYPES, EdudexProgram, PARTS_OF_DAY, PROGRAM_FORMS, PROGRAM_LEVELS, THEMES } from '@/lib/aanlevering/rules/edudex-schema'

/*
 * How the words of EDU-DEX become the values of RIO. EDU-DEX has no category of RIO: the first theme decides,
 * and `programFree.rioCategorie` (the field that EDU-DEX leaves free) goes before it for what no theme expresses.
 */

const CATEGORIE_BY_THEME: Record<(typeof THEMES)[number], Categorie> = {
  'automation and it': 'TECHNIEK_EN_ICT',
  'human resources': 'BEDRIJFS_EN_PROJECTONDERSTEUNING',
  'secretarial and office work': 'BEDRIJFS_EN_PROJECTONDERSTEUNING',
  'personal effectiveness': 'SECTOROVERSTIJGEND',
  sales: 'ECONOMIE',
  'care and personal care': 'GEZONDHEID_ZORG_EN_SPORT',
  'health and safety': 'VEILIGHEID_EN_DEFENSIE',
  communication: 'TAAL_EN_CULTUUR',
  'procurement and logistics': 'TRANSPORT_EN_LOGISTIEK',
  marketing: 'ECONOMIE',
  'manufacturing engineering and construction': 'TECHNIEK_EN_ICT',
  'sports and vitality': 'GEZONDHEID_ZORG_EN_SPORT',
  law: 'RECHT',
  'hobbies and leisure': 'HOBBY_EN_VRIJE_TIJD',
  finance: 'ECONOMIE',
  management: 'MANAGEMENT_EN_PROJECTMANAGEMENT',
  'training and education': 'ONDERWIJS',
  'quality and project management': 'MANAGEMENT_EN_PROJECTMANAGEMENT',
  languages: 'TAAL_EN_CULTUUR',
  'internet and media': 'TECHNIEK_EN_ICT',
  'property and real estate': 'ECONOMIE',
  'change management': 'MANAGEMENT_EN_PROJECTMANAGEMENT',
  'personal development': 'GEDRAG_EN_MAATSCHAPPIJ',
  leadership: 'MANAGEMENT_EN_PROJECTMANAGEMENT',
  entrepreneurship: 'ECONOMIE',
  coaching: 'GEDRAG_EN_MAATSCHAPPIJ',
  'government and non-profit': 'RECHT',
  'tourism, recreation and hospitality': 'TOERISME_HORECA_EN_RECREATIE',
}

const NIVEAU_BY_LEVEL: Record<(typeof PROGRAM_LEVELS)[number], Niveau> = {
  none: 'ONBEPAALD', propedeuse: 'HBO-BA', associate: 'HBO-AD', bachelor: 'HBO-BA', master: 'HBO-MA', 'post-hbo': 'HBO-O',
  'academic bachelor': 'WO-BA', 'academic master': 'WO-MA', PhD: 'WO-PM', 'post-academic': 'WO-PM',
  mavo: 'EDUCATIE', havo: 'EDUCATIE', vwo: 'EDUCATIE', vbo: 'EDUCATIE', vmbo: 'EDUCATIE', 'vmbo/mavo': 'EDUCATIE', lbo: 'EDUCATIE',
  mbo: 'MBO', 'mbo niveau 1': 'MBO-1', 'mbo niveau 2': 'MBO-2', 'mbo niveau 3': 'MBO-3', 'mbo niveau 4': 'MBO-4', 'mbo+': 'MBO',
  hbo: 'HBO-O', wo: 'WO-O',
}

type Form = (typeof PROGRAM_FORMS)[number]
const ONLINE_FORMS: readonly Form[] = ['e-learning', 'virtual classroom']

const KOSTENSOORT: Partial<Record<(typeof COST_TYPES)[number], Kostensoort>> = {
  'tuition fee': 'LESGELD', examination: 'EXAMEN', 'study material': 'LEERMIDDELEN', certificate: 'CERTIFICAAT', lunch: 'CATERING', dinner: 'CATERING',
  'cost of living': 'REIS_EN_VERBLIJF', excursions: 'REIS_EN_VERBLIJF', housing: 'REIS_EN_VERBLIJF', accommodation: 'REIS_EN_VERBLIJF', 'second accommodation': 'REIS_EN_VERBLIJF', 'visa/permit': 'REIS_EN_VERBLIJF',
}

/** What a cost of EDU-DEX is in the register; which of these the STAP-budget pays stands in rules/prijs.ts. */
export function toKostensoort(costType: (typeof COST_TYPES)[number]): Kostensoort {
  return KOSTENSOORT[costType] ?? 'OVERIG'
}

/** The field that EDU-DEX leaves free goes first; an mbo module is a part of a recognised programme. */
export function toSoort(program: EdudexProgram): Scholingsoort {
  const eigen = program.programFree?.stapSoort
  if (isScholingsoort(eigen)) return eigen
  return program.programClassification.programType === 'mbo module' ? 'onderdeel' : 'cursus'
}

/** The recognised programme that a program is a part of: mbo first, then hoger onderwijs, then the RIO unit. */
export function toErkendOnderdeel(program: EdudexProgram): ErkendOnderdeel | null {
  const { creboRegistration: [crebo] = [], crohoRegistration: [croho] = [], rioRegistration } = program.programExternalAcknowledgements ?? {}
  const certificaat = program.programClassification.degree ?? ''
  if (crebo !== undefined) return { register: 'CREBO', code: crebo.creboCode, naam: crebo.creboName?.nl ?? '', certificaat }
  if (croho !== undefined) return { register: 'CROHO', code: croho.crohoCode, naam: croho.crohoName?.nl ?? '', certificaat }
  return rioRegistration === undefined ? null : { register: 'RIO', code: rioRegistration, naam: '', certificaat }
}

/** Levels of the frameworks; "4+" of the Dutch one counts as 4. */
export function toNlqf(program: EdudexProgram): { eqf: number | null; nlqf: number | null } {
  const [niveau] = program.programExternalAcknowledgements?.nlqfRegistration ?? []
  return { eqf: niveau === undefined ? null : Number(niveau.eqfLevel), nlqf: niveau === undefined ? null : Number.parseInt(niveau.nlqfLevel, 10) }
}

/** When the lessons are: an evening or a weekend is said apart, everything else is by day. */
export function toDagdelen(parts: readonly (typeof PARTS_OF_DAY)[number][] = []): Dagdeel[] {
  const dagdelen = parts.map((part): Dagdeel => (part === 'evening' || part === 'night' ? 'AVOND' : part === 'weekend' ? 'WEEKEND' : 'OVERDAG'))
  return DAGDELEN.filter((dagdeel) => dagdelen.includes(dagdeel))
}

export function toCategorie(program: EdudexProgram): Categorie | null {
  const eigen = program.programFree?.rioCategorie
  if (isCategorie(eigen)) return eigen
  const [theme] = program.programClassification.theme ?? []
  if (theme !== undefined) return CATEGORIE_BY_THEME[theme]
  // Section A of the SBI is agriculture, forestry and fishery; EDU-DEX has no theme for it.
  return program.programClassification.targetSector?.includes('A') === true ? 'LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING' : null
}

export function toNiveau(level: (typeof PROGRAM_LEVELS)[number] | undefined): Niveau | null {
  return level === undefined ? null : NIVEAU_BY_LEVEL[level]
}

export function toOpleidingsvorm(program: EdudexProgram): Opleidingsvorm | null {
  const { programForm: forms = [], programType, fullyOnline } = program.programClassification
  if (programType === 'coaching') return 'COACHING'
  if (programType === 'lecture' || programType === 'conference') return 'LEZING'
  if (programType === 'self study' || (forms.length > 0 && forms.every((form) => form === 'distance learning'))) return 'ZELFSTUDIE'
  if (fullyOnline === true || programType === 'webinar') return 'ONLINE'
  return forms.length === 0 ? null : mixOf(forms)
}

/** The form of one run, when it says it itself; else that of the opleiding. */
export function toVormOfRun(run: { fullyOnline?: boolean | undefined; programForm?: Form | undefined }, opleiding: Opleidingsvorm): Opleidingsvorm {
  if (run.fullyOnline === true) return 'ONLINE'
  return run.programForm === undefined ? opleiding : mixOf([run.programForm])
}

function mixOf(forms: readonly Form[]): Opleidingsvorm {
  const online = forms.some((form) => ONLINE_FORMS.includes(form))
  const onLocation = forms.some((form) => !ONLINE_FORMS.includes(form) && form !== 'distance learning')
  if (online && onLocation) return 'KLASSIKAAL_EN_ONLINE'
  if (online) return 'ONLINE'
  return onLocation ? 'KLASSIKAAL' : 'ZELFSTUDIE'
}

export function toWaardedocument(degree: string | undefined): Waardedocument | null {
  if (degree === undefined || degree === '') return null
  if (degree === 'none' || degree === 'certificate of participation') return 'GEEN_OFFICIEEL_DOCUMENT'
  if (/certifica|mbo-verklaring/.test(degree)) return 'CERTIFICAAT'
  if (degree === 'testimonial') return 'GETUIGSCHRIFT'
  return 'DIPLOMA'
}
