import type { GereedReden } from '@/lib/aanvraag/rules/compleet'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { prisma } from '@/lib/platform/db'
import { findLopende } from '@/lib/hulp/repo'
import { handelNamens } from '@/lib/hulp/use-cases/handel-namens'

/** Makes the aanvraag ready: the declaration was read out, and the burger said that it is right (Awb 4:2). */
export function verklaarNamens(medewerker: Medewerker, { hulpId }: { hulpId: string }): Promise<Outcome<GereedReden | 'niet-gevonden' | 'kan-nu-niet' | 'geen-aanvraag', string>> {
  return handelNamens<GereedReden | 'niet-gevonden' | 'kan-nu-niet' | 'geen-aanvraag', string>(medewerker, {
    hulpId, handeling: 'help-verklaren',
    doe: async (burger) => {
      const lopende = await findLopende(prisma, burger.id)
      if (lopende === undefined) return refused('geen-aanvraag')
      const outcome = await maakGereed(burger, lopende)
      return outcome.ok ? success(lopende.kenmerk) : outcome
    },
    kenmerkOf: (kenmerk) => kenmerk,
  })
}
