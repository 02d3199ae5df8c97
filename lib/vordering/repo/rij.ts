import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { toOverdracht, toVorderingGrond, toVorderingMutatieSoort, toVorderingStatus, type OpenBedrag, type VorderingMutatie } from '@/lib/vordering/model'
import type { Invordering } from '@/lib/vordering/rules/aanmaning'

/** A transaction of Prisma, or one in plain SQL: receipts are booked in that of the statement they stand on. */
export type Db = Tx | PoolClient

/** Rows of a statement in plain SQL, on either kind of transaction. Days come as text, bigint as text too. */
export async function select<Row extends object>(db: Db, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return '$queryRawUnsafe' in db ? db.$queryRawUnsafe<Row[]>(sql, ...values) : (await db.query<Row>(sql, [...values])).rows
}

export async function execute(db: Db, sql: string, values: readonly unknown[]): Promise<void> {
  if ('$queryRawUnsafe' in db) await db.$executeRawUnsafe(sql, ...values)
  else await db.query(sql, [...values])
}

/** A claim, locked until the transaction ends. */
export type VorderingRij = Invordering & {
  readonly id: string
  readonly kenmerk: string
  readonly aanvraagId: string
  readonly compartimentId: string
  readonly opleiderId: string
  readonly schuldenaarOpleiderId: string | null
  readonly schuldenaarBurgerId: string | null
  readonly grond: ReturnType<typeof toVorderingGrond>
  readonly bedragCent: number
  readonly herzienCent: number
  readonly ingesteldOp: PlainDate
  readonly verjaartOp: PlainDate
}

type Ruw = {
  id: string; kenmerk: string; aanvraag: string; compartiment: string; opleider: string; sopleider: string | null; sburger: string | null
  grond: string; status: string; bedrag: number; herzien: number; open: number; kosten: number; ingesteld: string; vervalt: string; verjaart: string
  uitstel: string | null; herinnerd: string | null; aangemaand: string | null; aanmaningvervalt: string | null; rente: string | null; overdracht: string | null; regeling: boolean
}

const KOLOMMEN = `v.id::text, v.kenmerk, v.aanvraag_id::text as aanvraag, v.compartiment_id::text as compartiment, v.opleider_id::text as opleider,
  v.schuldenaar_opleider_id::text as sopleider, v.schuldenaar_burger_id::text as sburger, v.grond, v.status, v.bedrag_cent as bedrag, v.herzien_cent as herzien,
  v.open_cent as open, v.open_kosten_cent as kosten, (v.ingesteld_op at time zone 'Europe/Amsterdam')::date::text as ingesteld, v.vervalt_op::text as vervalt,
  v.verjaart_op::text as verjaart, v.uitstel_tot::text as uitstel, v.herinnerd_op::text as herinnerd, v.aangemaand_op::text as aangemaand,
  v.aanmaning_vervalt_op::text as aanmaningvervalt, v.rente_vastgesteld_op::text as rente, v.overdracht,
  exists (select from vordering_regeling r where r.vordering_id = v.id and r.status in ('aangevraagd', 'toegewezen')) as regeling`

/** The claim with this id or betalingskenmerk, locked; undefined when there is none. */
export async function lockVordering(db: Db, door: { readonly id: string } | { readonly kenmerk: string }): Promise<VorderingRij | undefined> {
  const [waar, waarde] = 'id' in door ? ['v.id = $1::uuid', door.id] : ['v.kenmerk = $1', door.kenmerk]
  // First the lock, then the reading: what it waited for must be seen.
  await execute(db, `select 1 from vordering v where ${waar} for update`, [waarde])
  const [ruw] = await select<Ruw>(db, `select ${KOLOMMEN} from vordering v where ${waar}`, [waarde])
  return ruw === undefined ? undefined : toRij(ruw)
}

const dag = (tekst: string | null): PlainDate | null => (tekst === null ? null : plainDate(tekst))

