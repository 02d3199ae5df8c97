import type { StartReden } from '@/lib/aanvraag/texts'
import { startAanvraag } from '@/lib/aanvraag/use-cases/start-aanvraag'
import type { Medewerker } from '@/lib/base/actor'
import type { Outcome } from '@/lib/base/outcome'
import { handelNamens } from '@/lib/hulp/use-cases/handel-namens'

/** Begins an aanvraag for the burger with the code of the aanmeldbewijs, as at home but through the channel werkplein. */
export function bereidVoor(medewerker: Medewerker, { hulpId, code }: { hulpId: string; code: string }): Promise<Outcome<StartReden | 'niet-gevonden', { kenmerk: string }>> {
  return handelNamens(medewerker, {
    hulpId, handeling: 'help-voorbereiden',
    doe: (burger) => startAanvraag(burger, { code, kanaal: 'werkplein' }),
    kenmerkOf: ({ kenmerk }) => kenmerk,
  })
}
