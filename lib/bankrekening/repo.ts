import 'server-only'
import { parseIban, type Iban } from '@/lib/base/iban'
import type { PlainDate } from '@/lib/base/date'
import { pool, prisma, toDbDate, type Tx } from '@/lib/platform/db'
import { toRekeningwijzigingStatus, type NaamAntwoord, type RekeningwijzigingStatus } from '@/lib/bankrekening/model'

export function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('an account that is stored is no IBAN')
  return iban
}

/** An opleider with the account in use, locked until the transaction ends: changes of one opleider go one at a time. */
export async function lockOpleider(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from opleider where id = ${id}::uuid for update`
  const rij = await tx.opleider.findUnique({ where: { id } })
  return rij === null ? undefined : { ...rij, iban: rij.iban === null ? null : toIban(rij.iban), tenaamstelling: rij.ibanTenaamstelling ?? rij.naam }
}

const LOPEND = ['aangevraagd', 'bevestigd', 'te-beoordelen']

type WijzigingBron = {
  id: string; opleiderId: string; iban: string; tenaamstelling: string; vorigeIban: string | null; status: string; aangevraagdDoor: string
}
export type Wijziging = Omit<WijzigingBron, 'iban' | 'vorigeIban' | 'status'> & { iban: Iban; vorigeIban: Iban | null; status: RekeningwijzigingStatus }

function toWijziging(rij: WijzigingBron): Wijziging {
  return { ...rij, iban: toIban(rij.iban), vorigeIban: rij.vorigeIban === null ? null : toIban(rij.vorigeIban), status: toRekeningwijzigingStatus(rij.status) }
}

/** The change of this opleider that is not finished, if there is one. */
export async function findLopend(tx: Tx, opleiderId: string): Promise<(Wijziging & { gaatInOp: Date | null }) | undefined> {
  const rij = await tx.rekeningwijziging.findFirst({ where: { opleiderId, status: { in: LOPEND } } })
  return rij === null ? undefined : { ...toWijziging(rij), gaatInOp: rij.gaatInOp }
}

/** Whether UWV blocked this account for this opleider before. */
export async function isGeblokkeerd(tx: Tx, opleiderId: string, iban: Iban): Promise<boolean> {
  return (await tx.rekeningwijziging.count({ where: { opleiderId, iban, status: 'geblokkeerd' } })) > 0
}

export async function saveWijziging(tx: Tx, data: { opleiderId: string; iban: Iban; tenaamstelling: string; vorigeIban: Iban | null; reden: string; aangevraagdDoor: string }): Promise<string> {
  return (await tx.rekeningwijziging.create({ data, select: { id: true } })).id
}

export async function saveBevestiging(tx: Tx, id: string, { doorId, gaatInOp }: { doorId: string; gaatInOp: PlainDate }): Promise<void> {
  await tx.$executeRaw`update rekeningwijziging set status = 'bevestigd', bevestigd_door = ${doorId}::uuid, bevestigd_op = nu(), gaat_in_op = ${toDbDate(gaatInOp)}::date where id = ${id}::uuid`
}

/** Moves a change on; `oordeel` is what UWV decided, and who. The account of the opleider follows by itself when it is actief. */
export async function saveStatus(tx: Tx, id: string, status: RekeningwijzigingStatus, oordeel?: { doorId: string; reden: string }): Promise<void> {
  const isKlaar = !LOPEND.includes(status)
  await tx.$executeRaw`
    update rekeningwijziging
       set status = ${status}, afgerond_op = case when ${isKlaar} then nu() end,
           beoordeeld_door = ${oordeel?.doorId ?? null}::uuid, oordeel = ${oordeel?.reden ?? null}
     where id = ${id}::uuid`
}

export type NieuweNaamcontrole = { opleiderId: string; iban: Iban; naam: string; antwoord: NaamAntwoord; suggestie?: string | null; doorId?: string; toelichting?: string }

export async function saveNaamcontrole(tx: Tx, data: NieuweNaamcontrole): Promise<void> {
  await tx.naamcontrole.create({ data, select: { id: true } })
}

/** The account in use and those that its invoices wait to be paid on, as far as they never matched and nobody took them on. */
export async function listNooitGematcht(tx: Tx, opleiderId: string): Promise<readonly Iban[]> {
  const rijen = await tx.$queryRaw<{ iban: string }[]>`
    select r.iban from (
      select o.iban from opleider o where o.id = ${opleiderId}::uuid union select f.iban from factuur f where f.opleider_id = ${opleiderId}::uuid and f.status = 'gematcht'
    ) r
     where r.iban is not null
       and not exists (select from naamcontrole n where n.opleider_id = ${opleiderId}::uuid and n.iban = r.iban and n.antwoord in ('match', 'aanvaard'))`
  return rijen.map(({ iban }) => toIban(iban))
}

/** The name of an opleider in the register: an account must be in that name, whatever name somebody gives with it. */
export async function findNaam(opleiderId: string): Promise<string> {
  return (await prisma.opleider.findUniqueOrThrow({ where: { id: opleiderId }, select: { naam: true } })).naam
}

/** Changes of which the waiting days are over, with the name of the opleider in the register. */
export async function listIngegaan(vandaag: PlainDate): Promise<readonly { id: string; opleiderId: string; iban: Iban; naam: string }[]> {
  const rijen = await prisma.rekeningwijziging.findMany({
    where: { status: 'bevestigd', gaatInOp: { lte: toDbDate(vandaag) } }, orderBy: { gaatInOp: 'asc' }, select: { id: true, opleiderId: true, iban: true, opleider: { select: { naam: true } } },
  })
  return rijen.map(({ opleider, ...rij }) => ({ ...rij, iban: toIban(rij.iban), naam: opleider.naam }))
}

/**
 * Accounts that an invoice, or what we owe back, waits to be paid on and that never matched, with the name they should be in; not those that were asked about
 * since `sinds`, so that a bank is not asked the same thing the whole day.
 */
export async function listOngecontroleerd(sinds: Date): Promise<readonly { opleiderId: string; iban: Iban; naam: string }[]> {
  const { rows } = await pool.query<{ opleiderId: string; iban: string; naam: string }>(`
    select distinct f.opleider_id as "opleiderId", f.iban, o.naam
      from factuur f join opleider o on o.id = f.opleider_id
     where f.status = 'gematcht' and f.iban is not null
       and not exists (select from naamcontrole n where n.opleider_id = f.opleider_id and n.iban = f.iban and (n.antwoord in ('match', 'aanvaard') or n.gecontroleerd_op > $1))
    union
    select o.id, o.iban, o.naam
      from vordering_terugbetaling t join vordering v on v.id = t.vordering_id join opleider o on o.id = v.schuldenaar_opleider_id
     where t.status = 'open' and o.iban is not null
       and not exists (select from naamcontrole n where n.opleider_id = o.id and n.iban = o.iban and (n.antwoord in ('match', 'aanvaard') or n.gecontroleerd_op > $1))`, [sinds])
  return rows.map((rij) => ({ ...rij, iban: toIban(rij.iban) }))
}
