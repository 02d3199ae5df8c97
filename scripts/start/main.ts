import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrate } from '../migrate'
import { ensureBuild, ensureClient, ensureStyles, hashOf } from './build'
import { lockDataDir, openDataDir, readGeheimen, removeSystem, webSocketOf, writeSystem } from './data-dir'
import { checkEnvironment, environmentOf, type Environment } from './environment'
import { sentenceOf, StartFault } from './fault'
import { printLogins } from './logins'
import { output, timed } from './output'
import { parentIsGone } from './parent'
import { isPortFree } from './ports'
import { startPostgres } from './postgres'
import { dismissGuard, type Running } from './processes'
import { startRedis } from './redis'
import { checkPostgres, seed, services, startService, stopAll, untilHealthy } from './services'

const HEALTHY_WITHIN_MS = 60_000

/** What has been started, in the order in which it must be stopped again. */
type System = { services: Running[]; databases: Running[]; closers: (() => void)[]; mayEnd: boolean; isStopping: boolean }

/** Runs the whole system until it is asked to stop; gives the exit code. */
export async function main({ dev }: { dev: boolean }): Promise<number> {
  const system: System = { services: [], databases: [], closers: [], mayEnd: false, isStopping: false }
  const stopRequest = waitForStop()
  let code = 0
  try {
    await Promise.race([up(system, dev), stopRequest.then((reason) => { throw new StopRequested(reason) })])
    const reason = await Promise.race([stopRequest, firstToEnd([...(system.mayEnd ? [] : system.services), ...system.databases])])
    if (reason.startsWith('!')) throw new StartFault(reason.slice(1))
  } catch (fault) {
    if (!(fault instanceof StopRequested)) {
      code = 1
      output.plain()
      process.stderr.write(`${sentenceOf(fault)}\n`)
    }
  }
  await down(system)
  return code
}

class StopRequested extends Error {}

async function up(system: System, dev: boolean): Promise<void> {
  const begin = performance.now()
  const settings = checkEnvironment(process.env, dev)
  const dir = path.resolve(settings.dataDir)
  if (!(await isPortFree(settings.port)))
    throw new StartFault(`Poort ${settings.port} is bezet. Stop wat daar draait, of kies een andere poort: PORT=${settings.port + 10} npm ${dev ? 'run dev' : 'start'}`)
  const idpPort = await pickIdpPort(process.env['IDP_PORT'], settings.port)
  openDataDir(dir)
  system.closers.push(lockDataDir(dir, settings.url))

  const [databaseUrl, redisUrl] = await allOrThrow([postgres(system, dir), redis(system, dir), ensureClient()])
  const env = environmentOf({ ...process.env, STAP_DATA_DIR: dir }, readGeheimen(dir), { databaseUrl, redisUrl, idpPort }, dev)

  const applied = await migrate(databaseUrl)
  if (applied.length > 0) output.step(`Database bijgewerkt: ${applied.join(', ')}`)
  await allOrThrow([ensureSeed(env, dir, applied.length > 0), ensureStyles(), dev ? Promise.resolve() : ensureBuild(env)])

  const list = services({ port: settings.port, idpPort, webSocket: webSocketOf(dir) }, settings.start, dev)
  system.services.push(...list.map((service) => startService(service, env)))
  await timed('Poort, website, inlogdienst en workers starten', () => allOrThrow(list.map(({ health }, index) => {
    const running = system.services[index]
    if (running === undefined) throw new Error('service without process')
    return untilHealthy(running, health, HEALTHY_WITHIN_MS)
  })))

  system.mayEnd = settings.start.herstart
  if (system.mayEnd) for (const [index, service] of list.entries()) keepAlive(system, index, () => startService(service, env))

  writeSystem(dir, { pid: process.pid, url: settings.url, env: ownSettings(env) })
  system.closers.push(() => { removeSystem(dir) })
  output.plain()
  output.plain(`Het STAP-platform draait op ${settings.url} (na ${Math.round((performance.now() - begin) / 1000)} s).`)
  printLogins({ url: settings.url, idpUrl: `http://127.0.0.1:${idpPort}`, dir })
}

