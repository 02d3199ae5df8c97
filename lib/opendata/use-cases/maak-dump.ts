import { createHash, randomUUID, type Hash } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { VERZAMELINGEN, type Bestandsvorm, type Dump, type DumpBestand, type Rij, type Verzameling } from '@/lib/opendata/model'
import { streamRijen, type Peil } from '@/lib/opendata/repo'
import { csvHeader, csvLine } from '@/lib/opendata/rules/csv'
import { toParquetColumns } from '@/lib/opendata/rules/kolommen'
import { VELDEN } from '@/lib/opendata/rules/velden'
import { leesPeil } from '@/lib/opendata/use-cases/lees-peil'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inPgTransaction, withClient, type PoolClient } from '@/lib/platform/db'
import { openParquet } from '@/lib/platform/parquet'

/** One process at a time. */
const LOCK = 7_300_401
/** Rows of one group in a Parquet file: what is in memory at a time. */
const GROUP = 20_000
/** The dump that is served and the one before it, for who is still reading that. */
const KEEP = 2

/**
 * Writes the open data as files: three lists, each as CSV, JSON Lines and Parquet, all of the same moment. The files take the place of
 * the old ones when all of them are whole. Undefined when another process is making them.
 */
export async function maakDump(dir = path.join(config.dataDir, 'opendata')): Promise<Dump | undefined> {
  return withClient(async (lock) => {
    const { rows: [row] } = await lock.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [LOCK])
    if (row?.locked !== true) return undefined
    try {
      return await writeDump(dir)
    } finally {
      await lock.query('select pg_advisory_unlock($1)', [LOCK])
    }
  })
}

async function writeDump(dir: string): Promise<Dump> {
  const naam = `dump-${randomUUID()}`
  const target = path.join(dir, naam)
  await mkdir(target, { recursive: true })
  try {
    const peil = await leesPeil()
    const gemaaktOp = (await now()).toISOString()
    // One snapshot for the three lists: an activity in one file belongs to an opleiding in the other.
    const bestanden = await inPgTransaction(async (client) => {
      await client.query('set transaction isolation level repeatable read, read only')
      const all: DumpBestand[] = []
      for (const verzameling of VERZAMELINGEN) all.push(...await writeList(client, { verzameling, peil, target }))
      return all
    })
    const dump: Dump = { gemaaktOp, bestanden }
    await writeFile(path.join(target, 'dump.json'), JSON.stringify(dump))
    await writeFile(path.join(dir, 'actueel.nieuw'), naam)
    await rename(path.join(dir, 'actueel.nieuw'), path.join(dir, 'actueel'))
    await forgetOld(dir, naam)
    return dump
  } catch (fault) {
    await rm(target, { recursive: true, force: true })
    throw fault
  }
}

async function writeList(client: PoolClient, { verzameling, peil, target }: { verzameling: Verzameling; peil: Peil; target: string }): Promise<DumpBestand[]> {
  const velden = VELDEN[verzameling]
  const csv = openGzip(path.join(target, `${verzameling}.csv.gz`))
  const jsonl = openGzip(path.join(target, `${verzameling}.jsonl.gz`))
  const parquet = openParquetFile(path.join(target, `${verzameling}.parquet`), verzameling)
  await csv.write(csvHeader(velden))
  let rijen = 0
  for await (const batch of streamRijen(client, verzameling, peil)) {
    rijen += batch.length
    await csv.write(batch.map((rij) => csvLine(velden, rij)).join(''))
    await jsonl.write(batch.map((rij) => `${JSON.stringify(rij)}\n`).join(''))
    await parquet.write(batch)
  }
  const describe = async (vorm: Bestandsvorm, naam: string, file: { close: () => Promise<string> }): Promise<DumpBestand> => {
    const sha256 = await file.close()
    return { naam, verzameling, vorm, rijen, sha256, grootte: (await stat(path.join(target, naam))).size }
  }
  return [
    await describe('csv', `${verzameling}.csv.gz`, csv),
    await describe('jsonl', `${verzameling}.jsonl.gz`, jsonl),
    await describe('parquet', `${verzameling}.parquet`, parquet),
  ]
}

/** A file of which the hash is known when it closes, and that never takes more than the disk can follow. */
function openFile(file: string) {
  const out = createWriteStream(file)
  const hash = createHash('sha256')
  return {
    write: (bytes: Uint8Array): Promise<void> => push(out, hash, bytes),
    async close(): Promise<string> {
      out.end()
      await finished(out)
      return hash.digest('hex')
    },
  }
}

function push(out: WriteStream, hash: Hash, bytes: Uint8Array): Promise<void> {
  hash.update(bytes)
  return new Promise((resolve, reject) => {
    out.write(bytes, (fault) => { if (fault) reject(fault); else resolve() })
  })
}

function openGzip(file: string) {
  const out = openFile(file)
  const gzip = createGzip({ level: 6 })
  const copied = (async () => { for await (const chunk of gzip) if (chunk instanceof Uint8Array) await out.write(chunk) })()
  // A fault of the disk is told at the next write or at the end, not to the process.
  copied.catch((fault: unknown) => { gzip.destroy(fault instanceof Error ? fault : new Error('the file could not be written')) })
  return {
    write: (text: string): Promise<void> => new Promise((resolve, reject) => {
      gzip.write(text, (fault) => { if (fault) reject(fault); else resolve() })
    }),
    async close(): Promise<string> {
      gzip.end()
      await copied
      return out.close()
    },
  }
}

function openParquetFile(file: string, verzameling: Verzameling) {
  const out = openFile(file)
  const parquet = openParquet(toParquetColumns(VELDEN[verzameling]))
  let rows: Rij[] = []
  const flush = async (): Promise<void> => {
    await parquet.write(rows.map((rij) => Object.fromEntries(Object.entries(rij).map(([naam, waarde]) => [naam, Array.isArray(waarde) ? waarde.join('|') : waarde]))))
    rows = []
    await out.write(parquet.take())
  }
  return {
    async write(batch: readonly Rij[]): Promise<void> {
      rows.push(...batch)
      if (rows.length >= GROUP) await flush()
    },
    async close(): Promise<string> {
      await flush()
      await parquet.finish()
      await out.write(parquet.take())
      return out.close()
    },
  }
}

async function forgetOld(dir: string, current: string): Promise<void> {
  const dumps = await Promise.all((await readdir(dir)).filter((name) => name.startsWith('dump-') && name !== current)
    .map(async (name) => ({ name, op: (await stat(path.join(dir, name))).mtimeMs })))
  const old = dumps.sort((a, b) => b.op - a.op).slice(KEEP - 1)
  await Promise.all(old.map(({ name }) => rm(path.join(dir, name), { recursive: true, force: true })))
}
