import { z } from 'zod'
import { antwoord, edudexFout, gedaan, nietGevonden, nietVanU, ongeldig, type Vraag } from '@/app/edudex/_api/antwoord'
import { isEigenClient } from '@/lib/aanlevering/rules/edudex-eigenaar'
import { validateEdudex, type EdudexStuk } from '@/lib/aanlevering/rules/edudex-meldingen'
import { leesEdudexPrograms, listEdudexPrograms } from '@/lib/aanlevering/use-cases/lees-edudex-programs'
import { leverProgramsAan } from '@/lib/aanlevering/use-cases/lever-programs-aan'
import { toMeldingen, verwijderEdudexProgram, zetEdudexPrograms, type EdudexUitslag } from '@/lib/aanlevering/use-cases/zet-edudex-programs'

/** Programs in one request; as many as a static catalog of EDU-DEX takes at once. */
const MAX_PROGRAMS = 1_000

export async function listPrograms(vraag: Vraag): Promise<Response> {
  const [orgUnitId = '', programId] = vraag.delen
  if (orgUnitId !== vraag.orgUnitId) return nietVanU(vraag)
  const regels = await listEdudexPrograms(vraag.beller.actor, programId)
  return antwoord(vraag, { items: regels.map((regel) => ({ orgUnitId, ...regel })) })
}

export async function putProgram(vraag: Vraag): Promise<Response> {
  const [orgUnitId = '', programId = '', clientId = ''] = vraag.delen
  if (orgUnitId !== vraag.orgUnitId) return nietVanU(vraag)
  const [uitslag] = await zetEdudexPrograms(vraag.beller.actor, [{ orgUnitId, programId, clientId, data: vraag.body }])
  if (uitslag === undefined) throw new Error('no answer for the one program')
  if (uitslag.status !== 'error') return antwoord(vraag, uitslag)
  if (uitslag.reden === 'andere-client') return edudexFout(403, 'access_denied', { title: '', detail: ANDERE_CLIENT }, vraag.beller.headers)
  return ongeldig(NIET_GELDIG, uitslag.validationMessages, vraag.beller.headers)
}

export async function deleteProgram(vraag: Vraag): Promise<Response> {
  const [orgUnitId = '', programId = '', clientId = ''] = vraag.delen
  if (orgUnitId !== vraag.orgUnitId) return nietVanU(vraag)
  if (!isEigenClient(clientId, orgUnitId)) return edudexFout(403, 'access_denied', { title: '', detail: ANDERE_CLIENT }, vraag.beller.headers)
  return await verwijderEdudexProgram(vraag.beller.actor, { orgUnitId, programId, clientId }) ? gedaan(vraag) : nietGevonden(vraag, 'Dit programma')
}

const sleutel = z.strictObject({ orgUnitId: z.string(), programId: z.string(), clientId: z.string() })
const bulkSchema = z.strictObject({ programs: z.array(sleutel), viewDiscountsFor: z.string().optional(), viewer: z.string().optional() })

/** Many programs at once, each with its content or the reason why not. */
export async function bulkPrograms(vraag: Vraag): Promise<Response> {
  const parsed = bulkSchema.safeParse(vraag.body)
  if (!parsed.success) return edudexFout(400, 'bad_request', { title: '', detail: 'Stuur {"programs": […]} met per programma orgUnitId, programId en clientId.' }, vraag.beller.headers)
  const { programs, viewer } = parsed.data
  if (viewer !== undefined && viewer !== vraag.orgUnitId) return nietVanU(vraag)
  if (programs.length > MAX_PROGRAMS) return edudexFout(400, 'too_many_programs', { title: '', detail: TE_VEEL }, vraag.beller.headers)
  const eigen = programs.filter(({ orgUnitId }) => orgUnitId === vraag.orgUnitId)
  const inhoud = await leesEdudexPrograms(vraag.beller.actor, vraag.orgUnitId, eigen)
  const byProgram = new Map(eigen.map((program, index) => [program, inhoud[index]]))
  return antwoord(vraag, {
    programs: programs.map((program) => {
      const data = byProgram.get(program)
      if (program.orgUnitId !== vraag.orgUnitId) return { ...program, error: 'access_denied', data: null }
      return data === undefined ? { ...program, error: 'not_found', data: null } : { ...program, error: null, data }
    }),
  })
}

const putBulkSchema = z.strictObject({ programs: z.array(z.strictObject({ programId: z.string().min(1).max(64), clientId: z.string().default('public'), data: z.unknown() })) })

/** Our addition to the specification: what `putProgram` does, for many at once, each with its own answer. */
export async function putPrograms(vraag: Vraag): Promise<Response> {
  const [orgUnitId = ''] = vraag.delen
  if (orgUnitId !== vraag.orgUnitId) return nietVanU(vraag)
  const parsed = putBulkSchema.safeParse(vraag.body)
  if (!parsed.success) return edudexFout(400, 'bad_request', { title: '', detail: 'Stuur {"programs": […]} met per programma programId, clientId en data.' }, vraag.beller.headers)
  const { programs } = parsed.data
  if (programs.length > MAX_PROGRAMS) return edudexFout(400, 'too_many_programs', { title: '', detail: TE_VEEL }, vraag.beller.headers)
  const uitslagen = await zetEdudexPrograms(vraag.beller.actor, programs.map(({ data, ...rest }) => ({ orgUnitId, data, ...rest })))
  return antwoord(vraag, { programs: programs.map(({ programId, clientId }, index) => ({ orgUnitId, programId, clientId, ...inBulk(uitslagen[index]) })) })
}

function inBulk(uitslag: EdudexUitslag | undefined) {
  if (uitslag?.status !== 'error') return { ...uitslag, error: null }
  return { status: 'error', error: uitslag.reden === 'andere-client' ? ANDERE_CLIENT : NIET_GELDIG, validationMessages: uitslag.validationMessages }
}

const validatieSchema = z.strictObject({ data: z.record(z.string(), z.unknown()) })

/** Says what is wrong in a document without keeping it; of a program also what the register says of it. */
export const validate = (soort: EdudexStuk) => async (vraag: Vraag): Promise<Response> => {
  const parsed = validatieSchema.safeParse(vraag.body)
  if (!parsed.success) return edudexFout(400, 'bad_request', { title: '', detail: 'Stuur {"data": {…}} met het document dat wij moeten controleren.' }, vraag.beller.headers)
  const { data } = parsed.data
  const fouten = validateEdudex(soort, data)
  const register = soort === 'programs' && fouten.length === 0 ? await leverProgramsAan(vraag.beller.actor, [data], { modus: 'validate' }) : []
  const validationMessages = [...fouten, ...register.flatMap(toMeldingen)]
  return antwoord(vraag, { validates: validationMessages.every(({ level }) => level === 'warning'), validationMessages })
}

const TE_VEEL = `Stuur hoogstens ${String(MAX_PROGRAMS)} programma’s in één verzoek.`
const ANDERE_CLIENT = 'Deze clientId is niet van u. Gebruik public, of uw eigen orgUnitId.'
const NIET_GELDIG = 'Dit programma is niet aangenomen. In validationMessages staat wat er niet klopt.'
