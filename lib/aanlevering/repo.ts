import 'server-only'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { nowIn } from '@/lib/platform/clock'
import type { PoolClient, Tx } from '@/lib/platform/db'
import type { Omvang } from '@/lib/aanlevering/model'
import { isKolomVeld, type Kolomindeling } from '@/lib/aanlevering/rules/kolommen'

// ── An import as a whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type NieuweImport = {
  opleiderId: string | null; doorId: string | null; formaat: string; bestandsnaam: string; sha256: string; documentId: string | null
  omvang: Omvang; eerstBekijken: boolean
  /** Who delivers agreed beforehand with what disappears. */
  heeftAkkoord?: boolean
}

/** Notes that a file has come in; gives the id of the import. */
export async function insertImport(tx: Tx, { heeftAkkoord = false, ...rij }: NieuweImport): Promise<string> {
  const { id } = await tx.import.create({ data: rij, select: { id: true } })
  await tx.$executeRaw`update import set created_at = nu(), akkoord_op = case when ${heeftAkkoord} then nu() end where id = ${id}::uuid`
  return id
}

/** Locks an import that this person may act on; undefined when there is none. */
export async function lockImport(tx: Tx, importId: string, actor: OpleiderActor | Medewerker) {
  await tx.$queryRaw`select id from import where id = ${importId}::uuid for update`
  return await tx.import.findFirst({ where: { id: importId, ...(actor.soort === 'opleider' ? { opleiderId: actor.opleiderId } : {}) } }) ?? undefined
}

export async function setAkkoord(tx: Tx, importId: string, doorId: string | null): Promise<void> {
  await tx.$executeRaw`update import set toestand = 'ontvangen', akkoord_door = ${doorId}::uuid, akkoord_op = nu() where id = ${importId}::uuid`
}

/** Ends an import that waited without taking it over. */
export async function stopImport(tx: Tx, importId: string, reden: string): Promise<void> {
  await tx.$executeRaw`update import set toestand = 'mislukt', reden = ${reden}, klaar_op = nu() where id = ${importId}::uuid`
}

export async function opleiderExists(tx: Tx, id: string): Promise<boolean> {
  return await tx.opleider.findUnique({ where: { id }, select: { id: true } }) !== null
}

/** The stored file of an import. */
export async function findImportDocument(tx: Tx, importId: string): Promise<string | undefined> {
  return (await tx.import.findUnique({ where: { id: importId }, select: { documentId: true } }))?.documentId ?? undefined
}

/** Whose file it is: null for one of several opleiders, undefined when there is no such import. */
export async function findImportOpleider(tx: Tx, importId: string): Promise<string | null | undefined> {
  return (await tx.import.findUnique({ where: { id: importId }, select: { opleiderId: true } }))?.opleiderId
}

export type Inname = { id: string; opleiderId: string | null; doorId: string | null; formaat: string; omvang: Omvang; eerstBekijken: boolean; heeftAkkoord: boolean }

/** Takes an import in hand; undefined when it is done, refused, or waits for somebody. */
export async function beginImport(client: PoolClient, importId: string): Promise<Inname | undefined> {
  const { rows: [inname] } = await client.query<Inname>(`
    update import set toestand = 'bezig' where id = $1 and toestand in ('ontvangen', 'bezig')
    returning id, opleider_id as "opleiderId", door_id as "doorId", formaat, omvang, eerst_bekijken as "eerstBekijken", akkoord_op is not null as "heeftAkkoord"`, [importId])
  return inname
}

/**
 * Waits until no other import changes the same part of the register: one opleider, or (null) all of it. Held by the connection, over
 * the reading too, so that a long file keeps no transaction open.
 */
export async function lockForImport(client: PoolClient, opleiderId: string | null): Promise<void> {
  await client.query("set lock_timeout = '10min'")
  if (opleiderId === null) await client.query("select pg_advisory_lock(hashtextextended('register', 0))")
  else await client.query("select pg_advisory_lock_shared(hashtextextended('register', 0)), pg_advisory_lock(hashtextextended('register ' || $1, 0))", [opleiderId])
  await client.query('reset lock_timeout')
}

