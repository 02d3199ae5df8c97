import 'server-only'
import type { Actor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { makeKenmerk, parseKenmerk } from '@/lib/base/kenmerk'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { boolArray, dateArray, intArray, textArray, timestamptzArray, uuidArray } from '@/lib/platform/pg-array'
import { KANALEN, type Kanaal, type TijdvakToestand } from '@/lib/tijdvak/model'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { AANVRAAG_PREFIX, AANVRAAG_STATUSSEN, type AanvraagStatus, type Momentopname } from '@/lib/aanvraag/model'
import { STATUSSEN_MET_BUDGET, STATUSSEN_ZONDER_VERVOLG, type AanvraagHandeling } from '@/lib/aanvraag/rules/status'
import type * as Db from '@/prisma/generated/client'

/** One submit as it comes in: whose, and which aanvraag. */
export type Verzoek = { readonly burgerId: string; readonly kenmerk: string }

/** A dossier as intake reads it, with its row locked. `nr` is the place of its verzoek in the batch, from 0. */
export type IndienDossier = {
  readonly nr: number
  readonly id: string
  readonly status: AanvraagStatus
  readonly aanmeldbewijsId: string
  readonly tijdvakId: string
  readonly scholingsactiviteitId: string
  readonly startdatum: PlainDate
  readonly isAanmeldbewijsIngetrokken: boolean
  readonly isUitgesloten: boolean
  readonly isBurgerUitgesloten: boolean
  readonly verleningen: number
}

/** A submit with the day on which it arrived, in Amsterdam, and the kalenderjaar of that day. */
export type Aangekomen = Verzoek & { readonly jaar: number; readonly dag: PlainDate }

const LOCK_DOSSIERS = `
  select v.nr::integer - 1 as nr, a.id, a.status, a.aanmeldbewijs_id as "aanmeldbewijsId", a.tijdvak_id as "tijdvakId",
         a.scholingsactiviteit_id as "scholingsactiviteitId", b.startdatum, b.status = 'ingetrokken' as "isAanmeldbewijsIngetrokken",
         exists (select from maatregel m
                 where m.opleider_id = a.opleider_id and (m.opleiding_id is null or m.opleiding_id = a.opleiding_id)
                   and m.soort in ('geblokkeerd', 'verwijderd') and m.opgeheven_op is null
                   and m.ingangsdatum <= v.dag and (m.einddatum is null or m.einddatum > v.dag)) as "isUitgesloten",
         exists (select from uitsluiting u
                 where u.burger_id = a.burger_id and u.opgeheven_op is null and u.ingaat_op <= v.dag and u.eindigt_op > v.dag) as "isBurgerUitgesloten",
         (select count(*)::integer from aanvraag x
          where x.burger_id = a.burger_id and x.kalenderjaar = v.jaar and x.status = any ($5)) as verleningen
  from unnest($1::uuid[], $2::text[], $3::integer[], $4::date[]) with ordinality as v (burger_id, kenmerk, jaar, dag, nr)
  join aanvraag a on a.kenmerk = v.kenmerk and a.burger_id = v.burger_id
  join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
  order by a.id
  for no key update of a`

/** Reads and locks the dossiers of a batch, in a fixed order so that two batches never wait for each other in a circle. */
export async function lockDossiers(client: PoolClient, verzoeken: readonly Aangekomen[]): Promise<IndienDossier[]> {
  const { rows } = await client.query<IndienDossier>({
    name: 'intake-dossiers',
    text: LOCK_DOSSIERS,
    values: [
      uuidArray(verzoeken.map(({ burgerId }) => burgerId)), textArray(verzoeken.map(({ kenmerk }) => kenmerk)),
      intArray(verzoeken.map(({ jaar }) => jaar)), dateArray(verzoeken.map(({ dag }) => dag)),
      STATUSSEN_MET_BUDGET,
    ],
  })
  return rows
}

/** What of a tijdvak counts for receiving something in it. */
export type IndienTijdvak = {
  readonly opentOp: Date
  readonly sluitOp: Date
  readonly geslotenOp: Date | null
  readonly startTeltVanaf: PlainDate | null
  readonly toestand: TijdvakToestand
}

/** The tijdvakken of a batch as they are now, by id: one, but around an opening. */
export async function readTijdvakken(client: PoolClient, ids: readonly string[]): Promise<ReadonlyMap<string, IndienTijdvak>> {
  const { rows } = await client.query<IndienTijdvak & { id: string }>({
    name: 'intake-tijdvakken',
    text: 'select id, opent_op as "opentOp", sluit_op as "sluitOp", gesloten_op as "geslotenOp", start_telt_vanaf as "startTeltVanaf", toestand from tijdvak where id = any ($1::uuid[])',
    values: [ids],
  })
  return new Map(rows.map(({ id, ...tijdvak }) => [id, tijdvak]))
}

const COUNT_VERLEEND = `
  select a.scholingsactiviteit_id as id, count(*)::integer as aantal
  from aanvraag a join besluit b on b.aanvraag_id = a.id and b.soort = 'verlening'
  where a.scholingsactiviteit_id = any ($1::uuid[])
    and b.genomen_op >= make_timestamptz($2::integer, 1, 1, 0, 0, 0, 'Europe/Amsterdam') and b.genomen_op < $3::timestamptz
  group by 1`

/**
 * How many verleningen each scholingsactiviteit got in a kalenderjaar before a moment; one that got none is not in the answer.
 * What was withdrawn afterwards was granted all the same.
 */
export async function countVerleend(db: Tx | PoolClient, activiteitIds: readonly string[], { jaar, voor }: { jaar: number; voor: Date }): Promise<ReadonlyMap<string, number>> {
  type Rij = { id: string; aantal: number }
  const rows = '$queryRawUnsafe' in db
    ? await db.$queryRawUnsafe<Rij[]>(COUNT_VERLEEND, activiteitIds, jaar, voor)
    : (await db.query<Rij>(COUNT_VERLEEND, [activiteitIds, jaar, voor])).rows
  return new Map(rows.map(({ id, aantal }) => [id, aantal]))
}

/** Receipts of aanvragen that were received before, also in a transaction that ended while their rows were waited for. */
export async function readOntvangsten(client: PoolClient, aanvraagIds: readonly string[]): Promise<readonly Nummer[]> {
  if (aanvraagIds.length === 0) return []
  const { rows } = await client.query<Nummer>({
    name: 'intake-ontvangsten',
    text: 'select aanvraag_id as "aanvraagId", volgnummer, ontvangen_op as "ontvangenOp" from indiening where aanvraag_id = any ($1)',
    values: [aanvraagIds],
  })
  return rows
}

export type Nummer = { readonly aanvraagId: string; readonly volgnummer: number; readonly ontvangenOp: Date }

/** The place in line that an aanvraag got. */
export type Plaats = Pick<Nummer, 'aanvraagId' | 'volgnummer'>

/** A dossier that is received: `ontvangenOp` is the legal moment, `beslisUiterlijkOp` the end of the beslistermijn that follows from it. */
export type Ontvangen = Pick<IndienDossier, 'id'> & {
  readonly isFormeel: boolean
  readonly ontvangenOp: Date
  readonly jaar: number
  readonly beslisUiterlijkOp: PlainDate
}

/** From this many on, what a batch asks the workers to do is written as one row (enqueueVoorAanvragen does the same). */
const GROEP_VANAF = 20

// What was asked for is taken from the aanvraag itself, as it is while its row is locked.
const SAVE_INDIENINGEN = `
  with rij as materialized (
    select * from unnest($1::uuid[], $2::boolean[], $3::timestamptz[], $4::integer[], $5::date[]) with ordinality
      as r (aanvraag_id, is_formeel, ontvangen_op, jaar, beslis_op, nr)
  ), status as (
    update aanvraag a
    set status = 'ingediend', ingediend_op = rij.ontvangen_op, kalenderjaar = rij.jaar, beslis_uiterlijk_op = rij.beslis_op, versie = versie + 1, updated_at = now()
    from rij where a.id = rij.aanvraag_id
    returning a.id, a.tijdvak_id, a.compartiment_id || a.terugval_ids as compartiment_ids, a.burger_id, a.bedrag_cent, rij.jaar, rij.is_formeel, rij.ontvangen_op, rij.nr
  ), ontvangen as (
    insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent, is_formeel, ontvangen_op)
    select id, tijdvak_id, compartiment_ids, burger_id, jaar, bedrag_cent, is_formeel, ontvangen_op from status order by nr
    returning volgnummer, aanvraag_id, ontvangen_op, burger_id
  ), log as (
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, gegevens, zichtbaar, op)
    select 'aanvraag', aanvraag_id::text, 'dien-in', 'gereed', 'ingediend', burger_id, 'burger', jsonb_build_object('volgnummer', volgnummer), true, ontvangen_op
    from ontvangen
  ), werk as (
    insert into outbox (job, payload)
    select 'bevestig-ontvangst', jsonb_build_object('aanvraagId', aanvraag_id) from rij where (select count(*) from rij) < ${String(GROEP_VANAF)} order by nr
  ), werkgroep as (
    insert into outbox_groep (job, aanvraag_ids)
    select 'bevestig-ontvangst', array_agg(aanvraag_id order by nr) from rij having count(*) >= ${String(GROEP_VANAF)}
  )
  select aanvraag_id as "aanvraagId", volgnummer from ontvangen`

/** Receives the dossiers, in the given order: number, status, log and what must follow, in one statement. Their rows must be locked. */
export async function saveIndieningen(client: PoolClient, dossiers: readonly Ontvangen[]): Promise<readonly Plaats[]> {
  if (dossiers.length === 0) return []
  const { rows } = await client.query<Plaats>({
    name: 'intake-ontvang',
    text: SAVE_INDIENINGEN,
    values: [
      uuidArray(dossiers.map(({ id }) => id)),
      boolArray(dossiers.map(({ isFormeel }) => isFormeel)),
      timestamptzArray(dossiers.map(({ ontvangenOp }) => ontvangenOp)),
      intArray(dossiers.map(({ jaar }) => jaar)),
      dateArray(dossiers.map(({ beslisUiterlijkOp }) => beslisUiterlijkOp)),
    ],
  })
  if (rows.length !== dossiers.length) throw new Error(`${String(rows.length)} of ${String(dossiers.length)} dossiers were received`)
  return rows
}

/** The kenmerk of a new aanvraag. */
export async function nextKenmerk(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ nummer: bigint }[]>`select nextval('kenmerk_aanvraag') as nummer`
  if (row === undefined) throw new Error('the sequence gave no number')
  return makeKenmerk(AANVRAAG_PREFIX, Number(row.nummer))
}

