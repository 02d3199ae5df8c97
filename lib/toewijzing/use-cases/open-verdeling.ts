import type { PoolClient } from '@/lib/platform/db'
import { grensSleutel, type BezettePlek, type TeBeslissen, type Toewijzing } from '@/lib/toewijzing/model'
import { lockStand, lockVerleningsgrens, readBezettePlekkenVan, readGegevenVan } from '@/lib/toewijzing/repo'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'
import { leesToewijsRegels } from '@/lib/toewijzing/use-cases/lees-toewijsregels'

/** A division in progress. `telt` says whether the verleningsgrens bites, so that the scholing of everybody counts (art. 12a). */
export type Verdeling = { readonly telt: boolean; readonly decide: <Over extends TeBeslissen>(delen: readonly Over[]) => readonly Toewijzing<Over>[] }

/**
 * A division that is decided part by part in memory and written later: the draw of a tijdvak. Every part goes on from the stand
 * that the one before left; nobody is in two parts. The compartimenten stay locked until the transaction ends. Nobody joins a
 * reserve list here: that begins when the result is carried out.
 */
export async function openVerdeling(client: PoolClient, tijdvakId: string): Promise<Verdeling> {
  const regels = { ...(await leesToewijsRegels(client, tijdvakId)), heeftReservelijst: false }
  const telt = regels.verleningsgrens !== null
  if (telt) await lockVerleningsgrens(client)
  const gegeven = new Map(telt ? await readGegevenVan(client, tijdvakId) : [])
  let compartimenten = await lockStand(client, tijdvakId)
  const plekken = new Map<string, BezettePlek[]>()
  for (const plek of await readBezettePlekkenVan(client, tijdvakId)) plekken.set(plek.burgerId, [...(plekken.get(plek.burgerId) ?? []), plek])
  return {
    telt,
    decide(delen) {
      const bezettePlekken = plekken.size === 0 ? [] : delen.flatMap(({ burgerId }) => plekken.get(burgerId) ?? [])
      const toedeling = wijsToe({ compartimenten, bezettePlekken, gegeven }, delen, regels)
      compartimenten = toedeling.compartimenten
      if (telt) for (const { uitkomst, indiening } of toedeling.toewijzingen)
        if (uitkomst === 'gereserveerd') gegeven.set(grensSleutel(indiening), (gegeven.get(grensSleutel(indiening)) ?? 0) + 1)
      return toedeling.toewijzingen
    },
  }
}