function toRij(ruw: Ruw): VorderingRij {
  return {
    id: ruw.id, kenmerk: ruw.kenmerk, aanvraagId: ruw.aanvraag, compartimentId: ruw.compartiment, opleiderId: ruw.opleider,
    schuldenaarOpleiderId: ruw.sopleider, schuldenaarBurgerId: ruw.sburger, grond: toVorderingGrond(ruw.grond), status: toVorderingStatus(ruw.status),
    bedragCent: ruw.bedrag, herzienCent: ruw.herzien, open: { hoofdsom: cent(ruw.open), kosten: cent(ruw.kosten) },
    ingesteldOp: plainDate(ruw.ingesteld), vervaltOp: plainDate(ruw.vervalt), verjaartOp: plainDate(ruw.verjaart), uitstelTot: dag(ruw.uitstel),
    herinnerdOp: dag(ruw.herinnerd), aangemaandOp: dag(ruw.aangemaand), aanmaningVervaltOp: dag(ruw.aanmaningvervalt), renteVastgesteldOp: dag(ruw.rente),
    overdracht: toOverdracht(ruw.overdracht), isRegeling: ruw.regeling,
  }
}

/** What a claim was and became, oldest first. */
export async function listMutaties(db: Db, vorderingId: string): Promise<(VorderingMutatie & { op: string })[]> {
  const rijen = await select<{ soort: string; dag: string; hoofdsom: number; kosten: number; op: string }>(db,
    `select soort, dag::text, hoofdsom_cent as hoofdsom, kosten_cent as kosten, op::text from vordering_mutatie where vordering_id = $1::uuid order by dag, id`, [vorderingId])
  return rijen.map(({ soort, hoofdsom, kosten, op, ...rij }) => ({ soort: toVorderingMutatieSoort(soort), dag: plainDate(rij.dag), hoofdsom: cent(hoofdsom), kosten: cent(kosten), op }))
}

export type Dagen = Partial<Record<'herinnerd_op' | 'aangemaand_op' | 'aanmaning_vervalt_op' | 'verjaart_op' | 'vervalt_op' | 'uitstel_tot' | 'rente_vastgesteld_op', PlainDate>>

/** Days of a claim that the law moves. */
export async function saveDagen(db: Db, vorderingId: string, dagen: Dagen): Promise<void> {
  const namen = Object.entries(dagen)
  if (namen.length === 0) return
  await execute(db, `update vordering set ${namen.map(([naam], index) => `${naam} = $${String(index + 2)}::date`).join(', ')} where id = $1::uuid`, [vorderingId, ...namen.map(([, waarde]) => waarde)])
}

type NieuweMutatie = VorderingMutatie & { readonly herkomst: string | null; readonly doorId: string | null; readonly toelichting: string | null }

/** Adds a movement and moves the claim with it; gives the id of the movement. */
export async function insertMutatie(db: Db, vorderingId: string, mutatie: NieuweMutatie, open: OpenBedrag, status: string): Promise<string> {
  const [rij] = await select<{ id: string }>(db, `
    insert into vordering_mutatie (vordering_id, soort, hoofdsom_cent, kosten_cent, dag, herkomst, door_id, toelichting)
    values ($1::uuid, $2, $3::int, $4::int, $5::date, $6, $7::uuid, $8) returning id::text`,
  [vorderingId, mutatie.soort, mutatie.hoofdsom, mutatie.kosten, mutatie.dag, mutatie.herkomst, mutatie.doorId, mutatie.toelichting])
  if (rij === undefined) throw new Error('nothing was inserted')
  await execute(db, 'update vordering set open_cent = $2::int, open_kosten_cent = $3::int, status = $4 where id = $1::uuid', [vorderingId, open.hoofdsom, open.kosten, status])
  return rij.id
}

/** Moves a claim to another status without a cent. */
export async function saveStatus(db: Db, vorderingId: string, status: string): Promise<void> {
  await execute(db, 'update vordering set status = $2 where id = $1::uuid', [vorderingId, status])
}

type Regel = { soort: string; van?: string; naar?: string; doorId: string | null; rol: string; reden?: string | undefined; gegevens: object }

/** A line in the log of a claim. */
export async function logVordering(db: Db, vorderingId: string, { soort, van, naar, doorId, rol, reden, gegevens }: Regel): Promise<void> {
  await execute(db, `
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, reden, gegevens, zichtbaar)
    values ('vordering', $1, $2, $3, $4, $5::uuid, $6, $7, $8::jsonb, true)`,
  [vorderingId, soort, van ?? null, naar ?? null, doorId, rol, reden ?? null, JSON.stringify(gegevens)])
}
