import { pool } from '@/lib/platform/db'

/** An opening is busy when this many aanvragen came in within the last seconds. The rush of 2022 was 4 a second over 4,5 hours. */
const DRUK = { aantal: 100, seconden: 5 } as const
const FRESH_MS = 1_000

let seen: { druk: boolean; at: number } | undefined

/**
 * Whether aanvragen come in so fast that other work must give way. Asked at most once a second per process: a look at the last
 * numbers, so it costs the same after a million aanvragen.
 */
export async function isOpeningDruk(): Promise<boolean> {
  if (seen !== undefined && performance.now() - seen.at < FRESH_MS) return seen.druk
  const { rows: [rij] } = await pool.query<{ druk: boolean }>({
    name: 'opening-druk',
    text: `select count(*) >= $1 as druk from (select ontvangen_op from indiening order by volgnummer desc limit $1) i
           where i.ontvangen_op > (select nu()) - $2 * interval '1 second'`,
    values: [DRUK.aantal, DRUK.seconden],
  })
  seen = { druk: rij?.druk === true, at: performance.now() }
  return seen.druk
}
