import { cent, formatBedrag } from '@/lib/base/money'
import { closeBatchvraag, lockBatchvragen } from '@/lib/bank/repo/batchvragen'
import { leesOnderwegMetBedrag } from '@/lib/betaling/use-cases/lees-betaalstand'
import { bevestigBetalingen } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import type { PoolClient } from '@/lib/platform/db'

/**
 * A statement may show the sum of a batch, less what was refused, before the bank says what it refused. Once it has said so the sum is that of
 * the payments that are left, to the cent, and they are confirmed as they would have been the other way round. Gives how many.
 */
export async function bevestigNaUitslag(client: PoolClient, batchId: string): Promise<number> {
  const vragen = await lockBatchvragen(client, batchId)
  if (vragen.length === 0) return 0
  const onderweg = await leesOnderwegMetBedrag(client, batchId)
  const som = onderweg.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  const passend = vragen.filter(({ bedragCent }) => bedragCent + som === 0)
  const [vraag] = passend
  // Of two that fit nobody knows which one it was.
  if (vraag === undefined || passend.length > 1) return 0
  await bevestigBetalingen(client, onderweg.map(({ id }) => id))
  await closeBatchvraag(client, vraag.id, `Vanzelf opgelost: de bank meldde welke betalingen zij afwees. Wat overblijft is ${formatBedrag(cent(som))}, precies wat is afgeschreven.`)
  return onderweg.length
}
