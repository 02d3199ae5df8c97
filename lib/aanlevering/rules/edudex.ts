import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitInhoud, Kostenpost, OpleidingInhoud, Opleidingsvorm, Rijfout } from '@/lib/register/model'
import type { AanleverRij } from '@/lib/aanlevering/model'
import { findImpossibleCosts, toKosten } from '@/lib/aanlevering/rules/edudex-kosten'
import { edudexProgram, type EdudexProgram, type EdudexRun } from '@/lib/aanlevering/rules/edudex-schema'
import { toCategorie, toDagdelen, toErkendOnderdeel, toNiveau, toNlqf, toOpleidingsvorm, toSoort, toVormOfRun, toWaardedocument } from '@/lib/aanlevering/rules/edudex-waarden'
import { leidPrijsAf } from '@/lib/register/rules/prijs'

export type GelezenRij = { ok: true; rij: AanleverRij } | { ok: false; sleutel: string | null; fouten: Rijfout[] }

/**
 * Reads one `program_in` of EDU-DEX. What is missing stays empty (and becomes a gebrek); what is wrong refuses the whole row,
 * with every fault. A row of the bulk shape carries the program under `data`. `dag` is the day by whose rules costs are subsidiable.
 */
export function readEdudexProgram(waarde: unknown, dag?: PlainDate): GelezenRij {
  const program = unwrapBulk(waarde)
  const parsed = edudexProgram.safeParse(program)
  if (!parsed.success) {
    const fouten = parsed.error.issues.map((issue) => ({ veld: pathOf(issue.path), reden: issue.message }))
    return { ok: false, sleutel: guessProgrammaId(program), fouten }
  }
  const rij = toRij(parsed.data, dag)
  const fouten = [...findDoubleRuns(rij), ...findImpossibleCosts(parsed.data)]
  return fouten.length === 0 ? { ok: true, rij } : { ok: false, sleutel: rij.programmaId, fouten }
}

function toRij(program: EdudexProgram, dag?: PlainDate): AanleverRij {
  const vorm = toOpleidingsvorm(program)
  const kosten = toKosten(program.programSchedule?.genericProgramRun?.cost)
  const jaren = scholingsjarenOf(program)
  const activiteiten = (program.programSchedule?.programRun ?? []).map((run) => ({ ...toActiviteit(run, kosten, vorm ?? 'KLASSIKAAL', dag), scholingsjaar: jaren.get(run.id) ?? null }))
  return {
    opleider: { soort: 'orgUnitId', waarde: program.programClassification.orgUnitId },
    programmaId: program.programClassification.programId,
    inhoud: { ...describe(program), opleidingsvorm: vorm, kosten, ...priceOf(kosten, activiteiten, dag) },
    activiteiten,
  }
}

function describe(program: EdudexProgram): Omit<OpleidingInhoud, 'opleidingsvorm' | 'kosten' | 'catalogusprijsCent' | 'subsidiabelCent'> {
  const { programClassification: classification, programDescriptions: texts, programCurriculum: curriculum } = program
  const studielast = curriculum?.studyLoad?.program ?? null
  return {
    titel: inDutch(texts?.programName),
    samenvatting: inDutch(texts?.programSummaryText),
    omschrijving: inDutch(texts?.programDescriptionText),
    categorie: toCategorie(program),
    niveau: toNiveau(classification.programLevel),
    waardedocument: toWaardedocument(classification.degree),
    studielast,
    studielastEenheid: studielast === null ? null : 'UUR',
    duurDagen: durationInDays(classification.programDuration),
    voertaal: curriculum?.instructionLanguage?.[0]?.languageCode ?? 'nl',
    stapToestemming: program.includeInCatalog?.includes('rio/stap') === true,
    soort: toSoort(program),
    themas: classification.theme ?? [],
    leerdoel: subjectOf(program, 'objectives'),
    toelatingseisen: subjectOf(program, 'admission'),
    erkendOnderdeel: toErkendOnderdeel(program),
    ...toNlqf(program),
    url: toUrl(inDutch(texts?.webLink)),
    dagdelen: toDagdelen(program.programSchedule?.genericProgramRun?.contactHoursPartOfDay),
    // A feed cannot answer the ROA instrument; what the opleider answered in the portal stays (aanlevering).
    arbeidsmarkt: null,
    actief: true,
  }
}

/** A text in Dutch, or else in English. */
function inDutch(text: { nl?: string | undefined; en?: string | undefined } | undefined): string {
  return tidy(text?.nl ?? text?.en)
}

