import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { lockEigenAanvraag, saveOvergang } from '@/lib/aanvraag/repo'
import { canPerform } from '@/lib/aanvraag/rules/status'
import type { WijzigReden } from '@/lib/aanvraag/texts'

/** Opens an aanvraag again that was ready; the declaration has to be made anew. */
export function heropen(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<WijzigReden>> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockEigenAanvraag(tx, burger.id, kenmerk)
    if (aanvraag === undefined) return refused('niet-gevonden')
    if (!canPerform('heropen', aanvraag.status, 'burger')) return refused('kan-nu-niet')
    await saveOvergang(tx, aanvraag, { handeling: 'heropen', naar: 'concept', actor: burger, data: { verklaringOp: null } })
    return done
  })
}
