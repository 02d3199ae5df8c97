import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { maakBenchAanvragen } from './aanvragen'
import { CLIENTS, perSecond, toResultaat, type Resultaat } from './frame'
import { HttpClient } from './http-client'
import { openWachtkamer, startPoort, type BenchPoort } from './poort'

const REQUESTS = 60_000
const WARM = 10_000

/**
 * How many times a second the poort answers what every waiting browser asks (the stand of the wachtkamer), against a bare Node
 * HTTP server with one constant body of the same size, on the same connections from the same client.
 */
export async function benchWachtkamer(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  owner.on('error', () => undefined)
  let poort: BenchPoort | undefined
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    await maakBenchAanvragen(owner, 1_000)
    await openWachtkamer(owner)
    poort = await startPoort(databaseUrl)
    const size = (await (await fetch(`${poort.url}/wachtkamer/bench/stand`)).arrayBuffer()).byteLength
    const kaal = fork(path.join(import.meta.dirname, 'kaal.ts'), [String(size)])
    const [kaalPort] = z.tuple([z.int(), z.unknown()]).parse(await once(kaal, 'message'))
    const before = await measure(kaalPort)
    const waarde = await measure(poort.port)
    const after = await measure(kaalPort)
    kaal.disconnect()
    return toResultaat('wachtkamer', { waarde, eenheid: 'standen/s', grens: (before + after) / 2, grensEenheid: 'antwoorden/s van een kale server' })
  } finally {
    await poort?.stop()
    await owner.end()
    await closeDb()
  }
}

async function measure(port: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => HttpClient.open(port)))
  const request = `GET /wachtkamer/bench/stand HTTP/1.1\r\nHost: localhost:${String(port)}\r\nAccept: application/json\r\n\r\n`
  const ask = async (_: number, client: number) => {
    const answer = await clients[client]?.request(request)
    if (answer?.status !== 200) throw new Error(`a stand was answered with ${String(answer?.status)}`)
  }
  await perSecond(WARM, CLIENTS, ask)
  const rate = await perSecond(REQUESTS, CLIENTS, ask)
  for (const client of clients) client.close()
  return rate
}
