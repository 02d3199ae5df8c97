import { findKosten } from '@/lib/annulering/repo'
import { verrekenKosten } from '@/lib/annulering/rules/annuleringskosten'
import { cent, type Cent } from '@/lib/base/money'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** What the opleider charged the burger who stopped, in cents; 0 when nothing. */
export function leesAnnuleringskosten(tx: Tx, aanvraagId: string): Promise<Cent> {
  return findKosten(tx, aanvraagId)
}

/** The most that an opleider may charge who stopped, today, in cents. */
export async function leesMaximum(tx: Tx): Promise<Cent> {
  return cent((await leesRegeling(tx, await todayIn(tx))).get('annuleringskosten').maximumCent)
}

/** Why this subsidy cannot be fixed next to the fee that the opleider charged: together they are more than was granted. Empty when it can. */
export async function whyDubbelBetaald(tx: Tx, aanvraagId: string, { bedrag, verleend }: { bedrag: Cent; verleend: Cent }): Promise<readonly 'dubbel-betaald'[]> {
  const kosten = await findKosten(tx, aanvraagId)
  return kosten > 0 && bedrag > verrekenKosten(verleend, kosten) ? ['dubbel-betaald'] : []
}
