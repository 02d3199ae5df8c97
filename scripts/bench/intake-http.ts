import pg from 'pg'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { makeToken, openSession, SESSION_COOKIE } from '@/lib/platform/session-store'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { maakBenchAanvragen, type Deelnemer } from './aanvragen'
import { CLIENTS, percentielen, perSecond, toResultaat, withInsertLimit, type Resultaat } from './frame'
import { HttpClient } from './http-client'
import { openWachtkamer, startPoort, type BenchPoort } from './poort'

const WARM = 2_000
const AANVRAGEN = 12_000

type Ingelogd = Deelnemer & { readonly token: string }

/**
 * How many submits a second a citizen gets a receipt for over HTTP: 64 keep-alive connections, each submit with the session of
 * its own burger, through the poort. Session, turn and aanvraag are read from the database every time.
 */
export async function benchIntakeHttp(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS })
  owner.on('error', () => undefined)
  let poort: BenchPoort | undefined
  const clients: HttpClient[] = []
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const deelnemers = await maakBenchAanvragen(owner, AANVRAGEN)
    await openWachtkamer(owner)
    const ingelogd = await logIn(deelnemers)
    await owner.query('vacuum analyze')
    poort = await startPoort(databaseUrl)
    const { port, url } = poort
    clients.push(...(await Promise.all(Array.from({ length: CLIENTS }, () => HttpClient.open(port)))))
    const submit = async (n: number, client: number) => {
      const answer = await clients[client]?.request(requestOf(ingelogd[n], url))
      if (answer?.status !== 201) throw new Error(`a submit was answered with ${String(answer?.status)}`)
    }
    await perSecond(WARM, CLIENTS, submit)
    const duren: number[] = []
    const { waarde, grens } = await withInsertLimit(owner, () => perSecond(AANVRAGEN - WARM, CLIENTS, async (n, client) => {
      const begin = performance.now()
      await submit(WARM + n, client)
      duren.push(performance.now() - begin)
    }))
    const { rows: [telling] } = await owner.query<{ aantal: string }>('select count(*) as aantal from indiening')
    if (Number(telling?.aantal) !== AANVRAGEN) throw new Error(`${String(telling?.aantal)} of ${String(AANVRAGEN)} were stored`)
    console.log(`intake-http: ${String(CLIENTS)} verbindingen, ${percentielen(duren)}`)
    return toResultaat('intake-http', { waarde, eenheid: 'indieningen/s', grens, grensEenheid: 'inserts/s' })
  } finally {
    for (const client of clients) client.close()
    await poort?.stop()
    await owner.end()
    await closeDb()
  }
}

async function logIn(deelnemers: readonly Deelnemer[]): Promise<readonly Ingelogd[]> {
  const ingelogd: Ingelogd[] = deelnemers.map((deelnemer) => ({ ...deelnemer, token: makeToken() }))
  await perSecond(ingelogd.length, 8, async (n) => {
    const een = ingelogd[n]
    if (een !== undefined) await openSession({ token: een.token, gebruikerId: een.burger.id, provider: 'digid', niveau: 'substantieel', previousToken: undefined })
  })
  return ingelogd
}

function requestOf(een: Ingelogd | undefined, url: string): string {
  if (een === undefined) throw new Error('more submits than aanvragen')
  return `POST /aanvragen/${een.kenmerk}/indienen HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${url}\r\nAccept: application/json\r\nCookie: ${SESSION_COOKIE}=${een.token}\r\nContent-Length: 0\r\n\r\n`
}
