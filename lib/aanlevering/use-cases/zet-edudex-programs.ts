import type { OpleiderActor } from '@/lib/base/actor'
import { contentHash } from '@/lib/platform/content-hash'
import { pool } from '@/lib/platform/db'
import { GEBREK_TEKST } from '@/lib/register/texts'
import type { ProgramUitslag } from '@/lib/aanlevering/model'
import { findTegenspraak, isEigenClient, PUBLIC, type Adres } from '@/lib/aanlevering/rules/edudex-eigenaar'
import { validateEdudex, type EdudexMelding } from '@/lib/aanlevering/rules/edudex-meldingen'
import { haalProgramsWeg, leverProgramsAan } from '@/lib/aanlevering/use-cases/lever-programs-aan'

export type EdudexProgramInput = Adres & { data: unknown }
export type EdudexUitslag =
  | { status: 'ok' | 'unchanged'; validationMessages: EdudexMelding[]; lastChange: string }
  | { status: 'error'; reden: 'andere-client' | 'niet-geldig'; validationMessages: EdudexMelding[] }

const MAX_RIJEN_PER_STUK = 500

/**
 * Takes programs of the EDU-DEX API in, each with its own answer, in their order: judged by the specification first, then by the
 * register (`leverProgramsAan`, the same rules as a file). What a client sent is kept as it was, because it may ask it back.
 * Programs for one client only are kept and never enter the register.
 */
export async function zetEdudexPrograms(actor: OpleiderActor, programs: readonly EdudexProgramInput[]): Promise<EdudexUitslag[]> {
  const oordelen = programs.map(judge)
  const goed = oordelen.flatMap((oordeel) => (oordeel.isGoed && oordeel.program.clientId === PUBLIC ? [oordeel.program] : []))
  const uitslagen = goed.length === 0 ? [] : await leverProgramsAan(actor, goed.map(({ data }) => data), { modus: 'put' })
  const byProgram = new Map(goed.map((program, index) => [program, uitslagen[index]]))
  const bewaren = oordelen.flatMap((oordeel) => (oordeel.isGoed && byProgram.get(oordeel.program)?.uitkomst !== 'geweigerd' ? [oordeel.program] : []))
  const bewaard = await bewaarStukken(actor.opleiderId, bewaren.map(({ programId, clientId, data }) => ({ soort: 'programma', programmaId: programId, clientId, inhoud: data })))
  return oordelen.map((oordeel) => (oordeel.isGoed ? answer(oordeel.program, byProgram.get(oordeel.program), bewaard) : oordeel.uitslag))
}

type Oordeel = { isGoed: true; program: EdudexProgramInput } | { isGoed: false; uitslag: EdudexUitslag }

function judge(program: EdudexProgramInput): Oordeel {
  if (!isEigenClient(program.clientId, program.orgUnitId)) return { isGoed: false, uitslag: { status: 'error', reden: 'andere-client', validationMessages: [] } }
  const fouten = validateEdudex('programs', program.data)
  const validationMessages = fouten.length > 0 ? fouten : findTegenspraak(program.data, program)
  return validationMessages.length === 0 ? { isGoed: true, program } : { isGoed: false, uitslag: { status: 'error', reden: 'niet-geldig', validationMessages } }
}

function answer(program: EdudexProgramInput, uitslag: ProgramUitslag | undefined, bewaard: ReadonlyMap<string, Bewaard>): EdudexUitslag {
  if (uitslag?.uitkomst === 'geweigerd') return { status: 'error', reden: 'niet-geldig', validationMessages: toMeldingen(uitslag) }
  const stuk = bewaard.get(sleutelOf({ programmaId: program.programId, clientId: program.clientId }))
  if (stuk === undefined) throw new Error('a program that was accepted was not kept')
  const isUnchanged = !stuk.anders && (uitslag === undefined || uitslag.uitkomst === 'ongewijzigd')
  return { status: isUnchanged ? 'unchanged' : 'ok', lastChange: stuk.gewijzigdOp.toISOString(), validationMessages: uitslag === undefined ? [ALLEEN_ZELF] : toMeldingen(uitslag) }
}

const ALLEEN_ZELF: EdudexMelding = {
  forClient: null, level: 'warning', ruleName: 'stap-niet-openbaar', message: 'Dit programma is niet voor iedereen. Wij bewaren het, maar het komt niet in het scholingsregister. Stuur het met clientId public als burgers het moeten vinden.',
}

