import type { PoolClient } from '@/lib/platform/db'
import { grensSleutel, type BezettePlek, type Indiening, type Toewijzing } from '@/lib/toewijzing/model'
import { lockStand, readBezettePlekkenVan } from '@/lib/toewijzing/repo'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'
import { leesToewijsRegels } from '@/lib/toewijzing/use-cases/lees-toewijsregels'
import { leesGegeven } from '@/lib/toewijzing/use-cases/lees-verleningen'

/**
 * A division that is decided part by part in memory and written later: the draw of a tijdvak. Every part goes on from the stand
 * that the one before left; nobody is in two parts. The compartimenten stay locked until the transaction ends. Nobody joins a
 * reserve list here.
 */
export async function openVerdeling(
  client: PoolClient, tijdvakId: string, deelnemers: readonly Pick<Indiening, 'scholingsactiviteitId'>[],
): Promise<{ decide: (indieningen: readonly Indiening[]) => readonly Toewijzing[] }> {
  const regels = { ...(await leesToewijsRegels(client, tijdvakId)), heeftReservelijst: false }
  const gegeven = new Map(regels.verleningsgrens === null ? [] : await leesGegeven(client, deelnemers))
  let compartimenten = await lockStand(client, tijdvakId)
  const plekken = new Map<string, BezettePlek[]>()
  for (const plek of await readBezettePlekkenVan(client, tijdvakId)) plekken.set(plek.burgerId, [...(plekken.get(plek.burgerId) ?? []), plek])
  return {
    decide(indieningen) {
      const bezettePlekken = plekken.size === 0 ? [] : indieningen.flatMap(({ burgerId }) => plekken.get(burgerId) ?? [])
      const toedeling = wijsToe({ compartimenten, bezettePlekken, gegeven }, indieningen, regels)
      compartimenten = toedeling.compartimenten
      for (const { uitkomst, indiening } of toedeling.toewijzingen)
        if (uitkomst === 'gereserveerd') gegeven.set(grensSleutel(indiening), (gegeven.get(grensSleutel(indiening)) ?? 0) + 1)
      return toedeling.toewijzingen
    },
  }
}
