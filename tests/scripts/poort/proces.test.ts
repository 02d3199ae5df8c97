import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer as createHttp, type Server } from 'node:http'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWachtkamer, werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { laatToe } from '@/lib/wachtkamer/use-cases/laat-toe'
import { freePort } from '@/scripts/start/ports'
import { aGereed, aWereld, type Ingediend } from '@/tests/builders/aanvraag-wereld'
import { login, vraagAan, SITE, type Antwoord } from '@/tests/scripts/poort/wereld'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

const ROOT = path.resolve(import.meta.dirname, '../../..')
const KAMER = '/wachtkamer/2022-V'
const socket = path.join(process.env['STAP_DATA_DIR'] ?? '', 'web.sock')

let poort: ChildProcess
let port = 0
let web: Server
let lijn: Lijn
let sanne: Ingediend
let fatima: Ingediend
let cookie = ''
let cookieFatima = ''
/** Clients that never finish what they ask. */
const traag: Socket[] = []
/** Bytes of bodies that reached web. */
let ontvangen = 0

type Lijn = { port: number; knip: () => void; herstel: () => Promise<void> }

/** A wire to the database that can be cut. */
async function aLijn(url: URL): Promise<Lijn> {
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const there = connect(Number(url.port), url.hostname)
    for (const side of [client, there]) {
      open.add(side)
      side.on('error', () => undefined).on('close', () => { open.delete(side); client.destroy(); there.destroy() })
    }
    client.pipe(there).pipe(client)
  })
  const listen = async (at: number) => { server.listen(at, '127.0.0.1'); await once(server, 'listening') }
  await listen(0)
  const { port: own } = server.address() as AddressInfo
  return { port: own, knip: () => { server.close(); for (const side of open) side.destroy() }, herstel: () => listen(own) }
}

async function startWeb(): Promise<void> {
  rmSync(socket, { force: true })
  web = createHttp((req, res) => {
    if (req.headers['content-length'] === '104857600') { res.writeHead(413, { connection: 'close' }).end('te groot'); req.resume(); return }
    let gelezen = 0
    req.on('data', (chunk: Buffer) => { gelezen += chunk.length; ontvangen += chunk.length })
    req.on('end', () => { res.writeHead(200, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] }).end(JSON.stringify({ pad: req.url, gelezen, van: req.headers['x-forwarded-for'] })) })
  }).listen(socket)
  await once(web, 'listening')
}

async function stopWeb(): Promise<void> {
  web.closeAllConnections()
  await new Promise((resolve) => web.close(resolve))
}

const vraag = (method: string, pad: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<Antwoord> => vraagAan(port, { method, pad, headers, body })
const pauze = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function totdat(waar: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await waar().catch(() => false))) {
    if (performance.now() > end) throw new Error('it did not come true in time')
    await pauze(50)
  }
}

const kinderen = (): number[] => (poort.pid === undefined ? [] : children(poort.pid))

/** The poort's own children; on a machine where nothing was compiled before, the compiler of tsx is a child beside them. */
function children(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(pid)], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('poort/child')).map((line) => Number.parseInt(line, 10))
}

beforeAll(async () => {
  const wereld = await aWereld()
  await zetKlok('2022-11-01T09:50:00+01:00')
  await openWachtkamer('2022-V')
  sanne = await aGereed(wereld, { bsn: '999990019' })
  fatima = await aGereed(wereld, { bsn: '999993653' })
  cookie = await login(sanne)
  cookieFatima = await login(fatima)
  lijn = await aLijn(new URL(process.env['DATABASE_URL'] ?? ''))
  const database = new URL(process.env['DATABASE_URL'] ?? '')
  database.host = `127.0.0.1:${String(lijn.port)}`
  await startWeb()
  port = await freePort()
  // Nothing answers at this address of Redis, all the time: the opening-day path must not notice.
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', PORT: String(port), STAP_URL: SITE, DATABASE_URL: database.href, REDIS_URL: 'redis://127.0.0.1:9', STAP_WEB_URLS: `unix:${socket}` }
  poort = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/poort.ts'], { cwd: ROOT, env, stdio: 'ignore' })
  await totdat(async () => (await vraag('GET', '/api/v1/gezondheid/poort')).status === 200, 60_000)
  await totdat(async () => kinderen().length === 2)
}, 90_000)

afterAll(async () => {
  poort.kill('SIGKILL')
  for (const pid of kinderen()) process.kill(pid, 'SIGKILL')
  await stopWeb()
  lijn.knip()
})

describe('wat de poort niet zelf doet, gaat door naar web zoals het is', () => {
  test('lichaam heen, koppen terug, en het adres van de beller', async () => {
    const antwoord = await vraag('POST', '/mijn/iets?a=1', {}, Buffer.alloc(1_000_000))
    expect([antwoord.status, antwoord.headers['set-cookie'], antwoord.json()]).toEqual([200, ['a=1', 'b=2'], { pad: '/mijn/iets?a=1', gelezen: 1_000_000, van: expect.stringMatching(/127\.0\.0\.1$/) }])
  })

  test('een nagemaakte afzender telt niet', async () => {
    expect((await vraag('GET', '/', { 'x-forwarded-for': '6.6.6.6' })).json()['van']).toMatch(/127\.0\.0\.1$/)
  })

  test('100 MB: web weigert op de koppen, en de bytes komen er niet', async () => {
    ontvangen = 0
    expect((await vraag('POST', '/', {}, Buffer.alloc(104_857_600))).status).toBe(413)
    expect(ontvangen).toBe(0)
    expect((await vraag('POST', `${KAMER}/plaats`, { cookie }, Buffer.alloc(1_000_000))).status).toBe(413)
  })

  test('wie tergend langzaam schrijft, houdt niemand op', async () => {
    await Promise.all(Array.from({ length: 200 }, async () => {
      const client = connect(port, '127.0.0.1')
      await once(client, 'connect')
      client.on('error', () => undefined).resume()
      client.write('GET /wachtkamer/2022-V/stand HTTP/1.1\r\nHost: x\r\nX-Traag: ')
      traag.push(client)
    }))
    const begin = performance.now()
    expect((await vraag('GET', `${KAMER}/stand`)).status).toBe(200)
    expect(performance.now() - begin).toBeLessThan(2_000)
  })
})

