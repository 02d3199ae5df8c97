import type { PlainDate } from '@/lib/base/date'
import type { Bron } from '@/lib/platform/bron'
import { today } from '@/lib/platform/clock'
import { contentHash } from '@/lib/platform/content-hash'
import { prisma, withClient, type PoolClient } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { SCHOLINGSOORTEN } from '@/lib/register/model'
import { subsidiabeleSoorten } from '@/lib/register/rules/prijs'
import { findSoortregel } from '@/lib/register/rules/scholingsoort'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { ImportUitslag, Omvang, Verschil } from '@/lib/aanlevering/model'
import { beginImport, findImportOpleider, lockForImport, unlockForImport, type Inname } from '@/lib/aanlevering/repo'
import { applyStaging, compare, dropStaging, findDisappearing, hasUnreadable, makeStaging, refuseClashes, saveFouten } from '@/lib/aanlevering/repo/staging'
import { vraagtAkkoord } from '@/lib/aanlevering/rules/verlies'
import { leesVerschil } from '@/lib/aanlevering/use-cases/lees-verschil'
import { LEZERS } from '@/lib/aanlevering/use-cases/lezers'
import { Opvang } from '@/lib/aanlevering/use-cases/vang-op'

/** Raised when the readers change what they make of the same bytes: then nothing counts as known. */
const LEESWIJZE = 1

/**
 * Takes the file of an import in: reads it into staging tables, compares it with the register, and takes over the difference in one
 * transaction. Each row is whole or refused with its line, field and reason; a file that as a whole cannot be trusted changes nothing.
 * It stops and asks (`wacht-op-akkoord`) when somebody wants to see the difference first, or when a complete feed would make more of an
 * opleider's offer disappear than the regeling's parameter allows. Until it is whole the old state is what everybody sees. What did not
 * change is not written. Undefined when there is nothing to do: done already, or waiting for somebody. `meld` hears how many rows were read.
 */
export function neemIn(importId: string, bron: Bron, meld: (rijen: number) => void = () => undefined): Promise<ImportUitslag | undefined> {
  return withStaging(async (client) => {
    const opleiderId = await findImportOpleider(prisma, importId)
    if (opleiderId === undefined) return undefined
    await lockForImport(client, opleiderId)
    const inname = await beginImport(client, importId)
    return inname === undefined ? undefined : await judge(client, inname, bron, meld)
  })
}

/** Lends a connection that takes its staging tables and its place in the queue with it when it ends. */
export function withStaging<T>(fn: (client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(async (client) => {
    try {
      return await fn(client)
    } finally {
      await dropStaging(client)
      await unlockForImport(client)
    }
  })
}

async function judge(client: PoolClient, inname: Inname, bron: Bron, meld: (rijen: number) => void): Promise<ImportUitslag> {
  const dag = await today()
  const opvang = await Opvang.open(client, { opleiderId: inname.opleiderId, prefix: bronPrefix(inname.omvang, dag), meld })
  await makeStaging(client)
  const lezer = LEZERS[inname.formaat]
  if (lezer === undefined) throw new Error(`no reader for ${inname.formaat}`)
  const { totaal, afkeuring } = await opvang.takeAll(lezer(bron, { isBekend: opvang.isBekend, dag, importId: inname.id, opleiderId: inname.opleiderId }))
  if (afkeuring !== null) return inTransaction(client, () => finish(client, inname, { ...NIETS, toestand: 'mislukt', reden: afkeuring }))

  const { telling, verschil } = await weigh(client, inname.opleiderId, inname.omvang, totaal)
  if (!inname.heeftAkkoord && (inname.eerstBekijken || await losesTooMuch(verschil, dag))) {
    return inTransaction(client, async () => {
      await saveFouten(client, inname.id)
      return finish(client, inname, { toestand: 'wacht-op-akkoord', reden: null, verschil, ...telling })
    })
  }
  return inTransaction(client, async () => {
    await applyStaging(client, { importId: inname.id, doorId: inname.doorId, bron: inname.formaat.split('-')[0] ?? 'edudex' })
    await saveFouten(client, inname.id)
    await enqueueAll(client, 'ververs-zoekindex', [{ importId: inname.id }])
    return finish(client, inname, { toestand: 'klaar', reden: null, verschil, ...telling })
  })
}

/** Brings what was staged beside the register: refuses clashes, compares, and finds what a complete feed leaves out. */
export async function weigh(client: PoolClient, opleiderId: string | null, omvang: Omvang, totaal: number) {
  await refuseClashes(client)
  await compare(client)
  // A row whose opleiding cannot be read may be the very one that seems to be gone.
  await findDisappearing(client, opleiderId, omvang === 'volledig' && await hasUnreadable(client) ? 'aanvulling' : omvang)
  return leesVerschil(client, totaal)
}

async function losesTooMuch({ verlies }: Verschil, dag: PlainDate): Promise<boolean> {
  return verlies.length > 0 && vraagtAkkoord(verlies, (await leesRegeling(prisma, dag)).get('aanlevering-verlies'))
}

/** How bytes were read: another way of reading, another scope or other rules of the regeling, and the same bytes say something else. */
function bronPrefix(omvang: Omvang, dag: PlainDate): string {
  const regels = SCHOLINGSOORTEN.map((soort) => findSoortregel(soort, dag)?.vanaf ?? null)
  return `${contentHash([LEESWIJZE, omvang, subsidiabeleSoorten(dag), regels]).slice(0, 8)}:`
}

const NIETS = { totaal: 0, nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0, verdwenen: 0, verschil: null }
const SOORT = { klaar: 'verwerk-import', mislukt: 'keur-import-af', 'wacht-op-akkoord': 'leg-import-voor' } as const

async function finish(client: PoolClient, inname: Inname, uitslag: ImportUitslag): Promise<ImportUitslag> {
  const { toestand, reden, verschil, ...telling } = uitslag
  await client.query(`
    update import set toestand = $2, reden = $3, totaal = $4, nieuw = $5, gewijzigd = $6, ongewijzigd = $7, geweigerd = $8, verdwenen = $9, verschil = $10,
      klaar_op = case when $2 = 'wacht-op-akkoord' then null else nu() end where id = $1`,
  [inname.id, toestand, reden, telling.totaal, telling.nieuw, telling.gewijzigd, telling.ongewijzigd, telling.geweigerd, telling.verdwenen, verschil === null ? null : JSON.stringify(verschil)])
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol, gegevens) values ('import', $1, $2, null, 'systeem', $3)`,
    [inname.id, SOORT[toestand], JSON.stringify(telling)])
  return uitslag
}

/** One transaction on a connection that was lent already. */
export async function inTransaction<T>(client: PoolClient, fn: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await fn()
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}
