import type { IndienReden, Ontvangst } from '@/lib/aanvraag/model'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { getOntvangst } from '@/lib/aanvraag/views'
import type { Burger, Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { prisma } from '@/lib/platform/db'
import { isAanDeBeurt } from '@/lib/wachtkamer/rules/beurt'
import { leesBeurt } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { findLopende } from '@/lib/hulp/repo'
import { handelNamens } from '@/lib/hulp/use-cases/handel-namens'

type Reden = IndienReden | 'geen-aanvraag' | 'niet-aan-de-beurt'

/**
 * Submits for the burger, at the turn of the burger and not before. Once the budget is gone it may be asked for the decision, out of
 * turn (`isFormeel`), as online. What was received before gives the same receipt.
 */
export function dienInNamens(medewerker: Medewerker, { hulpId, isFormeel }: { hulpId: string; isFormeel: boolean }): Promise<Outcome<Reden, Ontvangst>> {
  return handelNamens<Reden, Ontvangst>(medewerker, {
    hulpId, handeling: 'help-indienen',
    doe: async (burger) => {
      const lopende = await findLopende(prisma, burger.id)
      return lopende === undefined ? refused('geen-aanvraag') : submit(burger, lopende.kenmerk, isFormeel)
    },
    kenmerkOf: ({ kenmerk }) => kenmerk,
  })
}

async function submit(burger: Burger, kenmerk: string, isFormeel: boolean): Promise<Outcome<Reden, Ontvangst>> {
  const beurt = await leesBeurt({ burgerId: burger.id, kenmerk })
  if (beurt === undefined) return refused('niet-gevonden')
  const formeel = isFormeel && beurt.toestand === 'uitgeput'
  if (formeel || isAanDeBeurt(beurt)) return dienIn(burger, kenmerk, { isFormeel: formeel })
  const eerder = await getOntvangst(burger, kenmerk)
  if (eerder !== null) return success({ ...eerder, isNieuw: false })
  return refused(beurt.toestand === 'open' || beurt.toestand === 'uitgeput' ? 'niet-aan-de-beurt' : 'tijdvak-niet-open')
}
