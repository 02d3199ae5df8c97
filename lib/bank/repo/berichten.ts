import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { BerichtSoort, BerichtToestand } from '@/lib/bank/model'
import type { PoolClient, Tx } from '@/lib/platform/db'

/** The message with these bytes that was kept, when it came before. */
export async function findBerichtBySha(tx: Tx, sha256: string): Promise<string | undefined> {
  return (await tx.bankbericht.findFirst({ where: { sha256, documentId: { not: null } }, select: { id: true } }))?.id
}

export async function insertBericht(tx: Tx, data: { naam: string; documentId: string; sha256: string; ontvangenDoor: string | null }): Promise<string> {
  return (await tx.bankbericht.create({ data, select: { id: true } })).id
}

/** A file that is not kept leaves a row with the reason, once for a name with this content. Gives its id; undefined when it was there. */
export async function insertGeweigerd(tx: Tx, { naam, sha256, ontvangenDoor, reden }: { naam: string; sha256: string; ontvangenDoor: string | null; reden: string }): Promise<string | undefined> {
  const [rij] = await tx.$queryRaw<{ id: string }[]>`
    insert into bankbericht (naam, sha256, toestand, reden, ontvangen_door, verwerkt_op)
    select ${naam}, ${sha256}, 'geweigerd', ${reden}, ${ontvangenDoor}::uuid, nu()
     where not exists (select from bankbericht where naam = ${naam} and sha256 = ${sha256} and document_id is null) returning id::text`
  return rij?.id
}

/** A refused message that was kept is to be read again; false when it is not in that state, or a colleague was first. */
export async function reopenBericht(tx: Tx, id: string): Promise<boolean> {
  return await tx.$executeRaw`
    update bankbericht set toestand = 'ontvangen', soort = null, reden = null, uitkomst = null, verwerkt_op = null
     where id = ${id}::uuid and toestand = 'geweigerd' and document_id is not null` === 1
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
