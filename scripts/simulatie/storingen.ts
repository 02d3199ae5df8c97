import { Redis } from 'ioredis'
import pg from 'pg'
import { run } from '../start/processes'

/** A fault that is injected from outside while an opening is played. */
export type Storing = { readonly naam: string; readonly doe: (systeem: Systeem) => Promise<void> }

export type Systeem = { readonly pid: number; readonly databaseUrl: string; readonly redisUrl: string }

const REDIS_STIL_MS = 4_000

/** What can go wrong on an opening day and must not be noticed by anybody but the operator. In this order. */
export const STORINGEN: readonly Storing[] = [
  { naam: 'een proces van de poort valt weg (kill -9)', doe: (systeem) => doodt(systeem, 'scripts/poort/child.ts') },
  { naam: 'een worker valt weg (kill -9)', doe: (systeem) => doodt(systeem, 'workers/index.ts') },
  { naam: 'Redis wordt leeggemaakt (FLUSHALL)', doe: (systeem) => opRedis(systeem, async (redis) => { await redis.flushall() }) },
  { naam: `Redis antwoordt ${REDIS_STIL_MS / 1_000} seconden niet (SIGSTOP)`, doe: maakRedisStil },
  { naam: 'de website valt weg (kill -9)', doe: (systeem) => doodt(systeem, 'scripts/web.ts') },
  { naam: 'PostgreSQL valt om en herstelt zich (kill -9 van een proces van de server)', doe: herstartPostgres },
]

/** Kills one process of the system that we started: a descendant of it that runs this script. */
async function doodt({ pid }: Systeem, script: string): Promise<void> {
  const slachtoffer = nakomelingen(pid).find(({ args }) => args.includes(script))
  if (slachtoffer === undefined) throw new Error(`er draait geen ${script} onder proces ${pid}`)
  process.kill(slachtoffer.pid, 'SIGKILL')
}

function nakomelingen(pid: number): readonly { pid: number; args: string }[] {
  const alle = run(['ps', '-e', '-o', 'pid=,ppid=,args=']).output.split('\n').flatMap((regel) => {
    const deel = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(regel)
    return deel === null ? [] : [{ pid: Number(deel[1]), ouder: Number(deel[2]), args: deel[3] ?? '' }]
  })
  const eigen = new Set([pid])
  for (let voor = 0; voor !== eigen.size;) {
    voor = eigen.size
    for (const een of alle) if (eigen.has(een.ouder)) eigen.add(een.pid)
  }
  return alle.filter((een) => een.pid !== pid && eigen.has(een.pid))
}

async function opRedis({ redisUrl }: Systeem, doe: (redis: Redis) => Promise<void>): Promise<void> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 })
  redis.on('error', () => undefined)
  try {
    await doe(redis)
  } finally {
    redis.disconnect()
  }
}

async function maakRedisStil(systeem: Systeem): Promise<void> {
  let pid = Number.NaN
  await opRedis(systeem, async (redis) => { pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]) })
  // Only one that the system under test started itself.
  if (!nakomelingen(systeem.pid).some((een) => een.pid === pid)) throw new Error('de Redis van het systeem is niet van het systeem zelf')
  process.kill(pid, 'SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, REDIS_STIL_MS))
  process.kill(pid, 'SIGCONT')
}

/** A back end that is killed makes PostgreSQL end all of them, recover from its log and begin anew. */
async function herstartPostgres({ databaseUrl, pid }: Systeem): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  const { rows: [rij] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  if (rij === undefined || !nakomelingen(pid).some((een) => een.pid === rij.pid)) throw new Error('de PostgreSQL van het systeem is niet van het systeem zelf')
  process.kill(rij.pid, 'SIGKILL')
  await client.end().catch(() => undefined)
}