const AGAIN_AFTER_MS = 500

/** Starts a service anew when it ended, until the system stops. */
function keepAlive(system: System, index: number, again: () => Running): void {
  void system.services[index]?.ended.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
    if (system.isStopping) return
    system.services[index] = again()
    keepAlive(system, index, again)
  })
}

/** Lays down the first data, unless this database has had all of it: looking that up costs a process of its own. */
async function ensureSeed(env: Environment, dir: string, isNew: boolean): Promise<void> {
  const stamp = path.join(dir, 'gegevens.hash')
  // Our own PostgreSQL belongs to the data directory; another one is known by its address.
  const hash = createHash('sha256').update(hashOf(['prisma/seed'])).update(process.env['DATABASE_URL'] ?? '').digest('hex')
  if (!isNew && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await timed('Eerste gegevens', () => seed(env))
  writeFileSync(stamp, hash)
}

async function postgres(system: System, dir: string): Promise<string> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') {
    await checkPostgres(given)
    return given
  }
  const { url, running } = await timed('PostgreSQL starten', () => startPostgres(dir))
  system.databases.push(running)
  return url
}

async function redis(system: System, dir: string): Promise<string> {
  const given = process.env['REDIS_URL']
  if (given !== undefined && given !== '') {
    const { checkRedis } = await import('./redis')
    await checkRedis(given)
    return given
  }
  const { url, running } = await timed('Redis starten', () => startRedis(dir, (text) => { output.step(text) }))
  system.databases.push(running)
  return url
}

async function pickIdpPort(given: string | undefined, webPort: number): Promise<number> {
  if (given !== undefined && given !== '') {
    const port = Number(given)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartFault('De instellingen kloppen niet: IDP_PORT is geen poortnummer (1 tot en met 65535).')
    if (!(await isPortFree(port))) throw new StartFault(`Poort ${port} (IDP_PORT) is bezet. Stop wat daar draait, of kies een andere poort.`)
    return port
  }
  for (let port = webPort + 1; port < Math.min(webPort + 100, 65_536); port += 1) if (await isPortFree(port)) return port
  throw new StartFault(`Boven poort ${webPort} is geen poort vrij voor de inlogdienst. Kies er een met IDP_PORT.`)
}

/** Waits for all; when one throws, the others are first awaited, so that what they started is known and can be stopped. */
async function allOrThrow<const T extends readonly Promise<unknown>[]>(work: T): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }> {
  const settled = await Promise.allSettled(work)
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return Promise.all(work)
}

/** What `npm run …` needs to reach this system: our own settings, without the rest of the operator's environment. */
function ownSettings(env: Record<string, string>): Record<string, string> {
  const own = /^(STAP_|DIGID_|EHERKENNING_|MEDEWERKER_|IDP_|BASISREGISTERS_|SMTP_)|^(PORT|NODE_ENV|DATABASE_URL|REDIS_URL)$/
  return Object.fromEntries(Object.entries(env).filter(([naam]) => own.test(naam)))
}

/** Resolves when somebody asks us to stop. A second request ends everything at once. */
function waitForStop(): Promise<string> {
  return new Promise((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked += 1
        // The guard ends what still runs.
        if (asked > 2) process.exit(1)
        resolve(signal)
      })
    }
    // A terminal that closed: there is nobody left to write to.
    process.stdout.on('error', () => { resolve('uitvoer gesloten') })
    process.stderr.on('error', () => undefined)
    void parentIsGone().then(() => { resolve('npm is gestopt') })
  })
}

async function firstToEnd(running: readonly Running[]): Promise<string> {
  return Promise.race(running.map(async ({ naam, ended }) => `!Het onderdeel ${naam} is onverwacht gestopt (${await ended}). De rest is ook gestopt; start opnieuw met npm start.`))
}

async function down(system: System): Promise<void> {
  system.isStopping = true
  if (system.services.length + system.databases.length > 0) output.step('Stoppen …')
  await stopAll(system.services, 5_000)
  await stopAll(system.databases, 3_500)
  for (const close of system.closers.reverse()) close()
  dismissGuard()
}
