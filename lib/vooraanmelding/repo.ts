import 'server-only'
import { cent } from '@/lib/base/money'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { AANMELDBEWIJS_STATUSSEN, type Aanmeldbewijs, type AanmeldbewijsStatus } from '@/lib/vooraanmelding/model'
import type * as Db from '@/prisma/generated/client'

/** Marks aanmeldbewijzen as used; one that was withdrawn in the meantime stays withdrawn. */
export async function markGebruikt(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query({ name: 'aanmeldbewijzen-gebruikt', text: "update aanmeldbewijs set status = 'gebruikt' where id = any ($1) and status = 'uitgegeven'", values: [ids] })
}

/** The activity of this opleider with what an aanmeldbewijs takes over from it; undefined when it is of another opleider. */
export async function findEigenActiviteit(tx: Tx, scholingsactiviteitId: string, opleiderId: string) {
  const rij = await tx.scholingsactiviteit.findFirst({ where: { id: scholingsactiviteitId, opleiderId }, include: { opleiding: { select: { versie: true } } } })
  if (rij === null) return undefined
  const { opleidingId, startdatum, einddatum, plaats, catalogusprijsCent, subsidiabelCent } = rij
  return { scholingsactiviteitId, opleiderId, opleidingId, opleidingVersie: rij.opleiding.versie, startdatum, einddatum, plaats, kostenCent: catalogusprijsCent, subsidiabelCent }
}

export type NieuwAanmeldbewijs = Omit<Aanmeldbewijs, 'id' | 'status' | 'uitgegevenOp' | 'startdatum' | 'einddatum' | 'kostenCent' | 'subsidiabelCent'> & {
  startdatum: Date
  einddatum: Date
  kostenCent: number
  subsidiabelCent: number
  uitgegevenDoor: string
  uitgegevenOp: Date
}

export async function insertAanmeldbewijs(tx: Tx, { geboortedatum, ...bewijs }: NieuwAanmeldbewijs): Promise<string> {
  const { id } = await tx.aanmeldbewijs.create({ data: { ...bewijs, geboortedatum: toDbDate(geboortedatum) }, select: { id: true } })
  return id
}

/** Locks an aanmeldbewijs, so that it is not used and withdrawn at once. */
export async function lockAanmeldbewijs(tx: Tx, where: { id: string } | { code: string }): Promise<Aanmeldbewijs | undefined> {
  if ('id' in where) await tx.$executeRaw`select 1 from aanmeldbewijs where id = ${where.id}::uuid for no key update`
  else await tx.$executeRaw`select 1 from aanmeldbewijs where code = ${where.code} for no key update`
  const rij = await tx.aanmeldbewijs.findUnique({ where })
  return rij === null ? undefined : toAanmeldbewijs(rij)
}

export async function saveBewijsStatus(tx: Tx, id: string, status: AanmeldbewijsStatus): Promise<void> {
  await tx.aanmeldbewijs.update({ where: { id }, data: { status }, select: { id: true } })
}

export function toAanmeldbewijs(rij: Db.Aanmeldbewijs): Aanmeldbewijs {
  const { uitgegevenDoor: _, status, geboortedatum, startdatum, einddatum, kostenCent, subsidiabelCent, gevraagdCent, ...rest } = rij
  return {
    ...rest,
    geboortedatum: fromDbDate(geboortedatum),
    startdatum: fromDbDate(startdatum),
    einddatum: fromDbDate(einddatum),
    kostenCent: cent(kostenCent),
    subsidiabelCent: cent(subsidiabelCent),
    gevraagdCent: cent(gevraagdCent),
    status: AANMELDBEWIJS_STATUSSEN.find((one) => one === status) ?? 'ingetrokken',
  }
}