export async function unlockForImport(client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_unlock_all()')
}

/** Every opleider by the names that feeds give it. */
export async function mapOpleiders(client: PoolClient): Promise<{ orgUnitId: ReadonlyMap<string, string>; code: ReadonlyMap<string, string> }> {
  const { rows } = await client.query<{ id: string; code: string; orgUnitId: string | null }>('select id, code, org_unit_id as "orgUnitId" from opleider')
  return {
    orgUnitId: new Map(rows.flatMap(({ id, orgUnitId }) => (orgUnitId === null ? [] : [[orgUnitId, id] as const]))),
    code: new Map(rows.map(({ id, code }) => [code, id])),
  }
}

/** The opleidingen by the hash of the bytes that they came from, of one opleider or of all. */
export async function mapBronHashes(client: PoolClient, opleiderId: string | null): Promise<Map<string, string>> {
  const { rows } = await client.query<{ hash: string; id: string }>(
    'select bron_hash as hash, id from opleiding where bron_hash is not null and actief and ($1::uuid is null or opleider_id = $1)', [opleiderId])
  return new Map(rows.map(({ hash, id }) => [hash, id]))
}

// ── Tables: what their columns mean ──────────────────────────────────────────────────────────────────────────────────────────────

export type NieuweTabel = { importId: string; kop: readonly string[]; kopregel: number; codering: string; scheiding: string; werkblad: string; voorbeelden: readonly (readonly string[])[]; kolomindeling: Kolomindeling; herkend: boolean }

/** Keeps how a table looks, and makes the import wait for a kolomindeling unless it is known. */
export async function insertTabel(tx: Tx, { kop, voorbeelden, kolomindeling, ...tabel }: NieuweTabel): Promise<void> {
  await tx.importTabel.create({ data: { ...tabel, kop: [...kop], voorbeelden: voorbeelden.map((waarden) => [...waarden]), kolomindeling: [...kolomindeling] } })
  if (!tabel.herkend) await tx.import.update({ where: { id: tabel.importId }, data: { toestand: 'wacht-op-kolomindeling' } })
}

/** The table of an import; undefined when it is none. A column that means something this version does not know is not used. */
export async function findTabel(tx: Tx, importId: string) {
  const tabel = await tx.importTabel.findUnique({ where: { importId } })
  return tabel === null ? undefined : { ...tabel, kolomindeling: toKolomindeling(tabel.kolomindeling) }
}

/** What these columns meant the last time that this opleider delivered a table with the same names. */
export async function findKolomindeling(tx: Tx, opleiderId: string, kopSleutel: string): Promise<Kolomindeling | undefined> {
  const rij = await tx.kolomindeling.findUnique({ where: { opleiderId_kopSleutel: { opleiderId, kopSleutel } } })
  return rij === null ? undefined : toKolomindeling(rij.kolomindeling)
}

/** Remembers a kolomindeling for the next file with the same names, and sets the import going. */
export async function saveKolomindeling(tx: Tx, { importId, opleiderId, kopSleutel, kolomindeling, doorId }: { importId: string; opleiderId: string | null; kopSleutel: string; kolomindeling: Kolomindeling; doorId: string | null }): Promise<void> {
  await tx.importTabel.update({ where: { importId }, data: { kolomindeling: [...kolomindeling], herkend: false } })
  await tx.import.update({ where: { id: importId }, data: { toestand: 'ontvangen' } })
  if (opleiderId === null) return
  const data = { kolomindeling: [...kolomindeling], doorId, updatedAt: await nowIn(tx) }
  await tx.kolomindeling.upsert({ where: { opleiderId_kopSleutel: { opleiderId, kopSleutel } }, update: data, create: { opleiderId, kopSleutel, ...data } })
}

function toKolomindeling(waarde: unknown): Kolomindeling {
  return Array.isArray(waarde) ? waarde.map((veld: unknown) => (isKolomVeld(veld) ? veld : null)) : []
}
