import 'server-only'
import { toBetalingStatus, type BetalingStatus } from '@/lib/betaling/model'
import type { PoolClient, Tx } from '@/lib/platform/db'

export type BetalingStand = { readonly id: string; readonly bedragCent: number; readonly status: BetalingStatus }

/** The payments with these EndToEndIds that the bank has had, locked until the transaction ends. */
export async function lockBetalingen(client: PoolClient, endToEndIds: readonly string[]): Promise<Map<string, BetalingStand>> {
  const { rows } = await client.query<{ id: string; endToEndId: string; bedragCent: number; status: string }>(`
    select b.id, b.end_to_end_id as "endToEndId", b.bedrag_cent as "bedragCent", b.status
      from betaling b join betaalbatch p on p.id = b.batch_id
     where b.end_to_end_id = any ($1) and p.vrijgegeven_op is not null
     order by b.id for update of b`, [[...new Set(endToEndIds)]])
  return new Map(rows.map(({ endToEndId, id, bedragCent, status }) => [endToEndId, { id, bedragCent, status: toBetalingStatus(status) }]))
}

export type BatchStand = { readonly id: string; readonly onderwegCent: number; readonly aantalOnderweg: number; readonly isAfgewezen: boolean }

/** The batches that the bank calls by their MsgId or PmtInfId, with what of them is still under way. */
export async function findBatches(client: PoolClient, kenmerken: readonly string[]): Promise<Map<string, BatchStand>> {
  const { rows } = await client.query<BatchStand & { kenmerk: string }>(`
    select k.kenmerk, p.id, coalesce(sum(b.bedrag_cent), 0)::bigint as "onderwegCent", count(b.id)::int as "aantalOnderweg",
           not exists (select from betaling a where a.batch_id = p.id and a.status <> 'afgewezen') as "isAfgewezen"
      from unnest($1::text[]) as k (kenmerk)
      join betaalbatch p on p.msg_id = regexp_replace(k.kenmerk, '-1$', '') or p.msg_id = k.kenmerk
      left join betaling b on b.batch_id = p.id and b.status = 'onderweg'
     where p.vrijgegeven_op is not null
     group by k.kenmerk, p.id`, [[...new Set(kenmerken)]])
  return new Map(rows.map(({ kenmerk, ...stand }) => [kenmerk, stand]))
}

/** The ids of the payments of a batch that are still under way, locked. */
export async function lockOnderwegVan(client: PoolClient, batchId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from betaling where batch_id = $1 and status = 'onderweg' order by id for update`, [batchId])
  return rows.map(({ id }) => id)
}

/** The payments of a batch that are still under way with their amounts in cents, locked. */
export async function lockOnderwegMetBedrag(client: PoolClient, batchId: string): Promise<{ id: string; endToEndId: string; bedragCent: number }[]> {
  const { rows } = await client.query<{ id: string; endToEndId: string; bedragCent: number }>(
    `select id, end_to_end_id as "endToEndId", bedrag_cent as "bedragCent" from betaling where batch_id = $1 and status = 'onderweg' order by id for update`, [batchId])
  return rows
}

/** The payments of a batch that the bank carried out. */
export async function findUitgevoerdVan(client: PoolClient, batchId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from betaling where batch_id = $1 and status = 'uitgevoerd' order by id`, [batchId])
  return rows.map(({ id }) => id)
}

/** Whether the bank was ever given a batch with this MsgId; its id. */
export async function findVrijgegevenBatch(client: PoolClient, msgId: string): Promise<string | undefined> {
  const { rows: [row] } = await client.query<{ id: string }>('select id from betaalbatch where msg_id = $1 and vrijgegeven_op is not null', [msgId])
  return row?.id
}

export async function confirmBetalingen(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query(`update betaling set status = 'uitgevoerd' where id = any ($1) and status = 'onderweg'`, [ids])
}

export type TerugTeBoeken = {
  readonly betalingId: string; readonly factuurId: string; readonly verplichtingId: string; readonly bedragCent: number; readonly endToEndId: string
  readonly compartimentId: string; readonly aanvraagId: string; readonly opleiderId: string
  /** Set when it was interest on the invoice. */
  readonly renteId: string | null
}

/** Of these payments those that are under way or carried out, with where their money belongs, locked. */
export async function lockTerugTeBoeken(client: PoolClient, betalingIds: readonly string[]): Promise<TerugTeBoeken[]> {
  const { rows } = await client.query<TerugTeBoeken>(`
    select b.id as "betalingId", f.id as "factuurId", v.id as "verplichtingId", b.bedrag_cent as "bedragCent", b.end_to_end_id as "endToEndId",
           v.compartiment_id as "compartimentId", v.aanvraag_id as "aanvraagId", v.opleider_id as "opleiderId", b.rente_id as "renteId"
      from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
     where b.id = any ($1) and b.status in ('onderweg', 'uitgevoerd')
     order by b.id for update of b, f, v`, [betalingIds])
  return rows
}

/** Moves payment, invoice and order back, with a line in the log of each aanvraag. */
export async function saveTeruggeboekt(client: PoolClient, rijen: readonly (TerugTeBoeken & { naar: BetalingStatus; code: string | null })[]): Promise<void> {
  await client.query(`update betaling b set status = t.naar from unnest($1::uuid[], $2::text[]) as t (id, naar) where b.id = t.id`,
    [rijen.map((r) => r.betalingId), rijen.map((r) => r.naar)])
  const facturen = rijen.filter(({ renteId }) => renteId === null)
  await client.query(`update factuur set status = 'teruggekomen' where id = any ($1) and status = 'betaald'`, [facturen.map((r) => r.factuurId)])
  await client.query(`update verplichting set status = 'gefactureerd' where id = any ($1) and status = 'betaald'`, [facturen.map((r) => r.verplichtingId)])
  await client.query(`update rente set status = 'teruggekomen' where id = any ($1) and status = 'betaald'`, [rijen.flatMap(({ renteId }) => renteId ?? [])])
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
    select 'aanvraag', t.aanvraag, 'boek-betaling-terug', 'systeem', jsonb_build_object('bedragCent', t.bedrag, 'endToEndId', t.eind, 'naar', t.naar, 'code', t.code)
      from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[]) as t (aanvraag, bedrag, eind, naar, code)`,
    [rijen.map((r) => r.aanvraagId), rijen.map((r) => r.bedragCent), rijen.map((r) => r.endToEndId), rijen.map((r) => r.naar), rijen.map((r) => r.code)])
}

/** An invoice of which the payment came back, with the account that is known now, locked. Undefined when it is not in that state. */
export async function lockTeruggekomen(tx: Tx, factuurId: string) {
  await tx.$executeRaw`select 1 from factuur where id = ${factuurId}::uuid for update`
  return await tx.factuur.findFirst({ where: { id: factuurId, status: 'teruggekomen' }, include: { opleider: { select: { iban: true } }, verplichting: true } }) ?? undefined
}

/** Puts an invoice ready to be paid again, to this account. */
export async function saveBetaalOpnieuw(tx: Tx, factuurId: string, iban: string): Promise<void> {
  await tx.factuur.update({ where: { id: factuurId }, data: { status: 'gematcht', iban } })
}
