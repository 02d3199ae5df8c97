import 'server-only'
import { createHash } from 'node:crypto'
import { pool, prisma, type Tx } from '@/lib/platform/db'

export type NieuwDocument = { soort: string; naam: string; mediatype: string; inhoud: Buffer }
export type OpgeslagenDocument = NieuwDocument & { id: string; sha256: string }

/** Stores a file in the transaction of the act it belongs to; gives its id. */
export async function saveDocument(tx: Tx, document: NieuwDocument): Promise<string> {
  const { id } = await tx.document.create({
    data: {
      soort: document.soort,
      naam: document.naam,
      mediatype: document.mediatype,
      sha256: createHash('sha256').update(document.inhoud).digest('hex'),
      grootte: document.inhoud.length,
      inhoud: new Uint8Array(document.inhoud),
    },
    select: { id: true },
  })
  return id
}

/** A stored file, or undefined when there is none. The caller has checked who may read it. */
export async function readDocument(id: string): Promise<OpgeslagenDocument | undefined> {
  const row = await prisma.document.findUnique({ where: { id } })
  if (row === null) return undefined
  return { id: row.id, soort: row.soort, naam: row.naam, mediatype: row.mediatype, sha256: row.sha256, inhoud: Buffer.from(row.inhoud) }
}

/** The bytes of a stored file alone, for one that is tens of megabytes: they are held once. Undefined when there is none. */
export async function readInhoud(id: string): Promise<Buffer | undefined> {
  const { rows: [row] } = await pool.query<{ inhoud: Buffer }>('select inhoud from document where id = $1', [id])
  return row?.inhoud
}
