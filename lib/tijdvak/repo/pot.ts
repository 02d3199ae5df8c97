import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** One compartiment with what it may spend and what it did. Amounts in cents. */
export type LossePot = { readonly id: string; readonly tijdvakId: string; readonly code: string; readonly plafondCent: number; readonly overschrijdingCent: number; readonly gebruiktCent: number }

/** One compartiment, as it stays until the transaction ends. */
export async function lockPot(tx: Tx, compartimentId: string): Promise<LossePot> {
  await tx.$executeRaw`select 1 from compartiment where id = ${compartimentId}::uuid for no key update`
  return readPot(tx, compartimentId)
}

/** The same without a lock, for a page that shows what would happen. */
export async function readPot(tx: Tx, compartimentId: string): Promise<LossePot> {
  const { id, tijdvakId, code, plafondCent, overschrijdingCent, gereserveerdCent, verplichtCent, betaaldCent } = await tx.compartiment.findUniqueOrThrow({ where: { id: compartimentId } })
  return { id, tijdvakId, code, plafondCent: Number(plafondCent), overschrijdingCent: Number(overschrijdingCent), gebruiktCent: Number(gereserveerdCent + verplichtCent + betaaldCent) }
}
