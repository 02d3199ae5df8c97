import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** A refused invoice with what was answered to it, locked; undefined when there is none. */
export async function lockAfgekeurd(tx: Tx, factuurId: string) {
  await tx.$executeRaw`select 1 from factuur where id = ${factuurId}::uuid for update`
  return await tx.factuur.findFirst({ where: { id: factuurId, status: 'afgekeurd' }, include: { opleider: true, antwoord: true } }) ?? undefined
}

export async function saveAntwoord(tx: Tx, data: { factuurId: string; tekst: string | null; briefId: string | null; doorId: string }): Promise<void> {
  await tx.factuurantwoord.create({ data, select: { factuurId: true } })
}
