import type { OpleiderActor } from '@/lib/base/actor'
import { pool } from '@/lib/platform/db'
import { PUBLIC } from '@/lib/aanlevering/rules/edudex-eigenaar'
import { toEdudexProgram, type RegisterProgram } from '@/lib/aanlevering/rules/naar-edudex'
import { sleutelOf } from '@/lib/aanlevering/use-cases/zet-edudex-programs'

/** A program as the EDU-DEX API lists it. */
export type EdudexRegel = { programId: string; clientId: string; lastChange: string }

/** Every program of this opleider: those that came through the API, and what came into the register another way. `programId` narrows it to one. */
export async function listEdudexPrograms({ opleiderId }: OpleiderActor, programId?: string): Promise<EdudexRegel[]> {
  const { rows } = await pool.query<{ programId: string; clientId: string; lastChange: Date }>(`
    select programma_id as "programId", client_id as "clientId", gewijzigd_op as "lastChange" from edudex_stuk
     where opleider_id = $1 and soort = 'programma' and ($2::text is null or programma_id = $2)
    union all
    select o.programma_id, '${PUBLIC}', o.updated_at from opleiding o
     where o.opleider_id = $1 and o.actief and ($2::text is null or o.programma_id = $2)
       and not exists (select from edudex_stuk e where e.opleider_id = $1 and e.soort = 'programma' and e.programma_id = o.programma_id and e.client_id = '${PUBLIC}')
    order by 1, 2`, [opleiderId, programId ?? null])
  return rows.map(({ lastChange, ...rest }) => ({ ...rest, lastChange: lastChange.toISOString() }))
}

type Sleutel = { programId: string; clientId: string }

/** The content of programs of this opleider, in the order of the question: as it was sent, or made of the register. Undefined where there is none. */
export async function leesEdudexPrograms({ opleiderId }: OpleiderActor, orgUnitId: string, sleutels: readonly Sleutel[]): Promise<unknown[]> {
  const ids = [...new Set(sleutels.map(({ programId }) => programId))]
  const { rows: stukken } = await pool.query<{ programmaId: string; clientId: string; inhoud: unknown }>(
    `select programma_id as "programmaId", client_id as "clientId", inhoud from edudex_stuk where opleider_id = $1 and soort = 'programma' and programma_id = any ($2)`, [opleiderId, ids])
  const gevonden = new Map<string, unknown>(stukken.map(({ inhoud, ...sleutel }) => [sleutelOf(sleutel), inhoud]))
  const rest = sleutels.filter(({ programId, clientId }) => clientId === PUBLIC && !gevonden.has(sleutelOf({ programmaId: programId, clientId }))).map(({ programId }) => programId)
  if (rest.length > 0) {
    const { rows } = await pool.query<RegisterProgram>(REGISTER, [opleiderId, rest])
    for (const program of rows) gevonden.set(sleutelOf({ programmaId: program.programmaId, clientId: PUBLIC }), toEdudexProgram(program, orgUnitId))
  }
  return sleutels.map(({ programId, clientId }) => gevonden.get(sleutelOf({ programmaId: programId, clientId })))
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`

const REGISTER = `
  select o.programma_id as "programmaId", o.titel, o.samenvatting, o.omschrijving, o.niveau, o.opleidingsvorm, o.waardedocument, o.studielast, o.studielast_eenheid as "studielastEenheid",
    o.duur_dagen as "duurDagen", o.voertaal, o.stap_toestemming as "stapToestemming", o.actief, o.themas, o.kosten, o.catalogusprijs_cent as "catalogusprijsCent",
    to_char(o.updated_at at time zone 'UTC', ${MOMENT}) as "gewijzigdOp",
    coalesce((select json_agg(json_build_object('cohortcode', s.cohortcode, 'startdatum', s.startdatum, 'einddatum', s.einddatum, 'plaats', s.plaats, 'adres', s.adres, 'postcode', s.postcode, 'status', s.status,
      'deelnemersplaatsen', s.deelnemersplaatsen, 'kosten', s.kosten, 'catalogusprijsCent', s.catalogusprijs_cent) order by s.startdatum, s.cohortcode) from scholingsactiviteit s where s.opleiding_id = o.id), '[]') as starts
  from opleiding o where o.opleider_id = $1 and o.programma_id = any ($2) and o.actief`