/** What the register says of a program: faults refuse it; what it misses is taken in, and cannot be applied for. */
export function toMeldingen({ fouten, gebreken }: ProgramUitslag): EdudexMelding[] {
  return [
    ...fouten.map(({ veld, reden }): EdudexMelding => ({ ...(veld === '' ? {} : { contextPath: veld }), forClient: null, level: 'error', ruleName: 'stap-register', message: reden })),
    ...gebreken.map((gebrek): EdudexMelding => ({ forClient: null, level: 'warning', ruleName: `stap-${gebrek}`, message: `${GEBREK_TEKST[gebrek].label}: ${GEBREK_TEKST[gebrek].herstel} Zolang dit ontbreekt, kan niemand STAP-budget aanvragen.` })),
  ]
}

/** Takes a program away; false when it was not there. What aanvragen refer to stays in the register. */
export async function verwijderEdudexProgram(actor: OpleiderActor, { orgUnitId, programId, clientId }: Adres): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from edudex_stuk where opleider_id = $1 and soort = 'programma' and programma_id = $2 and client_id = $3`, [actor.opleiderId, programId, clientId])
  const [uitslag] = clientId === PUBLIC ? await haalProgramsWeg(actor, [{ orgUnitId, programId }]) : []
  return (rowCount ?? 0) > 0 || uitslag?.uitkomst === 'verwijderd'
}

export type EdudexStukInput = { soort: 'programma' | 'instelling' | 'kortingen'; programmaId?: string; clientId?: string; inhoud: unknown }
export type Bewaard = { gewijzigdOp: Date; anders: boolean; nieuw: boolean }

/** Keeps documents as they were sent; the moment of a document that did not change stays. By key of the document. */
export async function bewaarStukken(opleiderId: string, stukken: readonly EdudexStukInput[]): Promise<ReadonlyMap<string, Bewaard>> {
  const bewaard = new Map<string, Bewaard>()
  // The same key twice in one statement would be refused: the last one counts.
  const uniek = [...new Map(stukken.map((stuk) => [sleutelOf(stuk), stuk])).values()].map((stuk) => ({
    soort: stuk.soort, programma_id: stuk.programmaId ?? '', client_id: stuk.clientId ?? '', inhoud: stuk.inhoud, hash: contentHash(stuk.inhoud),
  }))
  for (let from = 0; from < uniek.length; from += MAX_RIJEN_PER_STUK) {
    const { rows } = await pool.query<{ programmaId: string; clientId: string; gewijzigdOp: Date; anders: boolean; nieuw: boolean }>(SAVE, [opleiderId, JSON.stringify(uniek.slice(from, from + MAX_RIJEN_PER_STUK))])
    for (const { programmaId, clientId, ...rest } of rows) bewaard.set(sleutelOf({ programmaId, clientId }), rest)
  }
  return bewaard
}

// A part of a statement does not see what another part writes: `oud` is how it was.
const SAVE = `
  with stuk as (
    select soort, programma_id, client_id, inhoud, hash from jsonb_to_recordset($2::jsonb) as s (soort text, programma_id text, client_id text, inhoud jsonb, hash text)
  ), oud as (
    select s.programma_id, s.client_id, e.hash, e.gewijzigd_op from stuk s join edudex_stuk e on e.opleider_id = $1 and e.soort = s.soort and e.programma_id = s.programma_id and e.client_id = s.client_id
  ), gezet as (
    insert into edudex_stuk as e (opleider_id, soort, programma_id, client_id, inhoud, hash) select $1, soort, programma_id, client_id, inhoud, hash from stuk
    on conflict (opleider_id, soort, programma_id, client_id) do update set inhoud = excluded.inhoud, hash = excluded.hash, gewijzigd_op = nu() where e.hash <> excluded.hash
    returning programma_id, client_id, gewijzigd_op
  )
  select s.programma_id as "programmaId", s.client_id as "clientId", coalesce(g.gewijzigd_op, o.gewijzigd_op) as "gewijzigdOp", g.programma_id is not null as anders, o.programma_id is null as nieuw
    from stuk s left join oud o using (programma_id, client_id) left join gezet g using (programma_id, client_id)`

export function sleutelOf({ programmaId = '', clientId = '' }: { programmaId?: string; clientId?: string }): string {
  return `${programmaId}\n${clientId}`
}
