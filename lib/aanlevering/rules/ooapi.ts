import type { Categorie, Niveau, Opleidingsvorm, StudielastEenheid, Waardedocument } from '@/lib/register/model'
import { HOOGSTE_PRIJS_CENT, kostenUitTotalen, tidy, tidyOrNull, type AanbodFout, type AanbodKosten, type AanbodOpleiding, type AanbodStart, type GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'
import { ooapiOffering, ooapiOpleiding, type DOCUMENTS, type LEVELS, type OoapiCost, type OoapiOffering, type OoapiOpleiding, type PRIVATE_CATEGORIES, type RIO_MODES, type STUDY_LOAD_UNITS } from '@/lib/aanlevering/rules/ooapi-schema'
import { isoDuurInDagen } from '@/lib/aanlevering/rules/waarden'
import { leesVoertaal } from '@/lib/aanlevering/rules/woorden'

/** What an object of OOAPI is, and by which key offerings and opleidingen find each other. */
export type OoapiDeel =
  | { soort: 'opleiding'; sleutels: string[]; waarde: unknown; offerings: unknown[] }
  | { soort: 'offering'; van: string | null; waarde: unknown }
  | { soort: 'onbekend' }

/** Recognises a programme, a course or an offering; an expanded offering may carry its programme, a bundle its offerings. */
export function herkenOoapi(waarde: unknown): OoapiDeel {
  if (!isRecord(waarde)) return { soort: 'onbekend' }
  if ('offeringId' in waarde || 'offeringType' in waarde || ('startDate' in waarde && ('program' in waarde || 'course' in waarde)))
    return { soort: 'offering', van: idOf(waarde['program']) ?? idOf(waarde['course']), waarde }
  const sleutels = [waarde['programId'], waarde['courseId'], isRecord(waarde['primaryCode']) ? waarde['primaryCode']['code'] : undefined].filter((id) => typeof id === 'string')
  if (sleutels.length === 0) return { soort: 'onbekend' }
  const offerings = ['offerings', 'programOfferings', 'courseOfferings'].flatMap((naam) => (Array.isArray(waarde[naam]) ? waarde[naam].map((deel: unknown) => deel) : []))
  return { soort: 'opleiding', sleutels, waarde, offerings }
}

function idOf(waarde: unknown): string | null {
  if (typeof waarde === 'string') return waarde
  if (!isRecord(waarde)) return null
  const id = waarde['programId'] ?? waarde['courseId']
  return typeof id === 'string' ? id : null
}

/** Reads one programme or course with its offerings; what is missing stays empty, what is wrong refuses the whole row with every fault. */
export function readOoapi(waarde: unknown, offerings: readonly unknown[]): GelezenAanbod {
  const opleiding = ooapiOpleiding.safeParse(waarde)
  const starts = offerings.map((offering) => ooapiOffering.safeParse(offering))
  const fouten: AanbodFout[] = [
    ...(opleiding.success ? [] : issuesOf(opleiding.error.issues, '')),
    ...starts.flatMap((start, index) => (start.success ? [] : issuesOf(start.error.issues, `offerings[${String(index)}]`))),
  ]
  const sleutel = programmaIdOf(waarde)
  if (!opleiding.success || fouten.length > 0) return { ok: false, sleutel, fouten }
  const gelezen = starts.flatMap((start) => (start.success ? [start.data] : []))
  const meer = [...judgeKey(sleutel, opleiding.data), ...gelezen.flatMap((start, index) => judgeStart(start, index, gelezen))]
  return meer.length > 0 || sleutel === null ? { ok: false, sleutel, fouten: meer } : { ok: true, opleiding: toAanbod(opleiding.data, sleutel, gelezen) }
}

const CODE = /^[A-Za-z0-9._-]{1,64}$/

/** The opleider's own code goes before the technical id: it is what the opleider uses elsewhere. */
function programmaIdOf(waarde: unknown): string | null {
  if (!isRecord(waarde)) return null
  const own = isRecord(waarde['primaryCode']) ? waarde['primaryCode']['code'] : undefined
  return [own, waarde['programId'], waarde['courseId']].find((id): id is string => typeof id === 'string' && CODE.test(id)) ?? null
}

function judgeKey(sleutel: string | null, { consumers: rio }: OoapiOpleiding): AanbodFout[] {
  return [
    ...(sleutel === null ? [{ veld: 'primaryCode.code', reden: 'Zonder bruikbare code weten wij niet om welke opleiding het gaat. Gebruik hoogstens 64 letters, cijfers, punten en streepjes.' }] : []),
    ...(rio === undefined ? [{ veld: 'consumers', reden: 'Het onderdeel voor RIO (consumerKey “rio”) ontbreekt. Voeg het toe, met educationOffererCode en consentParticipationSTAP.' }] : []),
  ]
}

function judgeStart(start: OoapiOffering, index: number, all: readonly OoapiOffering[]): AanbodFout[] {
  const veld = `offerings[${String(index)}]`
  const { totaal, subsidiabel } = totalsOf(start.priceInformation)
  const fouten: AanbodFout[] = []
  if (start.endDate < start.startDate) fouten.push({ veld: `${veld}.endDate`, reden: 'De einddatum ligt voor de startdatum. Verbeter een van beide.' })
  if (cohortcodeOf(start) === '') fouten.push({ veld: `${veld}.primaryCode.code`, reden: 'Zonder bruikbare code weten wij niet om welk startmoment het gaat. Gebruik hoogstens 60 letters, cijfers, punten en streepjes.' })
  if (all.findIndex((other) => cohortcodeOf(other) === cohortcodeOf(start)) !== index) fouten.push({ veld: `${veld}.primaryCode.code`, reden: 'Dit startmoment staat twee keer bij deze opleiding. Geef elk startmoment een eigen code.' })
  if (subsidiabel !== null && totaal !== null && subsidiabel > totaal) fouten.push({ veld: `${veld}.priceInformation`, reden: 'De subsidiabele kosten zijn hoger dan de prijs. Controleer de bedragen.' })
  if ((totaal ?? 0) > HOOGSTE_PRIJS_CENT) fouten.push({ veld: `${veld}.priceInformation`, reden: 'De prijs is hoger dan € 100.000. Geef bedragen in euro’s, niet in centen.' })
  return fouten
}

function toAanbod(opleiding: OoapiOpleiding, programmaId: string, offerings: readonly OoapiOffering[]): AanbodOpleiding {
  const { consumers: rio, studyLoad } = opleiding
  const starts = offerings.map(toStart)
  const studielast = studyLoad?.value === undefined ? null : Math.round(studyLoad.value)
  const vertaald = leesVoertaal(opleiding.teachingLanguage ?? 'nld')
  return {
    opleiderCode: rio?.educationOffererCode ?? null,
    programmaId,
    titel: inDutch(opleiding.name).slice(0, 200),
    samenvatting: '',
    omschrijving: inDutch(opleiding.description).slice(0, 3000),
    leerdoel: (opleiding.learningOutcomes ?? []).map(inDutch).filter((tekst) => tekst !== '').join('\n').slice(0, 3000),
    toelatingseisen: inDutch(opleiding.admissionRequirements).slice(0, 3000),
    categorie: rio?.privateCategory?.[0] === undefined ? null : CATEGORIE[rio.privateCategory[0]],
    niveau: toNiveau(opleiding),
    opleidingsvorm: toVorm(opleiding.modeOfDelivery),
    waardedocument: toDocument(opleiding),
    studielast,
    studielastEenheid: studielast === null ? null : EENHEID[studyLoad?.studyLoadUnit ?? 'hour'],
    duurDagen: isoDuurInDagen(opleiding.duration ?? '') ?? null,
    voertaal: vertaald.ok ? vertaald.waarde : 'nl',
    stapToestemming: rio?.consentParticipationSTAP === 'permission_granted',
    url: tidyOrNull(opleiding.link),
    nlqf: opleiding.levelOfQualification === undefined ? null : Number(opleiding.levelOfQualification.replace('+', '')),
    // OOAPI has no price of the opleiding itself: that of the cheapest start counts.
    kosten: [...starts].map(({ kosten }) => kosten).filter((kosten) => kosten.length > 0).sort((a, b) => sumOf(a) - sumOf(b))[0] ?? [],
    starts,
  }
}

function toStart(offering: OoapiOffering): AanbodStart {
  const address = offering.addresses?.find(({ addressType }) => addressType === 'teaching') ?? offering.addresses?.[0]
  const { totaal, subsidiabel } = totalsOf(offering.priceInformation)
  return {
    cohortcode: cohortcodeOf(offering),
    startdatum: offering.startDate,
    einddatum: offering.endDate,
    plaats: tidyOrNull(address?.city),
    adres: tidyOrNull([address?.street, address?.streetNumber].filter((deel) => typeof deel === 'string').join(' ')),
    postcode: tidyOrNull(address?.postalCode),
    opleidingsvorm: toVorm(offering.consumers?.modeOfDelivery ?? offering.modeOfDelivery),
    status: offering.consumers?.registrationStatus === 'closed' ? 'gesloten' : 'open',
    kosten: kostenUitTotalen(totaal, subsidiabel),
    deelnemersplaatsen: offering.maxNumberStudents ?? null,
    dagdelen: [],
  }
}

function cohortcodeOf({ primaryCode, offeringId }: OoapiOffering): string {
  return [primaryCode?.code, offeringId].find((code) => code !== undefined && /^[-a-zA-Z0-9_.{} /]{1,60}$/.test(code)) ?? ''
}

/** OOAPI 5 writes "total costs" and "STAP eligible", RIO and later versions total_costs and stap_eligible. */
function totalsOf(costs: readonly OoapiCost[] = []): { totaal: number | null; subsidiabel: number | null } {
  const of = (naam: string): number | null => {
    const found = costs.find(({ costType }) => costType.toLowerCase().replaceAll('_', ' ') === naam)
    if (found === undefined) return null
    return found.amount ?? (found.amountWithoutVat === undefined ? null : found.amountWithoutVat + (found.vatAmount ?? 0))
  }
  return { totaal: of('total costs'), subsidiabel: of('stap eligible') }
}

function sumOf(kosten: readonly AanbodKosten[]): number {
  return kosten.reduce((som, { bedragCent }) => som + bedragCent, 0)
}

const CATEGORIE: Record<(typeof PRIVATE_CATEGORIES)[number], Categorie> = {
  business_and_project_support: 'BEDRIJFS_EN_PROJECTONDERSTEUNING', economy: 'ECONOMIE', behaviour_and_society: 'GEDRAG_EN_MAATSCHAPPIJ',
  healthcare_and_sport: 'GEZONDHEID_ZORG_EN_SPORT', hobby_and_leisure_time: 'HOBBY_EN_VRIJE_TIJD', agriculture_food_and_natural_environment: 'LANDBOUW_VOEDSEL_EN_NATUURLIJKE_OMGEVING',
  management_and_project_management: 'MANAGEMENT_EN_PROJECTMANAGEMENT', nature: 'NATUUR', education: 'ONDERWIJS', law: 'RECHT', cross_sectoral: 'SECTOROVERSTIJGEND',
  language_and_culture: 'TAAL_EN_CULTUUR', technology_and_ict: 'TECHNIEK_EN_ICT', tourism_hospitality_and_recreation: 'TOERISME_HORECA_EN_RECREATIE',
  transport_and_logistics: 'TRANSPORT_EN_LOGISTIEK', security_and_defense: 'VEILIGHEID_EN_DEFENSIE',
}

const NIVEAU: Record<(typeof LEVELS)[number], Niveau> = {
  'secondary vocational education': 'MBO', 'secondary vocational education 1': 'MBO-1', 'secondary vocational education 2': 'MBO-2', 'secondary vocational education 3': 'MBO-3',
  'secondary vocational education 4': 'MBO-4', 'associate degree': 'HBO-AD', bachelor: 'HBO-BA', master: 'HBO-MA', doctoral: 'WO-PM', undefined: 'ONBEPAALD', undivided: 'ONBEPAALD',
  'nt2-1': 'NT2-I', 'nt2-2': 'NT2-II',
}

function toNiveau({ level, sector }: OoapiOpleiding): Niveau | null {
  if (level === undefined) return null
  if (sector === 'university education' && level === 'bachelor') return 'WO-BA'
  if (sector === 'university education' && level === 'master') return 'WO-MA'
  return NIVEAU[level]
}

const EENHEID: Record<(typeof STUDY_LOAD_UNITS)[number], StudielastEenheid> = { contacttime: 'CONTACTUUR', ects: 'ECTS_PUNT', sbu: 'SBU', sp: 'STUDIEPUNT', hour: 'UUR' }

const VORM: Record<(typeof RIO_MODES)[number], Opleidingsvorm> = {
  online: 'ONLINE', hybrid: 'KLASSIKAAL_EN_ONLINE', situated: 'KLASSIKAAL', lecture: 'LEZING', 'self-study': 'ZELFSTUDIE', coaching: 'COACHING',
  'distance-learning': 'ZELFSTUDIE', 'on campus': 'KLASSIKAAL',
}

function toVorm(modes: readonly (typeof RIO_MODES)[number][] | undefined): Opleidingsvorm | null {
  const vormen = new Set((modes ?? []).map((mode) => VORM[mode]))
  if (vormen.has('KLASSIKAAL') && vormen.has('ONLINE')) return 'KLASSIKAAL_EN_ONLINE'
  return [...vormen][0] ?? null
}

const DOCUMENT: Record<(typeof DOCUMENTS)[number], Waardedocument> = {
  diploma: 'DIPLOMA', certificate: 'CERTIFICAAT', 'no official document': 'GEEN_OFFICIEEL_DOCUMENT', testimonial: 'GETUIGSCHRIFT', 'school advice': 'GEEN_OFFICIEEL_DOCUMENT',
}

function toDocument({ educationSpecification: specification, qualificationAwarded }: OoapiOpleiding): Waardedocument | null {
  if (typeof specification === 'object' && specification.formalDocument !== undefined) return DOCUMENT[specification.formalDocument]
  if (qualificationAwarded === undefined) return null
  return /^none$/i.test(qualificationAwarded) ? 'GEEN_OFFICIEEL_DOCUMENT' : 'GETUIGSCHRIFT'
}

/** The Dutch text, else the first. */
function inDutch(teksten: readonly { language?: string | undefined; value?: string | undefined }[] | undefined): string {
  return tidy((teksten?.find(({ language }) => language?.toLowerCase().startsWith('nl')) ?? teksten?.[0])?.value)
}

function issuesOf(issues: readonly { path: readonly PropertyKey[]; message: string }[], onder: string): AanbodFout[] {
  return issues.map(({ path, message }) => ({
    veld: `${onder}${path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`)).join('')}`.replace(/^\./, ''),
    reden: path.length === 1 && path[0] === 'startDate' && message.startsWith('Dit moet een datum') ? 'De startdatum ontbreekt. Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2022-11-29.' : message,
  }))
}

function isRecord(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
