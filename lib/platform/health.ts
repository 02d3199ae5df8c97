import 'server-only'
import { pool } from '@/lib/platform/db'
import { pingRedis } from '@/lib/platform/queue'

/** A process counts as alive for this long after its last heartbeat. */
const ALIVE_S = 20

export type Onderdeel = 'ok' | 'stuk'
export type Gezondheid = { status: Onderdeel; onderdelen: { database: Onderdeel; redis: Onderdeel; workers: Onderdeel } }

/** Says that this process is alive. Real time, not the legal clock: a demo may shift that by months. */
export async function beat(proces: string, soort: string): Promise<void> {
  await pool.query('insert into hartslag (proces, soort, op) values ($1, $2, clock_timestamp()) on conflict (proces) do update set op = excluded.op', [proces, soort])
  await pool.query("delete from hartslag where op < clock_timestamp() - interval '1 day'")
}

/** Says that this process has ended in good order. */
export async function endBeat(proces: string): Promise<void> {
  await pool.query('delete from hartslag where proces = $1', [proces])
}

/** Whether the parts of the system answer. */
export async function readGezondheid(): Promise<Gezondheid> {
  const [redis, rows] = await Promise.all([pingRedis(1_000), readHartslagen()])
  const onderdelen = {
    database: rows === undefined ? 'stuk' : 'ok',
    redis: redis ? 'ok' : 'stuk',
    workers: rows !== undefined && rows > 0 ? 'ok' : 'stuk',
  } as const
  const status = Object.values(onderdelen).every((onderdeel) => onderdeel === 'ok') ? 'ok' : 'stuk'
  return { status, onderdelen }
}

async function readHartslagen(): Promise<number | undefined> {
  try {
    const { rows } = await pool.query<{ aantal: number }>(
      "select count(*) as aantal from hartslag where soort = 'workers' and op > clock_timestamp() - $1 * interval '1 second'", [ALIVE_S])
    return rows[0]?.aantal
  } catch {
    return undefined
  }
}