function subjectOf(program: EdudexProgram, subject: string): string {
  const found = program.programDescriptions?.subjectText?.find((entry) => entry.subject === subject)
  return inDutch(found?.descriptionText).slice(0, 2000)
}

function toUrl(link: string): string | null {
  return /^https?:\/\/[^\s<>"]+$/.test(link) ? link : null
}

/** EDU-DEX has no year of a meerjarige opleiding; the free field may say it per run. */
function scholingsjarenOf({ programFree }: EdudexProgram): ReadonlyMap<string, number> {
  const jaren = programFree?.scholingsjaren
  return new Map(isRecord(jaren) ? Object.entries(jaren).flatMap(([run, jaar]) => (typeof jaar === 'number' && Number.isInteger(jaar) && jaar >= 1 && jaar <= 10 ? [[run, jaar] as const] : [])) : [])
}

function toActiviteit(run: EdudexRun, generic: readonly Kostenpost[], vorm: Opleidingsvorm, dag?: PlainDate): Omit<ActiviteitInhoud, 'scholingsjaar'> {
  const kosten = toKosten(run.cost)
  const prijs = leidPrijsAf(kosten, dag) ?? leidPrijsAf(generic, dag) ?? { catalogusprijsCent: 0, subsidiabelCent: 0 }
  return {
    cohortcode: run.id,
    startdatum: run.startDate.date,
    einddatum: run.endDate.date,
    plaats: tidyOrNull(run.location?.city),
    adres: tidyOrNull(run.location?.address),
    postcode: tidyOrNull(run.location?.zipcode),
    opleidingsvorm: toVormOfRun(run, vorm),
    status: ({ 'application opened': 'open', 'application closed': 'gesloten', canceled: 'geannuleerd' } as const)[run.status],
    ...prijs,
    deelnemersplaatsen: run.maxNumberOfParticipants ?? null,
    dagdelen: toDagdelen(run.contactHoursPartOfDay),
    kosten,
  }
}

// An opleiding without costs of its own has the price of its cheapest run.
function priceOf(kosten: readonly Kostenpost[], activiteiten: readonly ActiviteitInhoud[], dag?: PlainDate): Pick<OpleidingInhoud, 'catalogusprijsCent' | 'subsidiabelCent'> {
  const eigen = leidPrijsAf(kosten, dag)
  if (eigen !== undefined) return eigen
  const [cheapest] = activiteiten.filter((a) => a.catalogusprijsCent > 0).sort((a, b) => a.catalogusprijsCent - b.catalogusprijsCent)
  return { catalogusprijsCent: cheapest?.catalogusprijsCent ?? null, subsidiabelCent: cheapest?.subsidiabelCent ?? null }
}

const DAYS = { years: 365, months: 30, weeks: 7, days: 1 } as const

function durationInDays(duration: EdudexProgram['programClassification']['programDuration']): number | null {
  if (duration === undefined) return null
  for (const unit of ['years', 'months', 'weeks', 'days'] as const) {
    const amount = duration[unit]
    if (amount !== undefined) return amount * DAYS[unit]
  }
  return duration.hours === undefined ? null : Math.max(1, Math.ceil(duration.hours / 8))
}

function findDoubleRuns({ activiteiten }: AanleverRij): Rijfout[] {
  return activiteiten.flatMap(({ cohortcode }, index) =>
    activiteiten.findIndex((other) => other.cohortcode === cohortcode) === index ? [] : [{
      veld: `programSchedule.programRun[${String(index)}].id`,
      reden: `Het startmoment “${cohortcode}” staat twee keer in deze opleiding. Geef elk startmoment een eigen id.`,
    }])
}

function unwrapBulk(waarde: unknown): unknown {
  return isRecord(waarde) && isRecord(waarde['data']) && !('programClassification' in waarde) ? waarde['data'] : waarde
}

function guessProgrammaId(program: unknown): string | null {
  const classification = isRecord(program) ? program['programClassification'] : undefined
  const programId = isRecord(classification) ? classification['programId'] : undefined
  return typeof programId === 'string' ? programId.slice(0, 64) : null
}

function isRecord(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`)).join('').replace(/^\./, '')
}

/** One way of writing accents, no control characters (PostgreSQL refuses NUL), no spaces around. */
function tidy(text: string | undefined): string {
  return (text ?? '').normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim()
}

function tidyOrNull(text: string | undefined): string | null {
  const tidied = tidy(text)
  return tidied === '' ? null : tidied
}
