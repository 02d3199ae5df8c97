import 'server-only'
import { pool, type PoolClient } from '@/lib/platform/db'
import { KAMERS, MOMENTEN, type Momenten } from '@/lib/wachtkamer/repo/velden'

export type KamerVanTijdvak = Momenten & {
  readonly tijdvakId: string
  readonly code: string
  /** Null when there is no wachtkamer yet. */
  readonly ronde: number | null
  readonly gelootOp: Date | null
  readonly nu: Date
}

/** Every tijdvak in order of receipt that is not over, with its wachtkamer. A tijdvak with a draw has no wachtkamer. */
export async function listKamers(): Promise<readonly KamerVanTijdvak[]> {
  const { rows } = await pool.query<KamerVanTijdvak>(
    `select t.id as "tijdvakId", t.code, ${MOMENTEN}, k.ronde, r.geloot_op as "gelootOp", nu() as nu
     from ${KAMERS} where t.modus = 'volgorde' and t.toestand <> 'gesloten' and t.sluit_op > nu() order by t.opent_op`,
  )
  return rows
}

/** Opens the wachtkamer of a tijdvak with its first promise. False when it was there already. */
export async function saveWachtkamer(client: PoolClient, kamer: { tijdvakId: string; perMinuut: number; zaadHash: string; zaadVersleuteld: string }): Promise<boolean> {
  const { rowCount } = await client.query('insert into wachtkamer (tijdvak_id, per_minuut) values ($1, $2) on conflict do nothing', [kamer.tijdvakId, kamer.perMinuut])
  if (rowCount !== 1) return false
  await saveBelofte(client, { ...kamer, ronde: 1 })
  return true
}

/** Begins the next ronde of a wachtkamer with a new promise. False when another process did. */
export async function saveRonde(client: PoolClient, belofte: { tijdvakId: string; ronde: number; zaadHash: string; zaadVersleuteld: string }): Promise<boolean> {
  const { rowCount } = await client.query(
    `update wachtkamer set ronde = $2, toegelaten_tot = 0, toegelaten_op = null, uitgeput_op = null, reikt_tot = null, verlaten_wachtend = 0
     where tijdvak_id = $1 and ronde = $2 - 1`,
    [belofte.tijdvakId, belofte.ronde],
  )
  if (rowCount !== 1) return false
  await saveBelofte(client, belofte)
  return true
}

async function saveBelofte(client: PoolClient, { tijdvakId, ronde, zaadHash, zaadVersleuteld }: { tijdvakId: string; ronde: number; zaadHash: string; zaadVersleuteld: string }): Promise<void> {
  await client.query('insert into wachtkamer_ronde (tijdvak_id, ronde, zaad_hash, zaad_versleuteld) values ($1, $2, $3, $4)', [tijdvakId, ronde, zaadHash, zaadVersleuteld])
}

/**
 * Waits until every place that was taken before this moment is committed: a batch of places holds the row until then and reads
 * the clock after it got it. What comes after this was taken after the opening.
 */
export async function awaitPlaatsen(client: PoolClient, tijdvakId: string): Promise<void> {
  await client.query('select from wachtkamer where tijdvak_id = $1 for no key update', [tijdvakId])
}

export type TeLoten = Momenten & { readonly code: string; readonly ronde: number; readonly zaadVersleuteld: string; readonly nu: Date }

/** The ronde that is still to be drawn, locked. Undefined when it was drawn, or when another process is at it. */
export async function lockRonde(client: PoolClient, tijdvakId: string): Promise<TeLoten | undefined> {
  const { rows } = await client.query<TeLoten>(
    `select t.code, ${MOMENTEN}, r.ronde, r.zaad_versleuteld as "zaadVersleuteld", nu() as nu
     from tijdvak t join wachtkamer k on k.tijdvak_id = t.id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.id = $1 and r.geloot_op is null for no key update of r skip locked`,
    [tijdvakId],
  )
  return rows[0]
}

/** The lots of everybody who took a place before the opening, in order of nummer: those who left too, so that the list has no holes. */
export async function listLotenVoor(client: PoolClient, tijdvakId: string, opentOp: Date): Promise<readonly string[]> {
  const { rows } = await client.query<{ lot: string }>(
    `select lot from wachtplaats
     where tijdvak_id = $1 and nummer <= (select max(nummer) from wachtplaats where tijdvak_id = $1 and genomen_op < $2)
     order by nummer`,
    [tijdvakId, opentOp],
  )
  return rows.map(({ lot }) => lot)
}

export type Uitslag = {
  readonly tijdvakId: string
  readonly code: string
  readonly ronde: number
  readonly zaad: string
  readonly lijstHash: string
  readonly opentOp: Date
  /** By nummer, the first one is that of nummer 1. */
  readonly plaatsen: readonly number[]
}

/** Writes a draw: the places, the seed and the log entry. */
export async function saveLoting(client: PoolClient, { tijdvakId, code, ronde, zaad, lijstHash, opentOp, plaatsen }: Uitslag): Promise<void> {
  await client.query(
    `insert into gelote_plaats (tijdvak_id, ronde, nummer, plaats)
     select $1, $2, nummer, plaats from unnest($3::integer[]) with ordinality as g (plaats, nummer)`,
    [tijdvakId, ronde, plaatsen],
  )
  await client.query(
    `update wachtkamer_ronde set zaad = $3, lijst_hash = $4, aantal_voor = $5, opent_op = $6, geloot_op = nu() where tijdvak_id = $1 and ronde = $2`,
    [tijdvakId, ronde, zaad, lijstHash, plaatsen.length, opentOp],
  )
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
     values ('wachtkamer', $1, 'loot', 'systeem', jsonb_build_object('ronde', $2::integer, 'aantalVoor', $3::integer, 'lijstHash', $4::text, 'zaad', $5::text))`,
    [code, ronde, plaatsen.length, lijstHash, zaad],
  )
}
