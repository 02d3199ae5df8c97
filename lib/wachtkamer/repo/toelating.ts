import 'server-only'
import { type PoolClient, type Tx } from '@/lib/platform/db'
import { MOMENTEN, type Momenten } from '@/lib/wachtkamer/repo/velden'

export type Toelatend = Momenten & {
  readonly tijdvakId: string
  readonly ronde: number
  readonly gelootOp: Date | null
  readonly toegelatenTot: number
  readonly uitgegeven: number
  readonly perMinuut: number
  readonly verstrekenMs: number
  readonly nu: Date
}

/** Makes this transaction the only one that does this work. False when another process is at it. */
export async function becomeEnige(client: PoolClient, werk: 'laat-toe' | 'peil'): Promise<boolean> {
  const { rows } = await client.query<{ gekregen: boolean }>(`select pg_try_advisory_xact_lock(hashtext('wachtkamer'), hashtext($1)) as gekregen`, [werk])
  return rows[0]?.gekregen === true
}

/** The wachtkamers of which the opening has come. Not locked: numbers are given out meanwhile, and one tick later is soon enough. */
export async function listToelatend(client: PoolClient): Promise<readonly Toelatend[]> {
  const { rows } = await client.query<Toelatend>(
    `select t.id as "tijdvakId", k.ronde, ${MOMENTEN}, r.geloot_op as "gelootOp", k.toegelaten_tot as "toegelatenTot", k.volgende_nummer - 1 as uitgegeven,
            k.per_minuut as "perMinuut", coalesce(extract(epoch from nu() - coalesce(k.toegelaten_op, r.geloot_op)) * 1000, 0)::float8 as "verstrekenMs", nu() as nu
     from wachtkamer k join tijdvak t on t.id = k.tijdvak_id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.modus = 'volgorde' and t.toestand <> 'gesloten' and t.opent_op <= nu() and t.sluit_op > nu()`,
  )
  return rows
}

/** Lets people in up to a place. `restMs` is time that was not used and counts for the next step. */
export async function saveToelating(
  client: PoolClient, { tijdvakId, ronde }: Pick<Toelatend, 'tijdvakId' | 'ronde'>, { toegelatenTot, restMs }: { toegelatenTot: number; restMs: number },
): Promise<void> {
  await client.query(
    `update wachtkamer set toegelaten_tot = $3, toegelaten_op = nu() - $4::float8 * interval '1 millisecond'
     where tijdvak_id = $1 and ronde = $2 and toegelaten_tot <= $3`,
    [tijdvakId, ronde, toegelatenTot, restMs],
  )
}

/** How many submits of a tijdvak wait for a decision, counted up to a limit: beyond it the number says nothing more. */
export async function countOnbeslist(client: PoolClient, tijdvakId: string, limit: number): Promise<number> {
  const { rows } = await client.query<{ aantal: number }>(
    `select count(*)::integer as aantal from (select from aanvraag where tijdvak_id = $1 and status = 'ingediend' limit $2) a`,
    [tijdvakId, limit],
  )
  return rows[0]?.aantal ?? 0
}

/**
 * How long a submit takes in the processes of the poort, p99 in milliseconds: the average of the last seconds, a busy process
 * counting for more. Null when nobody submits.
 */
export async function readIndienenMs(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ ms: number | null }>(
    `select (sum(p99_ms::bigint * indieningen) / nullif(sum(indieningen), 0))::float8 as ms
     from poort_meting where op > clock_timestamp() - interval '3 seconds' and p99_ms is not null`,
  )
  return rows[0]?.ms ?? null
}

/** Sets the speed of a wachtkamer; answers what it was, undefined when there is no wachtkamer. */
export async function saveSnelheid(tx: Tx, code: string, perMinuut: number): Promise<number | undefined> {
  const [was] = await tx.$queryRaw<{ tijdvakId: string; perMinuut: number }[]>`
    select k.tijdvak_id as "tijdvakId", k.per_minuut as "perMinuut" from wachtkamer k join tijdvak t on t.id = k.tijdvak_id
    where t.code = ${code} for no key update of k`
  if (was === undefined) return undefined
  await tx.$executeRaw`update wachtkamer set per_minuut = ${perMinuut} where tijdvak_id = ${was.tijdvakId}::uuid`
  return was.perMinuut
}
