import { cent, type Cent } from '@/lib/base/money'
import type { OpenBedrag } from '@/lib/vordering/model'

type Toerekening = { readonly kosten: Cent; readonly hoofdsom: Cent; readonly teveel: Cent }

/**
 * Where a receipt goes: first to the fee and the interest that were fixed, then to the amount itself (Awb 4:92 lid 1, as BW 6:44).
 * Interest that still runs comes last, and has not been fixed yet (Awb 4:99). What is more than is open belongs to who paid it.
 */
export function rekenToe(ontvangen: Cent, open: OpenBedrag): Toerekening {
  const kosten = Math.min(ontvangen, open.kosten)
  const hoofdsom = Math.min(ontvangen - kosten, open.hoofdsom)
  return { kosten: cent(kosten), hoofdsom: cent(hoofdsom), teveel: cent(ontvangen - kosten - hoofdsom) }
}
