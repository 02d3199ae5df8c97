import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { signalFamily } from './fouten'
import { familyOf, type Servers } from './servers'
import { startProxy, type Proxy } from './proxy'

/** Which program a process runs: one of the system itself, or a stand-in of this directory. */
export type Programma = 'workers' | 'poort' | 'loket' | 'verdeler' | 'handeling' | `dubbels/${string}`

const PROGRAMMAS: Readonly<Record<string, string>> = {
  workers: 'workers/index.ts',
  poort: 'scripts/poort.ts',
  loket: 'scripts/storing/processen/loket.ts',
  verdeler: 'scripts/storing/processen/verdeler.ts',
  handeling: 'scripts/storing/processen/handeling.ts',
}
const ROOT = path.resolve(import.meta.dirname, '../..')
const ENTRY = path.join(import.meta.dirname, 'processen/begin.ts')
const READY_WITHIN_MS = 60_000

export type ProcesOptions = {
  readonly database: string
  /** STAP_FAULTPOINTS of its first life; a process that is started again is sound. */
  readonly faults?: string
  readonly env?: Readonly<Record<string, string>>
  /** Start it again when it dies, as whoever runs the system does. Default true. */
  readonly again?: boolean
}

/** A process of the system with its own wire to PostgreSQL and to Redis. */
export type Proces = {
  readonly naam: string
  readonly db: Proxy
  readonly redis: Proxy
  readonly pid: () => number | undefined
  /** How often it died and was started again. */
  readonly deaths: () => number
  readonly send: (message: object) => boolean
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called when it died: what was asked of it is not going to be answered. */
  readonly onDeath: (listener: () => void) => void
  readonly signal: (name: NodeJS.Signals) => void
  /** Until it says that it is ready (again). */
  readonly ready: () => Promise<void>
  /** Resolves when it has ended by itself or was ended. */
  readonly ended: () => Promise<number | string>
  /** SIGTERM, and after 8 s SIGKILL; it is not started again. */
  readonly stop: () => Promise<void>
}

/** Starts a process and waits until it says that it is ready. */
export async function startProces(servers: Servers, programma: Programma, { database, faults, env = {}, again = true }: ProcesOptions): Promise<Proces> {
  const db = await startProxy(() => addressOf(servers.postgres()))
  const redis = await startProxy(() => addressOf(servers.redis()))
  const listeners: ((message: unknown) => void)[] = []
  const mourners: (() => void)[] = []
  let isStopping = false
  let deaths = 0
  let child: ChildProcess
  let readiness: Promise<void>
  let end: Promise<number | string>

  const begin = (withFaults: boolean): void => {
    const url = new URL(servers.postgres())
    url.pathname = `/${database}`
    url.port = String(db.port)
    const redisUrl = new URL(servers.redis())
    redisUrl.port = String(redis.port)
    child = fork(ENTRY, [path.join(ROOT, PROGRAMMAS[programma] ?? `scripts/storing/${programma}.ts`)], {
      cwd: ROOT,
      execArgv: ['--conditions=react-server', '--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC', ...servers.env, STAP_LOG: 'silent', ...env,
        DATABASE_URL: url.href, REDIS_URL: redisUrl.href, ...(withFaults && faults !== undefined ? { STAP_FAULTPOINTS: faults } : {}),
      },
    })
    const mine = child
    let lastWords = ''
    mine.stderr?.on('data', (chunk: Buffer) => { lastWords = `${lastWords}${chunk.toString()}`.slice(-2_000) })
    readiness = new Promise((resolve, reject) => {
      const timer = setTimeout(() => { reject(new Error(`${programma} was not ready within ${READY_WITHIN_MS} ms`)) }, READY_WITHIN_MS)
      mine.on('message', (message) => {
        if (isReady(message)) {
          clearTimeout(timer)
          resolve()
        } else for (const listener of listeners) listener(message)
      })
      mine.once('exit', (code, name) => {
        clearTimeout(timer)
        reject(new Error(`${programma} ended (${code ?? name ?? 'unknown'}): ${lastWords}`))
      })
    })
    readiness.catch(() => undefined)
    end = new Promise((resolve) => {
      mine.once('exit', (code, name) => {
        resolve(code ?? name ?? 'unknown')
        for (const mourner of mourners) mourner()
        if (isStopping || !again) return
        deaths += 1
        setTimeout(() => { if (!isStopping) begin(false) }, 100)
      })
    })
  }

  begin(true)
  const proces: Proces = {
    naam: programma, db, redis,
    pid: () => child.pid,
    deaths: () => deaths,
    send: (message) => {
      if (!child.connected) return false
      // That send() answers false means that the channel is crowded: it was sent all the same.
      child.send(message, () => undefined)
      return true
    },
    onMessage: (listener) => { listeners.push(listener) },
    onDeath: (listener) => { mourners.push(listener) },
    signal: (name) => { if (child.pid !== undefined) signalFamily(child.pid, name) },
    ready: () => readiness,
    ended: () => end,
    stop: async () => {
      isStopping = true
      const family = familyOf(child.pid)
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGCONT')
        child.kill('SIGTERM')
        const timer = setTimeout(() => child.kill('SIGKILL'), 8_000)
        await end
        clearTimeout(timer)
      }
      // What it started itself has no reason to live on.
      for (const pid of family) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Gone already, as it should be.
        }
      }
      await db.close()
      await redis.close()
    },
  }
  try {
    await proces.ready()
  } catch (fault) {
    // A process that is made to die while it starts may get its second life.
    if (faults === undefined || !again) {
      await proces.stop()
      throw fault
    }
  }
  return proces
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'klaar' in message
}

function addressOf({ hostname, port }: URL): { host: string; port: number } {
  return { host: hostname, port: Number(port) }
}
