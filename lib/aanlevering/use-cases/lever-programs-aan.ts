import type { PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import type { PoolClient } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { isGebrek, type Gebrek, type Rijfout } from '@/lib/register/model'
import { determineGebreken } from '@/lib/register/rules/gebreken'
import type { ProgramUitslag, Stuk } from '@/lib/aanlevering/model'
import { lockForImport, mapOpleiders } from '@/lib/aanlevering/repo'
import { applyStaging, makeStaging } from '@/lib/aanlevering/repo/staging'
import { readEdudexProgram } from '@/lib/aanlevering/rules/edudex'
import { inTransaction, weigh, withStaging } from '@/lib/aanlevering/use-cases/neem-in'
import { Opvang } from '@/lib/aanlevering/use-cases/vang-op'

/** Who delivers: an opleider, through a koppeling (`id` null) or a person. Its own offer only, whatever the programs say. */
export type Aanleveraar = { opleiderId: string; id: string | null }
export type ProgramSleutel = { orgUnitId: string; programId: string }

const BRON = 'edudex-api'

/**
 * Takes a small number of EDU-DEX programs in at once, by the same rules as a file, and answers for each, in the same order. The whole
 * delivery is one transaction; a program that is refused does not hold up the others. What it does not name stays.
 * `validate` only reads: nothing is written.
 */
export function leverProgramsAan(actor: Aanleveraar, programs: readonly unknown[], { modus }: { modus: 'put' | 'validate' }): Promise<ProgramUitslag[]> {
  return withStaging(async (client) => {
    const dag = await today()
    const gelezen = programs.map((program, regel) => toStuk(program, regel, dag))
    if (modus === 'validate') return judgeOwner(gelezen, actor, await mapOpleiders(client))
    await lockForImport(client, actor.opleiderId)
    const opvang = await Opvang.open(client, { opleiderId: actor.opleiderId, prefix: '', meld: () => undefined })
    await makeStaging(client)
    await opvang.takeAll(oneByOne(gelezen))
    await weigh(client, actor.opleiderId, 'aanvulling', programs.length)
    return inTransaction(client, async () => {
      const uitslagen = await readOutcomes(client, gelezen)
      await applyStaging(client, { importId: null, doorId: actor.id, bron: BRON })
      await enqueueAll(client, 'ververs-zoekindex', await listTouched(client))
      return uitslagen
    })
  })
}

/** Ends opleidingen that the opleider no longer offers. RIO keeps history: nothing is erased, and running aanvragen keep what they refer to. */
export function haalProgramsWeg(actor: Aanleveraar, sleutels: readonly ProgramSleutel[]): Promise<ProgramUitslag[]> {
  return withStaging(async (client) => {
    const opleiders = await mapOpleiders(client)
    await lockForImport(client, actor.opleiderId)
    await makeStaging(client)
    await weigh(client, actor.opleiderId, 'aanvulling', sleutels.length)
    return inTransaction(client, async () => {
      const eigen = sleutels.filter(({ orgUnitId }) => opleiders.orgUnitId.get(orgUnitId) === actor.opleiderId)
      const { rows } = await client.query<{ programmaId: string }>(`
        with weg as (insert into aanlever_weg select id from opleiding where opleider_id = $1 and programma_id = any ($2) and actief returning opleiding_id)
        select o.programma_id as "programmaId" from weg join opleiding o on o.id = weg.opleiding_id`, [actor.opleiderId, eigen.map(({ programId }) => programId)])
      await client.query(`
        insert into aanlever_startweg select id from scholingsactiviteit
        where opleiding_id in (select opleiding_id from aanlever_weg) and status = 'open' and startdatum > (nu() at time zone 'Europe/Amsterdam')::date`)
      await applyStaging(client, { importId: null, doorId: actor.id, bron: BRON })
      await enqueueAll(client, 'ververs-zoekindex', await listTouched(client))
      const weg = new Set(rows.map(({ programmaId }) => programmaId))
      return sleutels.map(({ orgUnitId, programId }) => ({
        orgUnitId, programmaId: programId, uitkomst: eigen.some((een) => een.programId === programId) && weg.has(programId) ? 'verwijderd' as const : 'niet-gevonden' as const, fouten: [], gebreken: [],
      }))
    })
  })
}

type Gelezen = { stuk: Exclude<Stuk, { soort: 'afgekeurd' | 'bekend' }>; orgUnitId: string | null; programmaId: string | null; gebreken: readonly Gebrek[] }

/** The place in the delivery serves as the line. */
function toStuk(program: unknown, regel: number, dag: PlainDate): Gelezen {
  const gelezen = readEdudexProgram(program, dag)
  if (!gelezen.ok) return { stuk: { soort: 'geweigerd', regel, sleutel: gelezen.sleutel, fouten: gelezen.fouten }, orgUnitId: null, programmaId: gelezen.sleutel, gebreken: [] }
  const { rij } = gelezen
  return { stuk: { soort: 'rij', regel, rij, bronHash: null }, orgUnitId: rij.opleider?.waarde ?? null, programmaId: rij.programmaId, gebreken: determineGebreken(rij.inhoud, dag) }
}

async function* oneByOne(gelezen: readonly Gelezen[]): AsyncGenerator<Stuk> {
  for (const { stuk } of gelezen) yield stuk
}

function judgeOwner(gelezen: readonly Gelezen[], actor: Aanleveraar, opleiders: Awaited<ReturnType<typeof mapOpleiders>>): ProgramUitslag[] {
  return gelezen.map(({ stuk, orgUnitId, programmaId, gebreken }) => {
    if (stuk.soort === 'geweigerd') return { orgUnitId, programmaId, uitkomst: 'geweigerd', fouten: stuk.fouten, gebreken }
    const isEigen = orgUnitId !== null && opleiders.orgUnitId.get(orgUnitId) === actor.opleiderId
    const fouten = isEigen ? [] : [{ veld: 'programClassification.orgUnitId', reden: `“${orgUnitId ?? ''}” is niet uw orgUnitId. U kunt alleen uw eigen opleidingen aanleveren.` }]
    return { orgUnitId, programmaId, uitkomst: isEigen ? 'goed' : 'geweigerd', fouten, gebreken }
  })
}

async function readOutcomes(client: PoolClient, gelezen: readonly Gelezen[]): Promise<ProgramUitslag[]> {
  const { rows: fouten } = await client.query<Rijfout & { regel: number }>('select regel, veld, reden from aanlever_fout order by regel')
  const { rows: goed } = await client.query<{ regel: number; nieuw: boolean; anders: boolean; gebreken: string[] }>(`
    select r.regel, d.nieuw, d.anders or exists (select from aanlever_start s where s.nr = d.nr) as anders, r.gebreken from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr`)
  const oordeel = new Map(goed.map((rij) => [rij.regel, rij]))
  return gelezen.map(({ orgUnitId, programmaId }, regel) => {
    const rij = oordeel.get(regel)
    if (rij === undefined) return { orgUnitId, programmaId, uitkomst: 'geweigerd', fouten: fouten.filter((fout) => fout.regel === regel).map(({ veld, reden }) => ({ veld, reden })), gebreken: [] }
    return { orgUnitId, programmaId, uitkomst: rij.nieuw ? 'nieuw' : rij.anders ? 'gewijzigd' : 'ongewijzigd', fouten: [], gebreken: rij.gebreken.filter(isGebrek) }
  })
}

async function listTouched(client: PoolClient): Promise<{ opleidingId: string }[]> {
  const { rows } = await client.query<{ id: string }>(`
    select opleiding_id as id from aanlever_oordeel where nieuw or anders union select opleiding_id from aanlever_start union select opleiding_id from aanlever_weg`)
  return rows.map(({ id }) => ({ opleidingId: id }))
}
