import { sum, type Cent } from '@/lib/base/money'
import type { FactuurStatus, VerplichtingStatus } from '@/lib/betaling/model'

/**
 * What an order is, from its amount and the invoices that stand: nothing invoiced, a part, all of it, all of it paid. An order that
 * lapsed is not asked.
 */
export function calculateVerplichtingStatus(bedrag: Cent, facturen: readonly { status: FactuurStatus; netto: Cent }[]): Exclude<VerplichtingStatus, 'vervallen'> {
  const gefactureerd = sum(facturen.map(({ netto }) => netto))
  if (gefactureerd === 0) return 'open'
  if (gefactureerd < bedrag) return 'deels-gefactureerd'
  return facturen.every(({ status }) => status === 'betaald') ? 'betaald' : 'gefactureerd'
}
