import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'

export type HulpRij = { readonly id: string; readonly burgerId: string; readonly reden: string; readonly begonnenOp: Date }

/** Begins a hulp; answers its id. */
export async function insertHulp(tx: Tx, hulp: { medewerkerId: string; burgerId: string; reden: string }): Promise<string> {
  return (await tx.hulp.create({ data: hulp, select: { id: true } })).id
}

const SELECT = { id: true, burgerId: true, reden: true, begonnenOp: true } as const

/** A hulp of this employee. Undefined for one of a colleague too. */
export async function findHulp(tx: Tx, medewerkerId: string, id: string): Promise<HulpRij | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  return (await tx.hulp.findFirst({ where: { id, medewerkerId }, select: SELECT })) ?? undefined
}

/** The last hulp of this employee for each burger, the newest first. */
export async function listHulpRijen(tx: Tx, medewerkerId: string, limit: number): Promise<readonly HulpRij[]> {
  const rijen = await tx.hulp.findMany({ where: { medewerkerId }, orderBy: { begonnenOp: 'desc' }, distinct: ['burgerId'], take: limit, select: SELECT })
  return rijen
}

/** The id of the aanvraag with this kenmerk. */
export async function readAanvraagId(tx: Tx, kenmerk: string): Promise<string> {
  return (await tx.aanvraag.findUniqueOrThrow({ where: { kenmerk }, select: { id: true } })).id
}

/** The aanvraag of a burger that matters now: the newest one that was not withdrawn. */
export async function findLopende(tx: Tx, burgerId: string): Promise<{ kenmerk: string; code: string } | undefined> {
  const rij = await tx.aanvraag.findFirst({ where: { burgerId, status: { not: 'ingetrokken' } }, orderBy: { createdAt: 'desc' }, select: { kenmerk: true, tijdvak: { select: { code: true } } } })
  return rij === null ? undefined : { kenmerk: rij.kenmerk, code: rij.tijdvak.code }
}
