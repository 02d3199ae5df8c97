import 'server-only'
import { amsterdamJaar } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { bigintArray, uuidArray } from '@/lib/platform/pg-array'
import { PAST_NIET_REGELS, type PastNietRegel } from '@/lib/regeling/model'
import { TIJDVAK_MODI, KANALEN, REKENINGEN, REST_REGELS, TIJDVAK_TOESTANDEN, type Boekingsregel, type CompartimentPlan, type CompartimentStand, type Rekening, type RestRegel, type Tijdvak, type TijdvakPlan, type TijdvakToestand } from '@/lib/tijdvak/model'
import type { PlafondFeiten } from '@/lib/tijdvak/rules/plafond'
import type { Heropening } from '@/lib/tijdvak/rules/sturing'
import type * as Db from '@/prisma/generated/client'

/** A boeking as it is written; `oorzaak` and `oorzaakId` say what caused it, and make it happen once. */
export type NieuweBoeking = {
  readonly soort: string
  readonly oorzaak: string
  readonly oorzaakId: string
  readonly doorId: string | null
  /** Null is the year of now. */
  readonly boekjaar: number | null
  readonly regels: readonly Boekingsregel[]
}

// One statement, so that the trigger sees every line of a boeking at once. A boeking that is there already adds no lines, and neither does
// one that is asked twice in the same call.
const INSERT_BOEKINGEN = `
  with gevraagd as materialized (
    select distinct on (soort, oorzaak, "oorzaakId") *
    from rows from (json_to_recordset($1::json) as (soort text, oorzaak text, "oorzaakId" text, "doorId" uuid, boekjaar smallint, regels json)) with ordinality
      as b (soort, oorzaak, "oorzaakId", "doorId", boekjaar, regels, nr)
    order by soort, oorzaak, "oorzaakId", nr
  ), nieuw as (
    insert into boeking (soort, oorzaak, oorzaak_id, door_id, boekjaar)
    select soort, oorzaak, "oorzaakId", "doorId", coalesce(boekjaar, extract(year from nu() at time zone 'Europe/Amsterdam')::smallint) from gevraagd order by nr
    on conflict (soort, oorzaak, oorzaak_id) do nothing
    returning id, soort, oorzaak, oorzaak_id
  ), regels as (
    insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, opleider_id, bedrag_cent)
    select nieuw.id, r.rekening, r."compartimentId", r."aanvraagId", r."opleiderId", r."bedragCent"
    from nieuw
    join gevraagd g on g.soort = nieuw.soort and g.oorzaak = nieuw.oorzaak and g."oorzaakId" = nieuw.oorzaak_id
    cross join json_to_recordset(g.regels)
      as r (rekening text, "compartimentId" uuid, "aanvraagId" uuid, "opleiderId" uuid, "bedragCent" bigint)
  )
  select count(*)::integer as aantal from nieuw`

/** Writes boekingen; answers how many were new. The database refuses one that does not sum to zero or that breaks a plafond. */
export async function saveBoekingen(db: Tx | PoolClient, boekingen: readonly NieuweBoeking[]): Promise<number> {
  const json = JSON.stringify(boekingen)
  const rows = '$queryRawUnsafe' in db
    ? await db.$queryRawUnsafe<{ aantal: number }[]>(INSERT_BOEKINGEN, json)
    : (await db.query<{ aantal: number }>(INSERT_BOEKINGEN, [json])).rows
  return rows[0]?.aantal ?? 0
}

/** One boeking that moves amounts of many aanvragen from one rekening to another: what comes in per aanvraag, what goes out per compartiment. */
export type Verzamelboeking = {
  readonly soort: string
  readonly oorzaak: string
  readonly oorzaakId: string
  readonly van: string
  readonly naar: string
  readonly bij: readonly { readonly compartimentId: string; readonly aanvraagId: string; readonly bedragCent: number }[]
}

// What goes out is the sum of what comes in, so it is in balance by itself.
const INSERT_VERZAMELBOEKING = `
  with bij as materialized (
    select * from unnest($6::uuid[], $7::uuid[], $8::bigint[]) with ordinality as r (compartiment_id, aanvraag_id, bedrag_cent, nr)
  ), nieuw as (
    insert into boeking (soort, oorzaak, oorzaak_id) values ($1, $2, $3) on conflict (soort, oorzaak, oorzaak_id) do nothing returning id
  ), regels as (
    insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
    select nieuw.id, r.rekening, r.compartiment_id, r.aanvraag_id, r.bedrag_cent
    from nieuw cross join (
      (select $5 as rekening, compartiment_id, aanvraag_id, bedrag_cent from bij order by nr)
      union all
      select $4, compartiment_id, null, -sum(bedrag_cent)::bigint from bij group by compartiment_id
    ) r
  )
  select count(*)::integer as aantal from nieuw`

