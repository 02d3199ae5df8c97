import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { toDbDate, type Tx } from '@/lib/platform/db'
import type { Schade } from '@/lib/verantwoording/rules/vaststelling-schade'

/** Keeps what was decided about the damage, beside its besluit. */
export async function insertSchade(tx: Tx, { besluitId, doorId, ...schade }: Schade & { besluitId: string; doorId: string }): Promise<void> {
  await tx.schadevergoeding.create({ data: { ...schade, besluitId, doorId }, select: { besluitId: true } })
}

/** A schadevergoeding of this aanvraag, locked; undefined when there is none. */
export async function lockSchade(tx: Tx, besluitId: string, aanvraagId: string) {
  await tx.$executeRaw`select 1 from schadevergoeding where besluit_id = ${besluitId}::uuid for update`
  const rij = await tx.schadevergoeding.findFirst({ where: { besluitId, besluit: { aanvraagId } } })
  return rij === null ? undefined : { bedragCent: rij.bedragCent, doorId: rij.doorId, beslotenOp: amsterdamDate(rij.op), isBetaald: rij.betaaldOp !== null }
}

export async function saveSchadeBetaald(tx: Tx, besluitId: string, { betaaldOp, betaaldKenmerk, betaaldDoor }: { betaaldOp: PlainDate; betaaldKenmerk: string; betaaldDoor: string }): Promise<void> {
  await tx.schadevergoeding.update({ where: { besluitId }, data: { betaaldOp: toDbDate(betaaldOp), betaaldKenmerk, betaaldDoor }, select: { besluitId: true } })
}