export type NieuweAanvraag = {
  readonly kenmerk: string
  readonly burgerId: string
  readonly tijdvakId: string
  readonly kanaal: Kanaal
  readonly compartimentId: string
  readonly terugvalIds: string[]
  readonly kalenderjaar: number
  readonly momentopname: Momentopname
} & Keuze

/** What of an aanvraag follows from its aanmeldbewijs. Amount in cents. */
export type Keuze = {
  readonly aanmeldbewijsId: string
  readonly opleidingId: string
  readonly opleidingVersie: number
  readonly scholingsactiviteitId: string
  readonly opleiderId: string
  readonly bedragCent: number
}

/** Adds an aanvraag as concept, with its log entry. */
export async function insertAanvraag(tx: Tx, { momentopname, ...rest }: NieuweAanvraag, actor: Actor): Promise<string> {
  const { id } = await tx.aanvraag.create({ data: { ...rest, momentopname: { ...momentopname } }, select: { id: true } })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: id, soort: 'start', naar: 'concept', actor, gegevens: { aanmeldbewijsId: rest.aanmeldbewijsId }, zichtbaar: true })
  return id
}

export type EigenAanvraag = Omit<Db.Aanvraag, 'status'> & { status: AanvraagStatus; tijdvak: Db.Tijdvak; aanmeldbewijs: Db.Aanmeldbewijs }

