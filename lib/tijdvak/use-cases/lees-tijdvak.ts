import type { Tx } from '@/lib/platform/db'
import type { CompartimentStand, Tijdvak } from '@/lib/tijdvak/model'
import { findTijdvak, listStanden, listTijdvakken } from '@/lib/tijdvak/repo'

/** A tijdvak by its id or its code ('2022-V'), for use cases and workers. Undefined when it is not there. */
export function leesTijdvak(tx: Tx, welk: { id: string } | { code: string }): Promise<Tijdvak | undefined> {
  return findTijdvak(tx, welk)
}

/** Every tijdvak, the earliest first. */
export function leesTijdvakken(tx: Tx): Promise<readonly Tijdvak[]> {
  return listTijdvakken(tx)
}

/** The compartimenten of a tijdvak with what was given and what is left, in their own order. Amounts in cents. */
export function leesStand(tx: Tx, tijdvakId: string): Promise<readonly CompartimentStand[]> {
  return listStanden(tx, [tijdvakId])
}
