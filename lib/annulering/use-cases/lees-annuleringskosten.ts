import { findKosten } from '@/lib/annulering/repo'
import type { Cent } from '@/lib/base/money'
import type { Tx } from '@/lib/platform/db'

/** What the opleider charged the burger who stopped, in cents; 0 when nothing. Comes off the subsidy at the vaststelling (rules/annuleringskosten, `verrekenKosten`). */
export function leesAnnuleringskosten(tx: Tx, aanvraagId: string): Promise<Cent> {
  return findKosten(tx, aanvraagId)
}
