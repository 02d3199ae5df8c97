import type pg from 'pg'

const BATCH = 20_000
type CopyConnection = { query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void }

/**
 * How long a plain COPY of the rows of these tables takes, into tables with the same columns, indexes and checks, and into bare ones.
 * The rows are taken out before the clock runs.
 */
export async function measureCopy(pool: pg.Pool, tabellen: readonly string[]): Promise<{ seconden: number; zonderIndexen: number }> {
  const client = await pool.connect()
  const tijd = { seconden: 0, zonderIndexen: 0 }
  try {
    for (const tabel of tabellen) {
      await client.query(`create temp table kopie (like ${tabel} including all); create temp table kaal (like ${tabel})`)
      const { rows } = await client.query<{ naam: string }>(`select attname as naam from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`, [tabel])
      const kolommen = rows.map(({ naam }) => `"${naam}"`).join(', ')
      const { rows: [telling] } = await client.query<{ aantal: number }>(`select count(*)::int as aantal from ${tabel}`)
      for (let van = 0; van < (telling?.aantal ?? 0); van += BATCH) {
        const stuk = await copyOut(client, `copy (select ${kolommen} from ${tabel} order by ctid limit ${String(BATCH)} offset ${String(van)}) to stdout`)
        tijd.seconden += await timed(() => copyFrom(client, `copy kopie (${kolommen}) from stdin`, stuk))
        tijd.zonderIndexen += await timed(() => copyFrom(client, `copy kaal (${kolommen}) from stdin`, stuk))
      }
      await client.query('drop table kopie, kaal')
    }
    return tijd
  } finally {
    client.release()
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await act()
  return (performance.now() - begin) / 1000
}

const ignored = { handleCommandComplete: () => undefined, handleRowDescription: () => undefined, handleDataRow: () => undefined, handlePortalSuspended: () => undefined, handleEmptyQuery: () => undefined }

function run<T>(client: pg.PoolClient, make: (done: (value: T) => void, fail: (fault: Error) => void) => object): Promise<T> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- pg gives the statement a connection with more on it than its types say
  return new Promise((resolve, reject) => { client.query({ ...ignored, ...make(resolve, reject) } as unknown as pg.Submittable) })
}

function copyOut(client: pg.PoolClient, sql: string): Promise<Buffer> {
  const stukken: Buffer[] = []
  return run<Buffer>(client, (done, fail) => ({
    submit: (connection: CopyConnection) => { connection.query(sql) },
    handleCopyData: (bericht: { chunk: Buffer }) => { stukken.push(Buffer.from(bericht.chunk)) },
    handleError: fail,
    handleReadyForQuery: () => { done(Buffer.concat(stukken)) },
  }))
}

function copyFrom(client: pg.PoolClient, sql: string, stuk: Buffer): Promise<void> {
  return run<undefined>(client, (done, fail) => ({
    submit: (connection: CopyConnection) => { connection.query(sql) },
    handleCopyInResponse: (connection: CopyConnection) => {
      connection.sendCopyFromChunk(stuk)
      connection.endCopyFrom()
    },
    handleError: fail,
    handleReadyForQuery: () => { done(undefined) },
  }))
}
