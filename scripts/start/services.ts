import path from 'node:path'
import pg from 'pg'
import { StartFault } from './fault'
import { output } from './output'
import { start, stop, type Running } from './processes'

const ROOT = path.resolve(import.meta.dirname, '../..')
// Modules marked server-only may be loaded outside Next only under this condition.
const SERVER = ['--conditions=react-server']
const TSX = ['--import', 'tsx']

type Service = { naam: string; args: readonly string[]; health?: string; env?: Readonly<Record<string, string>> }

/** Starts a service; its lines are shown with its name in front. */
export function startService({ naam, args, env: own }: Service, env: NodeJS.ProcessEnv): Running {
  return start(naam, [process.execPath, ...args], { cwd: ROOT, env: { ...env, ...own }, onLine: (line) => { output.line(naam, line) } })
}

type Aantallen = { workers: number; webs: number }

/** The processes of the system besides PostgreSQL and Redis. The poort has the port; each web listens on a socket behind it. */
export function services(at: { port: number; idpPort: number; webSocket: string }, { workers, webs }: Aantallen, dev: boolean): (Service & { health: string })[] {
  const system = `http://127.0.0.1:${at.port}/api/v1/gezondheid`
  const sockets = Array.from({ length: webs }, (_, nummer) => nummer === 0 ? at.webSocket : at.webSocket.replace(/\.sock$/, `${nummer + 1}.sock`))
  return [
    { naam: 'inloggen', args: [...TSX, 'scripts/idp/main.ts'], health: `http://127.0.0.1:${at.idpPort}/gezondheid` },
    // Their health is part of that of the whole system.
    ...Array.from({ length: workers }, () => ({ naam: 'workers', args: [...SERVER, ...TSX, 'workers/index.ts'], health: system })),
    ...sockets.map((socket) => ({ naam: 'web', args: [...TSX, 'scripts/web.ts', ...(dev ? ['--dev'] : [])], health: system, env: { STAP_WEB_SOCKET: socket } })),
    { naam: 'poort', args: [...SERVER, ...TSX, 'scripts/poort.ts'], health: system, env: { STAP_WEB_URLS: sockets.map((socket) => `unix:${socket}`).join(',') } },
  ]
}

/** Waits until an address answers 200. */
export async function untilHealthy(running: Running, address: string, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs
  let last = 'geen antwoord'
  while (performance.now() < end) {
    if (running.hasEnded()) throw new StartFault(`Het onderdeel ${running.naam} is gestopt (${await running.ended}); de regels hierboven zeggen waarom.`)
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(5_000) })
      const body = await response.text()
      if (response.ok) return
      last = `${response.status} ${body.slice(0, 300)}`
    } catch {
      last = 'geen antwoord'
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new StartFault(`Het onderdeel ${running.naam} is niet gezond geworden binnen ${timeoutMs / 1000} s: ${last}`)
}

/** Lays down the first data in a database that lacks it. */
export async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  const running = start('gegevens', [process.execPath, ...SERVER, ...TSX, 'prisma/seed/run.ts'], { cwd: ROOT, env, onLine: (line) => { output.line('gegevens', line) } })
  if ((await running.ended) !== 0) throw new StartFault('De eerste gegevens konden niet worden geladen; de regels hierboven zeggen waarom.')
}

/** Checks that the PostgreSQL of DATABASE_URL can be used. */
export async function checkPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ versie: number }>("select current_setting('server_version_num')::int as versie")
    if ((rows[0]?.versie ?? 0) < 170_000) throw new StartFault('De PostgreSQL van DATABASE_URL is te oud: versie 17 of nieuwer is nodig.')
  } catch (fault) {
    if (fault instanceof StartFault) throw fault
    const reason = fault instanceof Error && fault.message !== '' ? fault.message : 'geen antwoord'
    throw new StartFault(`De PostgreSQL van DATABASE_URL is niet te gebruiken: ${reason}. Controleer of hij draait en of het adres klopt.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Stops processes side by side. */
export async function stopAll(running: readonly Running[], graceMs: number): Promise<void> {
  await Promise.all(running.map((one) => stop(one, graceMs)))
}