/** Locks an aanvraag of this burger until the end of the transaction. Undefined when it is not there or belongs to somebody else. */
export async function lockEigenAanvraag(tx: Tx, burgerId: string, kenmerk: string): Promise<EigenAanvraag | undefined> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return undefined
  await tx.$executeRaw`select 1 from aanvraag where kenmerk = ${eigen} and burger_id = ${burgerId}::uuid for no key update`
  const rij = await tx.aanvraag.findFirst({ where: { kenmerk: eigen, burgerId }, include: { tijdvak: true, aanmeldbewijs: true } })
  return rij === null ? undefined : { ...rij, status: toStatus(rij.status) }
}

/** The aanvraag that this burger prepares with an aanmeldbewijs, locked; undefined when there is none, or it was submitted. */
export async function lockVoorbereid(tx: Tx, burgerId: string, aanmeldbewijsId: string): Promise<{ id: string; status: AanvraagStatus } | undefined> {
  await tx.$executeRaw`select 1 from aanvraag where aanmeldbewijs_id = ${aanmeldbewijsId}::uuid and burger_id = ${burgerId}::uuid and status in ('concept', 'gereed') for no key update`
  const rij = await tx.aanvraag.findFirst({ where: { aanmeldbewijsId, burgerId, status: { in: ['concept', 'gereed'] } }, select: { id: true, status: true } })
  return rij === null ? undefined : { id: rij.id, status: toStatus(rij.status) }
}

/** Renews what an aanvraag in concept says; its status stays. */
export async function saveInhoud(tx: Tx, id: string, data: Db.Prisma.AanvraagUncheckedUpdateInput): Promise<void> {
  await tx.aanvraag.update({ where: { id }, data: { ...data, versie: { increment: 1 } }, select: { id: true } })
}

