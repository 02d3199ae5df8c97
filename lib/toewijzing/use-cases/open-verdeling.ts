import type { PoolClient } from '@/lib/platform/db'
import { grensSleutel, type Indiening, type Toewijzing } from '@/lib/toewijzing/model'
import { lockGegeven, lockStand, readBezettePlekken } from '@/lib/toewijzing/repo'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'
import { leesToewijsRegels } from '@/lib/toewijzing/use-cases/lees-toewijsregels'

/**
 * A division that is decided part by part in memory and written later: the draw of a tijdvak. Every part goes on from the stand
 * that the one before left. The compartimenten stay locked until the transaction ends. Nobody joins a reserve list here.
 */
export async function openVerdeling(client: PoolClient, tijdvakId: string): Promise<{ decide: (indieningen: readonly Indiening[]) => Promise<readonly Toewijzing[]> }> {
  const regels = { ...(await leesToewijsRegels(client, tijdvakId)), heeftReservelijst: false }
  let compartimenten = await lockStand(client, tijdvakId)
  const erbij = new Map<string, number>()
  return {
    async decide(indieningen) {
      const bezettePlekken = await readBezettePlekken(client, indieningen.map(({ burgerId }) => burgerId))
      const gegeven = new Map(regels.verleningsgrens === null ? [] : await lockGegeven(client, indieningen))
      for (const [sleutel, aantal] of erbij) gegeven.set(sleutel, (gegeven.get(sleutel) ?? 0) + aantal)
      const toedeling = wijsToe({ compartimenten, bezettePlekken, gegeven }, indieningen, regels)
      compartimenten = toedeling.compartimenten
      if (regels.verleningsgrens !== null) {
        for (const { uitkomst, indiening } of toedeling.toewijzingen)
          if (uitkomst === 'gereserveerd') erbij.set(grensSleutel(indiening), (erbij.get(grensSleutel(indiening)) ?? 0) + 1)
      }
      return toedeling.toewijzingen
    },
  }
}
