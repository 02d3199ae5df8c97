import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { BerichtSoort, BerichtToestand } from '@/lib/bank/model'
import type { PoolClient, Tx } from '@/lib/platform/db'

/** The message with these bytes, when it came before. */
export async function findBerichtBySha(tx: Tx, sha256: string): Promise<string | undefined> {
  return (await tx.bankbericht.findUnique({ where: { sha256 }, select: { id: true } }))?.id
}

export async function insertBericht(tx: Tx, data: { naam: string; documentId: string; sha256: string; ontvangenDoor: string | null }): Promise<string> {
  return (await tx.bankbericht.create({ data, select: { id: true } })).id
}

/** The message, locked, when it still has to be read: undefined when it is done or somebody else has it. */
export async function lockBericht(client: PoolClient, id: string): Promise<{ id: string; documentId: string } | undefined> {
  const { rows: [row] } = await client.query<{ id: string; documentId: string }>(
    `select id, document_id as "documentId" from bankbericht where id = $1 and toestand in ('ontvangen', 'wacht') for update`, [id])
  return row
}

/** Messages of the bank are booked one at a time: each builds on the balance that the one before it left. */
export async function lockBank(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('bank', 0))`)
}

/** Where a stored file can be read in pieces, so that a large one is never in memory as a whole. */
export async function* readBytes(client: PoolClient, documentId: string): AsyncGenerator<Uint8Array> {
  const STUK = 1024 * 1024
  for (let vanaf = 1; ; vanaf += STUK) {
    const { rows: [row] } = await client.query<{ stuk: Buffer }>('select substring(inhoud from $2 for $3) as stuk from document where id = $1', [documentId, vanaf, STUK])
    if (row === undefined || row.stuk.length === 0) return
    yield row.stuk
    if (row.stuk.length < STUK) return
  }
}

export async function saveBericht(
  client: PoolClient, id: string, stand: { soort: BerichtSoort | null; toestand: BerichtToestand; reden: string | null; uitkomst: Prisma.InputJsonValue | null },
): Promise<void> {
  await client.query(
    `update bankbericht set soort = $2, toestand = $3, reden = $4, uitkomst = $5, verwerkt_op = case when $3 in ('verwerkt', 'geweigerd') then nu() end where id = $1`,
    [id, stand.soort, stand.toestand, stand.reden, stand.uitkomst === null ? null : JSON.stringify(stand.uitkomst)])
}

/** Messages that wait for a statement before them, oldest first. */
export async function listWachtend(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from bankbericht where toestand = 'wacht' order by ontvangen_op, id`)
  return rows.map(({ id }) => id)
}