/** Writes one boeking for many aanvragen; false when it was there already. */
export async function saveVerzamelboeking(client: PoolClient, { soort, oorzaak, oorzaakId, van, naar, bij }: Verzamelboeking): Promise<boolean> {
  const { rows } = await client.query<{ aantal: number }>({
    name: 'verzamelboeking',
    text: INSERT_VERZAMELBOEKING,
    values: [
      soort, oorzaak, oorzaakId, van, naar,
      uuidArray(bij.map(({ compartimentId }) => compartimentId)), uuidArray(bij.map(({ aanvraagId }) => aanvraagId)), bigintArray(bij.map(({ bedragCent }) => bedragCent)),
    ],
  })
  return rows[0]?.aantal === 1
}

/** What stands on each rekening for one aanvraag, in cents. */
export async function sumPerRekening(db: Tx | PoolClient, aanvraagId: string): Promise<ReadonlyMap<Rekening, number>> {
  const sql = 'select rekening, sum(bedrag_cent)::text as cent from boekingsregel where aanvraag_id = $1::uuid group by rekening'
  const rijen = '$queryRawUnsafe' in db
    ? await db.$queryRawUnsafe<{ rekening: string; cent: string }[]>(sql, aanvraagId)
    : (await db.query<{ rekening: string; cent: string }>(sql, [aanvraagId])).rows
  return new Map(rijen.map(({ rekening, cent: bedrag }) => [oneOf(REKENINGEN, rekening), Number(bedrag)]))
}

/** Adds a tijdvak; answers its id, or undefined when there is one with this code. */
export async function saveTijdvak(tx: Tx, plan: TijdvakPlan, regels: { registratiestopOp: Date; pastNietRegel: PastNietRegel }): Promise<string | undefined> {
  const { code, opentOp, sluitOp, startTeltVanaf, modus = 'volgorde', reserveTot = null } = plan
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tijdvak'), hashtext(${code}))`
  if ((await tx.tijdvak.count({ where: { code } })) > 0) return undefined
  const { id } = await tx.tijdvak.create({
    data: { code, opentOp, sluitOp, startTeltVanaf: startTeltVanaf === null ? null : toDbDate(startTeltVanaf), modus, reserveTot, ...regels },
    select: { id: true },
  })
  return id
}

/** Adds a compartiment to a tijdvak, without money: that comes by a boeking. Answers its id. */
export async function saveCompartiment(tx: Tx, tijdvakId: string, plan: CompartimentPlan & { volgorde: number }): Promise<string> {
  const { niveaus = [], ...rest } = plan
  const { id } = await tx.compartiment.create({ data: { tijdvakId, niveaus: [...niveaus], ...rest }, select: { id: true } })
  return id
}

/** A tijdvak, locked until the transaction ends. Undefined when there is none with this id. */
export async function lockTijdvak(tx: Tx, id: string): Promise<Tijdvak | undefined> {
  await tx.$executeRaw`select 1 from tijdvak where id = ${id}::uuid for no key update`
  return findTijdvak(tx, { id })
}

// Shared by every batch of intake, exclusive for who steers: a lock that writes nothing, because the row of a tijdvak is hot.
const STURING_LOCK = 7_300_120

/**
 * Taken by intake before it reads the state of a tijdvak, until its commit: who steers waits for what is under way, and what
 * comes after waits for the steering. So nothing is received after the commit of a pause. Answers the legal moment, taken
 * when the lock was there: the columns of one row are worked out from left to right.
 */
export async function shareInname(client: PoolClient): Promise<Date> {
  const { rows } = await client.query<{ nu: Date }>('select pg_advisory_xact_lock_shared($1), nu() as nu', [STURING_LOCK])
  const [row] = rows
  if (row === undefined) throw new Error('nu() gave no row')
  return row.nu
}

