import type { PoolClient } from '@/lib/platform/db'
import type { Toewijzing, Uitkomst } from '@/lib/toewijzing/model'
import { readBezettePlekken } from '@/lib/toewijzing/repo'
import { firstFree } from '@/lib/toewijzing/rules/plek'
import { leesToewijsRegels } from '@/lib/toewijzing/use-cases/lees-toewijsregels'
import { legToewijzingenVast } from '@/lib/toewijzing/use-cases/leg-toewijzingen-vast'

/** A decision that was drawn before; `plek` follows now. */
export type Uitslag = Omit<Toewijzing, 'plek' | 'lotingVolgorde'> & { readonly lotingVolgorde: number }

/**
 * Carries out decisions that were taken in a draw. What another tijdvak gave the burger since then takes the place away. Who drew no
 * budget joins the reserve list, when the tijdvak has one that is not over, in the order of the draw.
 */
export async function legUitslagVast(client: PoolClient, tijdvakId: string, uitslagen: readonly Uitslag[]): Promise<void> {
  const { verleningenPerJaar, heeftReservelijst } = await leesToewijsRegels(client, tijdvakId)
  const bezet = new Map<string, Set<number>>()
  const keyOf = (burgerId: string, kalenderjaar: number) => `${burgerId} ${String(kalenderjaar)}`
  for (const { burgerId, kalenderjaar, plek } of await readBezettePlekken(client, uitslagen.map(({ indiening }) => indiening.burgerId))) {
    const key = keyOf(burgerId, kalenderjaar)
    bezet.set(key, (bezet.get(key) ?? new Set()).add(plek))
  }
  await legToewijzingenVast(client, tijdvakId, uitslagen.map((uitslag): Toewijzing => {
    const plek = firstFree(bezet.get(keyOf(uitslag.indiening.burgerId, uitslag.indiening.kalenderjaar)) ?? new Set(), verleningenPerJaar)
    if (uitslag.uitkomst === 'gereserveerd' && plek !== null) return { ...uitslag, plek }
    return { ...uitslag, plek: null, bedragCent: 0, uitkomst: withoutBudget(uitslag.uitkomst, heeftReservelijst) }
  }))
}

function withoutBudget(uitkomst: Uitkomst, heeftReservelijst: boolean): Uitkomst {
  if (uitkomst === 'gereserveerd') return 'al-toegekend'
  return uitkomst === 'plafond-bereikt' && heeftReservelijst ? 'reserve' : uitkomst
}
