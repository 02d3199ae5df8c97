import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { migrate } from '@/scripts/migrate'
import { startPostgres, type Postgres } from '@/scripts/start/postgres'
import { dismissGuard } from '@/scripts/start/processes'
import { startRedis, type RedisServer } from '@/scripts/start/redis'

/** The servers of the experiments: a PostgreSQL and a Redis of their own, in a directory that is thrown away. */
export type Servers = {
  readonly dir: string
  /** What every process of the system gets, without the addresses. */
  readonly env: Readonly<Record<string, string>>
  postgres: () => URL
  redis: () => URL
  /** A database of its own for one experiment, migrated and with the parameters of the regeling. */
  createDatabase: () => Promise<string>
  dropDatabase: (naam: string) => Promise<void>
  /** As the owner, past the proxies; for preparing and judging. */
  connect: (database: string) => Promise<pg.Client>
  /** kill -9 of the postmaster and every back end. */
  crashPostgres: () => Promise<void>
  startPostgres: (settings?: readonly string[]) => Promise<void>
  /** Sends a signal to the postmaster and every back end: SIGSTOP is a server that is there and does nothing. */
  signalPostgres: (signal: NodeJS.Signals) => void
  crashRedis: () => Promise<void>
  startRedis: () => Promise<void>
  signalRedis: (signal: NodeJS.Signals) => void
  stop: () => Promise<void>
}

/** Starts both. PostgreSQL runs with the settings of production: fsync and synchronous_commit on. */
export async function startServers(note: (text: string) => void): Promise<Servers> {
  const dir = mkdtempSync(path.join(tmpdir(), 'stap-storing-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(dir, 0o711)
  let postgres: Postgres | undefined = await startPostgres(dir)
  let redis: RedisServer | undefined = await startRedis(dir, note)
  const template = `stap_sjabloon_${randomUUID().slice(0, 8)}`
  const must = <T>(server: T | undefined): T => {
    if (server === undefined) throw new Error('the server is down')
    return server
  }
  let pgUrl = new URL(postgres.url)
  const redisUrl = { now: new URL(redis.url) }

  const connect = async (database: string): Promise<pg.Client> => {
    const url = new URL(pgUrl)
    url.pathname = `/${database}`
    const client = new pg.Client({ connectionString: url.href, types: NUMBERS })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  const admin = async (sql: string): Promise<void> => {
    const client = await connect('postgres')
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  const env = makeEnv(dir)
  await admin(`create database ${template}`)
  const templateUrl = new URL(pgUrl)
  templateUrl.pathname = `/${template}`
  await migrate(templateUrl.href)
  // This process uses modules of the system that want settings; they never use their own connection but the one they are given.
  Object.assign(process.env, env, { DATABASE_URL: templateUrl.href, REDIS_URL: redis.url, STAP_LOG: 'silent' })
  await seedTemplate()

  return {
    dir, env, connect,
    postgres: () => pgUrl,
    redis: () => redisUrl.now,
    createDatabase: async () => {
      const naam = `s_${randomUUID().replaceAll('-', '').slice(0, 12)}`
      await admin(`create database ${naam} template ${template}`)
      return naam
    },
    dropDatabase: (naam) => admin(`drop database if exists ${naam} with (force)`),
    crashPostgres: async () => {
      const { running } = must(postgres)
      postgres = undefined
      for (const pid of familyOf(running.child.pid)) signal(pid, 'SIGKILL')
      await running.ended
    },
    startPostgres: async (settings = []) => {
      postgres = await startPostgres(dir, settings)
      pgUrl = new URL(postgres.url)
    },
    signalPostgres: (name) => { for (const pid of familyOf(must(postgres).running.child.pid)) signal(pid, name) },
    crashRedis: async () => {
      const { running } = must(redis)
      redis = undefined
      for (const pid of familyOf(running.child.pid)) signal(pid, 'SIGKILL')
      await running.ended
    },
    startRedis: async () => {
      redis = await startRedis(dir, note)
      redisUrl.now = await keepPassword(new URL(redis.url), redisUrl.now.password)
    },
    signalRedis: (name) => { for (const pid of familyOf(must(redis).running.child.pid)) signal(pid, name) },
    stop: async () => {
      await redis?.stop()
      await postgres?.stop()
      dismissGuard()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Every start makes another password; the processes that wait for this Redis know the one of before. */
async function keepPassword(url: URL, password: string): Promise<URL> {
  const client = new Redis(url.href, { retryStrategy: () => null })
  client.on('error', () => undefined)
  await client.config('SET', 'requirepass', password)
  client.disconnect()
  const kept = new URL(url)
  kept.password = password
  return kept
}

const INT8 = 20
const NUMBERS: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (format !== 'binary' && oid === INT8) return Number
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- pg types its parsers as any
    return pg.types.getTypeParser(oid, format)
  },
}

/** The parameters of the regeling, by the use case that lays them down. */
async function seedTemplate(): Promise<void> {
  const { closeDb, inTransaction } = await import('@/lib/platform/db')
  const { legRegelingVast } = await import('@/lib/regeling/use-cases/leg-regeling-vast')
  const { REGELING_PARAMETERS } = await import('@/prisma/seed/regeling')
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  await closeDb()
}

function makeEnv(dir: string): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64')
  const nowhere = 'http://127.0.0.1:9'
  return {
    NODE_ENV: 'production', STAP_OMGEVING: 'test', STAP_DATA_DIR: dir, STAP_URL: 'http://localhost:3000',
    STAP_ENCRYPTIE_SLEUTELS: `storing:${secret()}`, STAP_HMAC_SLEUTEL: secret(), STAP_SESSIE_GEHEIM: secret(),
    ...Object.fromEntries(['DIGID', 'EHERKENNING', 'MEDEWERKER'].flatMap((naam) => [
      [`${naam}_ISSUER`, nowhere], [`${naam}_CLIENT_ID`, 'storing'], [`${naam}_CLIENT_SECRET`, secret()]])),
  }
}

/** A process and everything it started. */
export function familyOf(pid: number | undefined): readonly number[] {
  if (pid === undefined) return []
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  return [pid, ...stdout.split('\n').map((line) => Number(line.trim())).filter((child) => child > 0).flatMap(familyOf)]
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}
