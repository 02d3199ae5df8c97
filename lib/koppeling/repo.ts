import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { isKoppelingScope, type Koppeling } from '@/lib/koppeling/model'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import type { KoppelingModel as Rij } from '@/prisma/generated/models/Koppeling'

export async function insertKoppeling(tx: Tx, { scopes, geldigTot, ...koppeling }: {
  opleiderId: string; doorId: string; naam: string; tokenHash: string; tokenBegin: string; scopes: readonly string[]; geldigTot: PlainDate
}): Promise<string> {
  const { id } = await tx.koppeling.create({ data: { ...koppeling, scopes: [...scopes], geldigTot: toDbDate(geldigTot) }, select: { id: true } })
  return id
}

/** Tokens of an opleider that work on this day. Who makes another one at the same time waits until this transaction has ended. */
export async function countActief(tx: Tx, opleiderId: string, vandaag: PlainDate): Promise<number> {
  await tx.$queryRaw`select id from opleider where id = ${opleiderId}::uuid for no key update`
  return tx.koppeling.count({ where: { opleiderId, ingetrokkenOp: null, geldigTot: { gt: toDbDate(vandaag) } } })
}

/** A koppeling of this opleider; undefined when it is not there or belongs to another. */
export async function findKoppeling(tx: Tx, id: string, opleiderId: string): Promise<Koppeling | undefined> {
  const rij = await tx.koppeling.findFirst({ where: { id, opleiderId } })
  return rij === null ? undefined : toKoppeling(rij)
}

/** Withdraws a token; false when somebody did so just before. */
export async function withdrawKoppeling(tx: Tx, id: string): Promise<boolean> {
  return await tx.$executeRaw`update koppeling set ingetrokken_op = nu() where id = ${id}::uuid and ingetrokken_op is null` === 1
}

export function toKoppeling({ id, naam, tokenBegin, scopes, geldigTot, laatstGebruiktOp, ingetrokkenOp, createdAt }: Rij): Koppeling {
  return { id, naam, tokenBegin, scopes: scopes.filter(isKoppelingScope), geldigTot: fromDbDate(geldigTot), laatstGebruiktOp, ingetrokkenOp, createdAt }
}
