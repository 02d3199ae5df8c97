import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** An open question, locked, with the invoice it may be about. Undefined when there is none. */
export async function lockVraag(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from bankvraag where id = ${id}::uuid for update`
  return await tx.bankvraag.findUnique({ where: { id }, include: { betaling: { select: { factuurId: true, renteId: true } } } }) ?? undefined
}

export async function closeVraag(tx: Tx, id: string, { doorId, toelichting }: { doorId: string; toelichting: string }): Promise<void> {
  await tx.$executeRaw`update bankvraag set toestand = 'afgehandeld', toelichting = ${toelichting}, afgehandeld_door = ${doorId}::uuid, afgehandeld_op = nu() where id = ${id}::uuid`
}