/** Keeps intake out until the end of the transaction, and answers the tijdvak, locked. Undefined when there is none with this code. */
export async function lockSturing(tx: Tx, code: string): Promise<Tijdvak | undefined> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${STURING_LOCK}::bigint)`
  await tx.$executeRaw`select 1 from tijdvak where code = ${code} for no key update`
  return findTijdvak(tx, { code })
}

/** Writes down the new moments of a tijdvak that is to open again; its earlier opening and closing stand in the log. */
export async function saveHeropening(tx: Tx, id: string, { startTeltVanaf, ...momenten }: Heropening): Promise<void> {
  await tx.tijdvak.update({
    where: { id },
    data: { ...momenten, startTeltVanaf: toDbDate(startTeltVanaf), toestand: 'gepland', pauzeMelding: null, geopendOp: null, geslotenOp: null },
    select: { id: true },
  })
}

/** A tijdvak by its id or its code. */
export async function findTijdvak(tx: Tx, where: { id: string } | { code: string }): Promise<Tijdvak | undefined> {
  const rij = await tx.tijdvak.findUnique({ where })
  return rij === null ? undefined : toTijdvak(rij)
}

/** Every tijdvak, the earliest first. */
export async function listTijdvakken(tx: Tx): Promise<readonly Tijdvak[]> {
  return (await tx.tijdvak.findMany({ orderBy: { opentOp: 'asc' } })).map(toTijdvak)
}

/** Writes the state of a tijdvak down, with the moment of an opening or a closing. A message stands only as long as the pause. */
export async function saveToestand(tx: Tx, id: string, toestand: TijdvakToestand, bij: { geopendOp?: Date; geslotenOp?: Date; pauzeMelding?: string }): Promise<void> {
  await tx.tijdvak.update({ where: { id }, data: { pauzeMelding: null, toestand, ...bij }, select: { id: true } })
}

/** The compartimenten of some tijdvakken with their stand, in their own order. */
export async function listStanden(tx: Tx, tijdvakIds: readonly string[]): Promise<readonly CompartimentStand[]> {
  const rijen = await tx.compartiment.findMany({ where: { tijdvakId: { in: [...tijdvakIds] } }, orderBy: [{ tijdvakId: 'asc' }, { volgorde: 'asc' }] })
  return rijen.map(toStand)
}

/** A plafond with what counts for changing it. */
export type Plafond = Omit<PlafondFeiten, 'hasReservelijst'> & { readonly id: string; readonly code: string; readonly naam: string }

/** The plafonds of a tijdvak, locked in a fixed order until the transaction ends: the allocator waits, and then sees the new one. */
export async function lockPlafonds(tx: Tx, tijdvakId: string): Promise<readonly Plafond[]> {
  await tx.$executeRaw`select 1 from compartiment where tijdvak_id = ${tijdvakId}::uuid order by id for no key update`
  return listPlafonds(tx, tijdvakId)
}

/** The same without a lock, for a page that shows what is possible. Of what was applied for, every compartiment that may pay it keeps the whole. */
export async function listPlafonds(tx: Tx, tijdvakId: string): Promise<readonly Plafond[]> {
  const rijen = await tx.$queryRaw<(Omit<Plafond, 'plafondCent' | 'overCent' | 'aangevraagdCent'> & { plafond: bigint; over: bigint; aangevraagd: bigint })[]>`
    select c.id, c.code, c.naam, c.plafond_cent as plafond, c.gesloten or c.geweigerd_vanaf_cent is not null as "isGeweigerd",
           c.plafond_cent + c.overschrijding_cent - c.gereserveerd_cent - c.verplicht_cent - c.betaald_cent as over,
           (select coalesce(sum(a.bedrag_cent), 0)::bigint from aanvraag a
            where a.tijdvak_id = c.tijdvak_id and c.id = any (a.compartiment_id || a.terugval_ids) and a.status in ('ingediend', 'reserve')) as aangevraagd
    from compartiment c where c.tijdvak_id = ${tijdvakId}::uuid order by c.volgorde`
  return rijen.map(({ plafond, over, aangevraagd, ...rest }) => ({ ...rest, plafondCent: Number(plafond), overCent: Number(over), aangevraagdCent: Number(aangevraagd) }))
}

/** A compartiment of which budget moves to or from another tijdvak. Amounts in cents; `gebruiktCent` is reserved, committed and paid. */
export type Pot = {
  readonly id: string
  readonly tijdvakId: string
  readonly tijdvakCode: string
  /** In which its tijdvak opens. */
  readonly jaar: number
  readonly code: string
  readonly plafondCent: number
  readonly overschrijdingCent: number
  readonly gebruiktCent: number
  readonly restRegel: RestRegel
  readonly verrekendMet: string | null
  readonly isRestGeboekt: boolean
  /** Its tijdvak closed. */
  readonly isVoorbij: boolean
}

/** Locks every compartiment of these tijdvakken, and those that are settled against one of them, in a fixed order. */
export async function lockPotten(tx: Tx, tijdvakCodes: readonly string[]): Promise<readonly Pot[]> {
  const codes = [...tijdvakCodes]
  await tx.$executeRaw`
    select 1 from compartiment c join tijdvak t on t.id = c.tijdvak_id
    where t.code = any (${codes}) or c.verrekend_met = any (${codes}) order by c.id for no key update of c`
  const rijen = await tx.compartiment.findMany({
    where: { OR: [{ tijdvak: { code: { in: codes } } }, { verrekendMet: { in: codes } }] },
    include: { tijdvak: true }, orderBy: [{ tijdvak: { opentOp: 'asc' } }, { volgorde: 'asc' }],
  })
  return rijen.map((rij) => ({
    id: rij.id, tijdvakId: rij.tijdvakId, tijdvakCode: rij.tijdvak.code, jaar: amsterdamJaar(rij.tijdvak.opentOp), code: rij.code, verrekendMet: rij.verrekendMet,
    plafondCent: Number(rij.plafondCent), overschrijdingCent: Number(rij.overschrijdingCent),
    gebruiktCent: Number(rij.gereserveerdCent + rij.verplichtCent + rij.betaaldCent),
    restRegel: oneOf(REST_REGELS, rij.restRegel), isRestGeboekt: rij.restGeboektOp !== null, isVoorbij: rij.tijdvak.toestand === 'gesloten',
  }))
}

/** Sets what a compartiment may spend, in cents; the money follows by a boeking in the same transaction. */
export async function savePot(tx: Tx, id: string, { plafondCent, overschrijdingCent }: Pick<Pot, 'plafondCent' | 'overschrijdingCent'>): Promise<void> {
  await tx.compartiment.update({ where: { id }, data: { plafondCent: BigInt(plafondCent), overschrijdingCent: BigInt(overschrijdingCent) }, select: { id: true } })
}

/** Notes that the rest of compartimenten was moved, or that there was none. */
export async function markRestGeboekt(tx: Tx, ids: readonly string[], op: Date): Promise<void> {
  await tx.compartiment.updateMany({ where: { id: { in: [...ids] } }, data: { restGeboektOp: op } })
}

/** The tijdvak that opens next after one. */
export async function findVolgend(tx: Tx, { opentOp }: Pick<Tijdvak, 'opentOp'>): Promise<Tijdvak | undefined> {
  const rij = await tx.tijdvak.findFirst({ where: { opentOp: { gt: opentOp } }, orderBy: { opentOp: 'asc' } })
  return rij === null ? undefined : toTijdvak(rij)
}

/** Sets a plafond, in cents; the money follows by a boeking in the same transaction. */
export async function savePlafond(tx: Tx, compartimentId: string, plafondCent: number): Promise<void> {
  await tx.compartiment.update({ where: { id: compartimentId }, data: { plafondCent: BigInt(plafondCent) }, select: { id: true } })
}

function toTijdvak(rij: Db.Tijdvak): Tijdvak {
  const { id, code, opentOp, sluitOp, registratiestopOp, pauzeMelding, reserveTot } = rij
  return {
    id, code, opentOp, sluitOp, registratiestopOp, pauzeMelding, reserveTot,
    startTeltVanaf: rij.startTeltVanaf === null ? null : fromDbDate(rij.startTeltVanaf),
    toestand: oneOf(TIJDVAK_TOESTANDEN, rij.toestand),
    pastNietRegel: oneOf(PAST_NIET_REGELS, rij.pastNietRegel),
    modus: oneOf(TIJDVAK_MODI, rij.modus),
  }
}

function toStand(rij: Db.Compartiment): CompartimentStand {
  const [plafond, overschrijding] = [Number(rij.plafondCent), Number(rij.overschrijdingCent)]
  const [gereserveerd, verplicht, betaald] = [Number(rij.gereserveerdCent), Number(rij.verplichtCent), Number(rij.betaaldCent)]
  return {
    id: rij.id, tijdvakId: rij.tijdvakId, code: rij.code, naam: rij.naam, gesloten: rij.gesloten,
    kanaal: rij.kanaal === null ? null : oneOf(KANALEN, rij.kanaal), niveaus: rij.niveaus, maximaalCent: rij.maximaalCent, voorrang: rij.voorrang,
    restRegel: oneOf(REST_REGELS, rij.restRegel), verrekendMet: rij.verrekendMet,
    plafondCent: cent(plafond),
    overschrijdingCent: cent(overschrijding),
    gereserveerdCent: cent(gereserveerd),
    verplichtCent: cent(verplicht),
    betaaldCent: cent(betaald),
    overCent: cent(plafond + overschrijding - gereserveerd - verplicht - betaald),
  }
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`${text} is not one of ${values.join(', ')}`)
  return found
}
