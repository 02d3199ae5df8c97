import 'server-only'
import { parseIban, type Iban } from '@/lib/base/iban'
import { makeKenmerk } from '@/lib/base/kenmerk'
import type { PlainDate } from '@/lib/base/date'
import { TERUGSTORTING_PREFIX, toTerugstortingStatus, type TerugstortingStatus } from '@/lib/vordering/model'
import { execute, select, type Db } from '@/lib/vordering/repo/rij'
import type { NaamAntwoord } from '@/lib/vordering/rules/rekening'

/** Money that goes back without a claim, with the account and the name that the statement gives. `naam` is null when the bank gave none. */
export type Terugstorting = {
  readonly id: string; readonly kenmerk: string; readonly vraagId: string; readonly mutatieId: string; readonly bedragCent: number; readonly status: TerugstortingStatus
  readonly iban: Iban; readonly naam: string | null
}

type Ruw = Omit<Terugstorting, 'status' | 'iban'> & { status: string; rekening: string | null }

const LEES = `
  select t.id::text, t.kenmerk, t.vraag_id::text as "vraagId", t.mutatie_id::text as "mutatieId", t.bedrag_cent as "bedragCent", t.status, m.tegenrekening as rekening, m.tegenpartij as naam
    from terugstorting t join bankmutatie m on m.id = t.mutatie_id`

function toTerugstorting({ rekening, status, ...rij }: Ruw): Terugstorting {
  const iban = parseIban(rekening ?? '')
  if (iban === undefined) throw new Error(`terugstorting ${rij.kenmerk} has no IBAN to go to`)
  return { ...rij, status: toTerugstortingStatus(status), iban }
}

/** All of a receipt goes back. Gives its kenmerk. */
export async function insertTerugstorting(db: Db, { vraagId, mutatieId, bedragCent }: { vraagId: string; mutatieId: string; bedragCent: number }): Promise<{ id: string; kenmerk: string }> {
  const [reeks] = await select<{ nummer: string }>(db, `select nextval('kenmerk_terugstorting')::text as nummer`, [])
  const kenmerk = makeKenmerk(TERUGSTORTING_PREFIX, Number(reeks?.nummer))
  const [rij] = await select<{ id: string }>(db, `
    insert into terugstorting (kenmerk, vraag_id, mutatie_id, bedrag_cent) values ($1, $2::uuid, $3::bigint, $4::int) returning id::text`, [kenmerk, vraagId, mutatieId, bedragCent])
  if (rij === undefined) throw new Error('nothing was inserted')
  return { id: rij.id, kenmerk }
}

/** One of them, locked; undefined when there is none. */
export async function lockTerugstorting(db: Db, door: { readonly id: string } | { readonly kenmerk: string }): Promise<Terugstorting | undefined> {
  const [waar, waarde] = 'id' in door ? ['t.id = $1::uuid', door.id] : ['t.kenmerk = $1', door.kenmerk]
  await execute(db, `select 1 from terugstorting t where ${waar} for update`, [waarde])
  const [ruw] = await select<Ruw>(db, `${LEES} where ${waar}`, [waarde])
  return ruw === undefined ? undefined : toTerugstorting(ruw)
}

/** What can go back now, oldest first, locked; what another transaction holds is left for a next time. */
export async function lockTerugTeStorten(db: Db, limit: number): Promise<Terugstorting[]> {
  return (await select<Ruw>(db, `${LEES} where t.status = 'open' order by t.ontstaan_op, t.id limit $1::int for update of t skip locked`, [limit])).map(toTerugstorting)
}

/** Of which the banks were not asked the name yet, oldest first. */
export async function listNietGecontroleerd(db: Db): Promise<Terugstorting[]> {
  return (await select<Ruw>(db, `${LEES} where t.status = 'te-controleren' order by t.ontstaan_op limit 500`, [])).map(toTerugstorting)
}

export async function saveTerugstortingStatus(
  db: Db, id: string, status: Exclude<TerugstortingStatus, 'betaald'>, over: { antwoord?: NaamAntwoord; oordeel?: { doorId: string; reden: string } } = {},
): Promise<void> {
  await execute(db, `
    update terugstorting set status = $2, betaald_op = null, herkomst = null, antwoord = coalesce($3, antwoord), beoordeeld_door = coalesce($4::uuid, beoordeeld_door), oordeel = coalesce($5, oordeel)
     where id = $1::uuid`, [id, status, over.antwoord ?? null, over.oordeel?.doorId ?? null, over.oordeel?.reden ?? null])
}

/** Paid: in a batch, or by hand as the line of a statement (`herkomst`) shows. */
export async function saveTeruggestort(db: Db, id: string, dag: PlainDate, herkomst: string | null): Promise<void> {
  await execute(db, `update terugstorting set status = 'betaald', betaald_op = $2::date, herkomst = $3 where id = $1::uuid`, [id, dag, herkomst])
}

type Regel = { soort: string; van?: TerugstortingStatus; naar?: TerugstortingStatus; doorId: string | null; rol: string; reden?: string; gegevens?: Readonly<Record<string, string | number>> }

/** A line in the log of what happened with it. */
export async function logTerugstorting(db: Db, id: string, { soort, van, naar, doorId, rol, reden, gegevens = {} }: Regel): Promise<void> {
  await execute(db, `
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, reden, gegevens) values ('terugstorting', $1, $2, $3, $4, $5::uuid, $6, $7, $8::jsonb)`,
  [id, soort, van ?? null, naar ?? null, doorId, rol, reden ?? null, JSON.stringify(gegevens)])
}