describe('wat wegvalt, neemt de wachtkamer niet mee', () => {
  test('web weg: een leesbare pagina en een probleem, en de wachtkamer gaat door', async () => {
    await stopWeb()
    const pagina = await vraag('GET', '/mijn', { accept: 'text/html' })
    expect([pagina.status, pagina.headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)])
    expect(pagina.text).toContain('Deze pagina is even niet bereikbaar')
    expect((await vraag('GET', '/api/v1/opleidingen')).headers['content-type']).toBe('application/problem+json')
    expect((await vraag('POST', `${KAMER}/plaats`, { cookie })).json()).toMatchObject({ nummer: 1 })
    expect((await vraag('GET', KAMER, { accept: 'text/html' })).status).toBe(200)
    expect((await vraag('GET', '/api/v1/gezondheid')).json()).toMatchObject({ status: 'stuk', onderdelen: { database: 'ok', poort: 'ok', web: 'stuk', redis: 'stuk' } })
    await startWeb()
    expect((await vraag('GET', '/mijn')).status).toBe(200)
  })

  test('een kind dat sterft, is binnen een seconde vervangen', async () => {
    const [eerste] = kinderen()
    if (eerste === undefined) throw new Error('no child')
    process.kill(eerste, 'SIGKILL')
    const begin = performance.now()
    await totdat(async () => (await vraag('GET', `${KAMER}/stand`)).status === 200)
    expect(performance.now() - begin).toBeLessThan(1_000)
    await totdat(async () => Promise.resolve(kinderen().length === 2))
  })

  test('de database weg: 503, niemand komt binnen, en niemand raakt een plaats kwijt', async () => {
    expect((await vraag('POST', `${KAMER}/plaats`, { cookie: cookieFatima })).json()).toMatchObject({ nummer: 2 })
    await zetKlok('2022-11-01T10:00:00.500+01:00')
    await werkWachtkamersBij()
    await laatToe()
    await pauze(300)
    await laatToe()
    await totdat(async () => Number((await vraag('GET', `${KAMER}/stand`)).json()['nu']) >= 2)

    lijn.knip()
    // It is the turn of both, and still nobody is let in: what cannot be read from the database does not count.
    const pogingen = await Promise.all([vraag('POST', `/aanvragen/${sanne.kenmerk}/indienen`, { cookie }), vraag('POST', `/aanvragen/${fatima.kenmerk}/indienen`, { cookie: cookieFatima })])
    expect(pogingen.map(({ status, headers }) => [status, headers['content-type'], Number(headers['retry-after']) > 0])).toEqual([[503, 'application/problem+json', true], [503, 'application/problem+json', true]])
    const pagina = await vraag('POST', `/aanvragen/${sanne.kenmerk}/indienen`, { cookie, accept: 'text/html' })
    expect([pagina.status, pagina.text.includes('houdt u die plaats')]).toEqual([503, true])
    await totdat(async () => (await vraag('GET', `${KAMER}/stand`)).status === 503)
    expect((await vraag('GET', KAMER, { accept: 'text/html' })).status).toBe(503)
    expect(await asOwner('select 1 from indiening')).toEqual([])

    await lijn.herstel()
    await totdat(async () => (await vraag('GET', `${KAMER}/stand`)).status === 200)
    await totdat(async () => (await vraag('POST', `/aanvragen/${sanne.kenmerk}/indienen`, { cookie })).status < 300)
    expect((await vraag('POST', `${KAMER}/plaats`, { cookie })).json()).toMatchObject({ nummer: 1 })
    expect(await asOwner('select 1 from indiening')).toHaveLength(1)
  }, 60_000)

  test('wat er gebeurde, staat in de metingen', async () => {
    await pauze(1_500)
    const [som] = await asOwner<{ indieningen: number; bevestigd: number; fouten: number }>(
      'select sum(indieningen)::int as indieningen, sum(bevestigd)::int as bevestigd, sum(fouten)::int as fouten from poort_meting')
    expect(som?.bevestigd).toBe(1)
    expect(som?.indieningen).toBeGreaterThanOrEqual(1)
  })
})

test('wie tergend langzaam schreef, is weggedaan', async () => {
  await Promise.all(traag.filter(({ closed }) => !closed).map((client) => once(client, 'close')))
}, 60_000)

test('SIGTERM: wat loopt, wordt afgemaakt, en alles is binnen tien seconden weg', async () => {
  const pids = kinderen()
  const begin = performance.now()
  const lopend = vraag('POST', `/aanvragen/${fatima.kenmerk}/indienen`, { cookie: cookieFatima }).then(({ status }) => status, () => 'afgebroken')
  await pauze(30)
  poort.kill('SIGTERM')
  const status = await lopend
  await once(poort, 'exit')
  expect(performance.now() - begin).toBeLessThan(10_000)
  expect(pids.filter((pid) => { try { return process.kill(pid, 0) } catch { return false } })).toEqual([])
  // Acknowledged is stored; what was not acknowledged may be there or not, and can be sent again.
  if (status === 201) expect(await asOwner('select 1 from indiening where aanvraag_id = $1', [fatima.aanvraagId])).toHaveLength(1)
}, 20_000)
