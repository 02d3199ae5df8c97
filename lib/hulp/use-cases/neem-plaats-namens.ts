import type { Medewerker } from '@/lib/base/actor'
import { refused, type Outcome } from '@/lib/base/outcome'
import { prisma } from '@/lib/platform/db'
import type { Wachtplaats } from '@/lib/wachtkamer/model'
import { neemPlaats, type PlaatsReden } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { findLopende } from '@/lib/hulp/repo'
import { handelNamens } from '@/lib/hulp/use-cases/handel-namens'

/**
 * Takes the one place of the burger in the wachtkamer: the same draw and the same chance as online. Who has a place already, from
 * home, keeps that one.
 */
export function neemPlaatsNamens(medewerker: Medewerker, { hulpId }: { hulpId: string }): Promise<Outcome<PlaatsReden | 'niet-gevonden' | 'geen-aanvraag', Wachtplaats>> {
  return handelNamens<PlaatsReden | 'geen-aanvraag', Wachtplaats>(medewerker, {
    hulpId, handeling: 'help-plaats-nemen',
    doe: async (burger) => {
      const lopende = await findLopende(prisma, burger.id)
      return lopende === undefined ? refused('geen-aanvraag') : neemPlaats(burger.id, lopende.code)
    },
  })
}