/** Moves an aanvraag that is locked: the new status, what changes with it, and the entry in the log, together (invariant I7). */
export async function saveOvergang(
  tx: Tx,
  aanvraag: { readonly id: string; readonly status: AanvraagStatus },
  overgang: { handeling: AanvraagHandeling; naar: AanvraagStatus; actor: Actor; data?: Db.Prisma.AanvraagUncheckedUpdateInput; gegevens?: Db.Prisma.InputJsonObject },
): Promise<void> {
  const { handeling, naar, actor, data = {}, gegevens = {} } = overgang
  await tx.aanvraag.update({ where: { id: aanvraag.id }, data: { ...data, status: naar, versie: { increment: 1 } }, select: { id: true } })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: handeling, van: aanvraag.status, naar, actor, gegevens, zichtbaar: true })
}

/** How many grants this burger holds in a kalenderjaar. */
export function countVerleningen(tx: Tx, burgerId: string, kalenderjaar: number): Promise<number> {
  return tx.aanvraag.count({ where: { burgerId, kalenderjaar, status: { in: [...STATUSSEN_MET_BUDGET] } } })
}

/** Until when (exclusive) this burger is excluded, as it holds on a day (art. 14); undefined when it is not. */
export async function findUitgeslotenTot(tx: Tx, burgerId: string, dag: PlainDate): Promise<PlainDate | undefined> {
  const op = toDbDate(dag)
  const rij = await tx.uitsluiting.findFirst({ where: { burgerId, opgehevenOp: null, ingaatOp: { lte: op }, eindigtOp: { gt: op } }, select: { eindigtOp: true } })
  return rij === null ? undefined : fromDbDate(rij.eindigtOp)
}

/** Whether an aanvraag that is not over uses this aanmeldbewijs. */
export async function isBewijsInGebruik(tx: Tx, aanmeldbewijsId: string): Promise<boolean> {
  return (await tx.aanvraag.count({ where: { aanmeldbewijsId, status: { notIn: [...STATUSSEN_ZONDER_VERVOLG] } } })) > 0
}

/** Whether this burger has an aanvraag in this tijdvak that is not over. */
export async function hasAanvraagInTijdvak(tx: Tx, burgerId: string, tijdvakId: string): Promise<boolean> {
  return (await tx.aanvraag.count({ where: { burgerId, tijdvakId, status: { notIn: [...STATUSSEN_ZONDER_VERVOLG] } } })) > 0
}

/** What an aanvraag takes over from an aanmeldbewijs, and the opleiding as it stands in the register now. */
export async function readKeuze(tx: Tx, bewijs: Aanmeldbewijs) {
  const { id, opleidingId, opleiderId, scholingsactiviteitId, gevraagdCent } = bewijs
  const [opleiding, { cohortcode }] = await Promise.all([
    tx.opleiding.findUniqueOrThrow({ where: { id: opleidingId }, include: { opleider: true } }),
    tx.scholingsactiviteit.findUniqueOrThrow({ where: { id: scholingsactiviteitId }, select: { cohortcode: true } }),
  ])
  const aanvraag: Keuze = { aanmeldbewijsId: id, opleidingId, opleidingVersie: opleiding.versie, scholingsactiviteitId, opleiderId, bedragCent: gevraagdCent }
  return { aanvraag, opleiding, cohortcode }
}

/** The e-mail address of a burger as it is kept: encrypted, or none. */
export async function saveEmail(tx: Tx, burgerId: string, emailVersleuteld: string | null): Promise<void> {
  await tx.gebruiker.update({ where: { id: burgerId }, data: { emailVersleuteld }, select: { id: true } })
}

/** The status as a value of the model. Throws on one that this version does not know. */
export function toStatus(status: string): AanvraagStatus {
  const found = AANVRAAG_STATUSSEN.find((one) => one === status)
  if (found === undefined) throw new Error(`${status} is no status of an aanvraag`)
  return found
}

/** The door as a value of the model. */
export function toKanaal(kanaal: string): Kanaal {
  const found = KANALEN.find((one) => one === kanaal)
  if (found === undefined) throw new Error(`${kanaal} is no door`)
  return found
}

/** The compartiment in which budget is reserved for an aanvraag. */
export async function findGereserveerdIn(tx: Tx, aanvraagId: string): Promise<string | undefined> {
  const toewijzing = await tx.toewijzing.findUnique({ where: { aanvraagId }, select: { compartimentId: true, uitkomst: true } })
  return toewijzing?.uitkomst === 'gereserveerd' ? toewijzing.compartimentId : undefined
}
