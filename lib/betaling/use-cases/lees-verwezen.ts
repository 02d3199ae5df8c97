import { cent, sum } from '@/lib/base/money'
import { toFactuurStatus } from '@/lib/betaling/model'
import type { VerwezenFactuur } from '@/lib/betaling/repo/factuur'
import { readGeldstand } from '@/lib/betaling/repo/geldstand'
import type { Verwezen } from '@/lib/betaling/rules/creditnota'
import type { Tx } from '@/lib/platform/db'

/**
 * What the rules need to know of an invoice that a credit note or a correction names. Of a paid one no more can be credited than the
 * ledger says the opleider still has: a besluit may have claimed it back already. `zonder` is a credit note that does not count as waiting.
 */
export async function leesVerwezen(tx: Tx, verwezen: VerwezenFactuur, zonder?: string): Promise<Verwezen> {
  const { status, bedragCent, gecrediteerdCent, teruggevorderdCent, verplichting, ordernummer, betaalstand } = verwezen
  const wachtend = sum(verwezen.verwezenDoor.filter(({ id }) => id !== zonder).map((creditnota) => cent(creditnota.bedragCent ?? 0)))
  const over = (bedragCent ?? 0) - gecrediteerdCent - teruggevorderdCent
  const hoogste = status === 'betaald' && verplichting !== null ? Math.min(over, (await readGeldstand(tx, verplichting.aanvraagId)).betaald) : over
  return { status: toFactuurStatus(status), betaling: betaalstand, over: cent(Math.max(0, hoogste - wachtend)), wachtend, ordernummer: verplichting?.ordernummer ?? ordernummer ?? '' }
}
