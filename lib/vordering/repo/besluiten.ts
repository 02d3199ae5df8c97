import 'server-only'
import { toDbDate, type Tx } from '@/lib/platform/db'
import type { PlainDate } from '@/lib/base/date'
import type { AfboekingSoort, BetalingsregelingStatus, Overdracht } from '@/lib/vordering/model'
import type { Voorstel } from '@/lib/vordering/rules/betalingsregeling'

export async function saveOverdracht(tx: Tx, vorderingId: string, overdracht: Overdracht, doorId: string | null): Promise<void> {
  await tx.vordering.update({ where: { id: vorderingId }, data: { overdracht, overdrachtDoor: doorId }, select: { id: true } })
}

type NieuweRegeling = { vorderingId: string; voorstel: Voorstel; aantal: number; gevraagdDoor: string; redenen: readonly string[] }

/** An arrangement that was asked for; gives its id. */
export async function insertRegeling(tx: Tx, { vorderingId, voorstel, aantal, gevraagdDoor, redenen }: NieuweRegeling): Promise<string> {
  const { termijnCent, eersteOp, beslagvrij, omstandigheden } = voorstel
  const { id } = await tx.vorderingRegeling.create({
    data: { vorderingId, termijnCent, aantal, eersteOp: toDbDate(eersteOp), beslagvrij, omstandigheden, gevraagdDoor, redenen: [...redenen], status: 'aangevraagd' }, select: { id: true },
  })
  return id
}

/** The decision on an arrangement, with its letter. */
export async function saveRegelingbesluit(
  tx: Tx, id: string, besluit: { status: 'toegewezen' | 'afgewezen'; beslotenDoor: string | null; motivering: string | null; openCent: number; aantal: number; briefId: string },
): Promise<void> {
  const { status, beslotenDoor, motivering, openCent, aantal, briefId } = besluit
  await tx.$executeRaw`update vordering_regeling set status = ${status}, besloten_op = nu(), besloten_door = ${beslotenDoor}::uuid, motivering = ${motivering},
    open_bij_begin_cent = ${status === 'toegewezen' ? openCent : null}::int, aantal = ${aantal}::int, brief_id = ${briefId}::uuid where id = ${id}::uuid`
}

export async function saveRegelingStatus(tx: Tx, id: string, status: Extract<BetalingsregelingStatus, 'nagekomen' | 'vervallen'>, dag: PlainDate): Promise<void> {
  await tx.vorderingRegeling.update({ where: { id }, data: { status, geeindigdOp: toDbDate(dag) }, select: { id: true } })
}

export async function saveWaarschuwing(tx: Tx, id: string, dag: PlainDate | null): Promise<void> {
  await tx.vorderingRegeling.update({ where: { id }, data: { gewaarschuwdOp: dag === null ? null : toDbDate(dag) }, select: { id: true } })
}

/** An arrangement with the claim it belongs to; undefined when there is none. */
export async function findRegeling(tx: Tx, id: string) {
  return await tx.vorderingRegeling.findUnique({ where: { id }, include: { vordering: { select: { id: true, kenmerk: true } } } }) ?? undefined
}

type NieuweAfboeking = { vorderingId: string; soort: AfboekingSoort | 'intrekking'; bedragCent: number; reden: string; voorgesteldDoor: string; isVerleend: boolean; isZonderRente?: boolean }

/** A proposal to remit or write off, or such a decision at once within the mandate of its maker. */
export async function insertAfboeking(tx: Tx, { vorderingId, soort, bedragCent, reden, voorgesteldDoor, isVerleend, isZonderRente = false }: NieuweAfboeking): Promise<string> {
  const [rij] = await tx.$queryRaw<{ id: string }[]>`
    insert into vordering_kwijtschelding (vordering_id, soort, bedrag_cent, reden, status, voorgesteld_door, besloten_door, besloten_op, zonder_rente)
    values (${vorderingId}::uuid, ${soort}, ${bedragCent}::int, ${reden}, ${isVerleend ? 'verleend' : 'voorgesteld'}, ${voorgesteldDoor}::uuid,
            ${isVerleend ? voorgesteldDoor : null}::uuid, case when ${isVerleend} then nu() end, ${isZonderRente}) returning id::text`
  if (rij === undefined) throw new Error('nothing was inserted')
  return rij.id
}

export async function saveAfboekingbesluit(tx: Tx, id: string, status: 'verleend' | 'afgewezen', beslotenDoor: string): Promise<void> {
  await tx.$executeRaw`update vordering_kwijtschelding set status = ${status}, besloten_door = ${beslotenDoor}::uuid, besloten_op = nu() where id = ${id}::uuid and status = 'voorgesteld'`
}

/** What somebody alone gave up of a claim, in cents: a mandate counts it together. The database counts the same. */
export async function sumAlleenVerleend(tx: Tx, vorderingId: string, doorId: string, isVerrekening: boolean): Promise<number> {
  const [rij] = await tx.$queryRaw<{ som: bigint }[]>`
    select coalesce(sum(k.bedrag_cent), 0)::bigint as som
      from vordering_kwijtschelding k
     where k.vordering_id = ${vorderingId}::uuid and k.status = 'verleend' and k.besloten_door = k.voorgesteld_door and k.besloten_door = ${doorId}::uuid
       and (k.soort = 'verrekening') = ${isVerrekening}`
  return Number(rij?.som ?? 0)
}

/** The proposal that waits for a decision; undefined when there is none. */
export async function findVoorgesteld(tx: Tx, vorderingId: string) {
  return await tx.vorderingKwijtschelding.findFirst({ where: { vorderingId, status: 'voorgesteld' } }) ?? undefined
}

/** How much a compartiment can still take, in cents. */
export async function findRuimte(tx: Tx, compartimentId: string): Promise<number> {
  const { plafondCent, overschrijdingCent, gereserveerdCent, verplichtCent, betaaldCent } = await tx.compartiment.findUniqueOrThrow({ where: { id: compartimentId } })
  return Number(plafondCent + overschrijdingCent - gereserveerdCent - verplichtCent - betaaldCent)
}
