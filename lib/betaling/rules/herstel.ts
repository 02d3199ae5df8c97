import { sum, type Cent } from '@/lib/base/money'
import type { FactuurStatus, VerplichtingStatus } from '@/lib/betaling/model'
import { calculateVerplichtingStatus } from '@/lib/betaling/rules/gefactureerd'

/** What becomes of an order that a besluit brings back to an amount: by how much it is more, in cents, what it is then, and whether it is a new one. */
export type Herstelling = { readonly erbijCent: number; readonly status: Exclude<VerplichtingStatus, 'vervallen'>; readonly isNieuw: boolean }

type Opdracht = { readonly status: VerplichtingStatus; readonly bedragCent: number }

/**
 * An order that lapsed comes back as a new one, for what no invoice of it stands for; one that was lowered is raised. What the opleider was paid
 * stays paid. Undefined when the order holds that much already: then only claims have to go.
 */
export function calculateHerstelling({ status, bedragCent }: Opdracht, facturen: readonly { status: FactuurStatus; netto: Cent }[], naarCent: Cent): Herstelling | undefined {
  const isNieuw = status === 'vervallen'
  const erbijCent = naarCent - (isNieuw ? sum(facturen.map(({ netto }) => netto)) : bedragCent)
  return erbijCent > 0 ? { erbijCent, status: calculateVerplichtingStatus(naarCent, facturen), isNieuw } : undefined
}
