import 'server-only'
import { createHash } from 'node:crypto'
import type { PlainDate } from '@/lib/base/date'
import { toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

/** The erkenner for whom somebody works; undefined when there is none. */
export async function findErkennerVan(tx: Tx, gebruikerId: string) {
  return (await tx.gebruiker.findUnique({ where: { id: gebruikerId }, select: { erkenner: true } }))?.erkenner ?? undefined
}

export async function findOpleider(tx: Tx, welk: { kvk: string } | { id: string }): Promise<{ id: string } | undefined> {
  return (await tx.opleider.findUnique({ where: welk, select: { id: true } })) ?? undefined
}

export type NieuweOpleider = Pick<Prisma.OpleiderUncheckedCreateInput, 'kvk' | 'code' | 'naam' | 'straat' | 'huisnummer' | 'postcode' | 'plaats' | 'email'>

export async function insertOpleider(tx: Tx, opleider: NieuweOpleider): Promise<string> {
  return (await tx.opleider.create({ data: opleider, select: { id: true } })).id
}

export async function belongsTo(tx: Tx, opleidingId: string, opleiderId: string): Promise<boolean> {
  return (await tx.opleiding.count({ where: { id: opleidingId, opleiderId } })) === 1
}

type Welke = { erkennerId: string; opleiderId: string; opleidingId: string | null }

/** The erkenning that runs, locked; undefined when there is none. */
export async function lockErkenning(tx: Tx, { erkennerId, opleiderId, opleidingId }: Welke) {
  await tx.$executeRaw`select 1 from erkenning where erkenner_id = ${erkennerId}::uuid and opleider_id = ${opleiderId}::uuid for update`
  return (await tx.erkenning.findFirst({ where: { erkennerId, opleiderId, opleidingId, geldigTot: null } })) ?? undefined
}

export async function insertErkenning(tx: Tx, { geldigVan, ...erkenning }: Welke & { geldigVan: PlainDate; doorId: string }): Promise<string> {
  return (await tx.erkenning.create({ data: { ...erkenning, geldigVan: toDbDate(geldigVan) }, select: { id: true } })).id
}

/** Ends an erkenning on a day: that day is the first without it. One that has not begun ends where it would begin. */
export async function endErkenning(tx: Tx, erkenning: { id: string; geldigVan: Date }, einde: { dag: PlainDate; op: Date; reden: string; doorId: string }): Promise<void> {
  const tot = toDbDate(einde.dag)
  await tx.erkenning.update({ where: { id: erkenning.id }, data: { geldigTot: tot < erkenning.geldigVan ? erkenning.geldigVan : tot, ingetrokkenOp: einde.op, reden: einde.reden, doorId: einde.doorId }, select: { id: true } })
}

/** An erkenner that vouches for the whole opleider no longer does so for this one opleiding: an erkenning of it that ended at once. */
export async function insertUitzondering(tx: Tx, welke: Welke, { dag, op, reden, doorId }: { dag: PlainDate; op: Date; reden: string; doorId: string }): Promise<string> {
  return (await tx.erkenning.create({ data: { ...welke, geldigVan: toDbDate(dag), geldigTot: toDbDate(dag), ingetrokkenOp: op, reden, doorId }, select: { id: true } })).id
}

const ERKENDE_OPLEIDINGEN = `
  select o.id, o.versie from opleiding o
  where exists (select from erkenning e where e.opleider_id = o.opleider_id and e.erkenner_id = $1 and (e.opleiding_id is null or e.opleiding_id = o.id)
                and e.geldig_van <= $2::date and (e.geldig_tot is null or e.geldig_tot > $2::date))`

/** Draws the sample of a month: the opleidingen in order of the hash of zaad and id, so that anybody with the list can do it again. */
export async function insertSteekproef(client: PoolClient, { erkennerId, maand, dag, uiterlijkOp, zaad, aantal }: { erkennerId: string; maand: PlainDate; dag: PlainDate; uiterlijkOp: PlainDate; zaad: string; aantal: number }): Promise<number> {
  const { rows } = await client.query<{ id: string; versie: number }>(`${ERKENDE_OPLEIDINGEN} order by o.id`, [erkennerId, dag])
  const populatieHash = createHash('sha256').update(rows.map(({ id }) => id).join('\n')).digest('hex')
  const { rows: [steekproef] } = await client.query<{ id: string }>(
    `insert into steekproef (erkenner_id, maand, zaad, populatie, populatie_hash, uiterlijk_op) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [erkennerId, maand, zaad, rows.length, populatieHash, uiterlijkOp])
  if (steekproef === undefined) return 0
  const rang = (id: string) => createHash('sha256').update(`${zaad}:${id}`).digest('hex')
  const getrokken = rows.map((rij) => ({ ...rij, rang: rang(rij.id) })).sort((a, b) => (a.rang < b.rang ? -1 : 1)).slice(0, aantal)
  await client.query(
    `insert into steekproef_deel (steekproef_id, nummer, opleiding_id, opleiding_versie)
     select $1, nr, id, versie from unnest($2::uuid[], $3::integer[]) with ordinality as t (id, versie, nr)`,
    [steekproef.id, getrokken.map(({ id }) => id), getrokken.map(({ versie }) => versie)])
  return getrokken.length
}

/** The erkenners that have something to look at and no sample yet in this month. */
export async function listZonderSteekproef(client: PoolClient, maand: PlainDate, dag: PlainDate): Promise<{ id: string; code: string }[]> {
  const { rows } = await client.query<{ id: string; code: string }>(`
    select r.id, r.code from erkenner r
    where not exists (select from steekproef s where s.erkenner_id = r.id and s.maand = $1)
      and exists (select from erkenning e join opleiding o on o.opleider_id = e.opleider_id where e.erkenner_id = r.id and e.geldig_van <= $2::date and (e.geldig_tot is null or e.geldig_tot > $2::date))
    order by r.code`, [maand, dag])
  return rows
}

/** One opleiding of a sample of this erkenner, locked. */
export async function lockDeel(tx: Tx, erkennerId: string, steekproefId: string, nummer: number) {
  await tx.$executeRaw`select 1 from steekproef_deel where steekproef_id = ${steekproefId}::uuid and nummer = ${nummer} for no key update`
  return (await tx.steekproefDeel.findFirst({ where: { steekproefId, nummer, steekproef: { erkennerId } } })) ?? undefined
}

export async function saveOordeel(tx: Tx, { steekproefId, nummer }: { steekproefId: string; nummer: number }, oordeel: { oordeel: string; toelichting: string | null; doorId: string; beoordeeldOp: Date }): Promise<void> {
  await tx.steekproefDeel.update({ where: { steekproefId_nummer: { steekproefId, nummer } }, data: oordeel, select: { nummer: true } })
}

export async function insertKeurmerk(tx: Tx, keurmerk: Prisma.KeurmerkUncheckedCreateInput): Promise<string> {
  return (await tx.keurmerk.create({ data: keurmerk, select: { id: true } })).id
}

export async function lockKeurmerk(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from keurmerk where id = ${id}::uuid for no key update`
  return (await tx.keurmerk.findUnique({ where: { id } })) ?? undefined
}

export async function saveKeurmerkBesluit(tx: Tx, id: string, besluit: { status: string; reden: string; beslotenDoorId: string; beslotenOp: Date; erkennerId: string | null }): Promise<void> {
  await tx.keurmerk.update({ where: { id }, data: besluit, select: { id: true } })
}

/** Makes an erkenner of a keurmerk that was admitted; undefined when there is one with that code. */
export async function insertErkenner(tx: Tx, erkenner: { code: string; naam: string }): Promise<string | undefined> {
  if ((await tx.erkenner.count({ where: { code: erkenner.code } })) > 0) return undefined
  return (await tx.erkenner.create({ data: { ...erkenner, soort: 'TOETSINGSKADER' }, select: { id: true } })).id
}

/** The tijdvak of a code when the opleiding is in its frozen set; undefined otherwise. */
export async function findBevroren(tx: Tx, code: string, opleidingId: string): Promise<string | undefined> {
  const [rij] = await tx.$queryRaw<{ id: string }[]>`
    select t.id from tijdvak t where t.code = ${code} and t.registratiestop_op <= nu()
      and exists (select from scholingsactiviteit a where a.opleiding_id = ${opleidingId}::uuid and a.geregistreerd_op <= t.registratiestop_op)`
  return rij?.id
}

export async function saveBevrorenOordeel(tx: Tx, oordeel: { tijdvakId: string; opleidingId: string; oordeel: string; toelichting: string | null; doorId: string; op: Date }): Promise<void> {
  const { tijdvakId, opleidingId } = oordeel
  await tx.bevrorenOordeel.upsert({ where: { tijdvakId_opleidingId: { tijdvakId, opleidingId } }, create: oordeel, update: oordeel, select: { op: true } })
}
