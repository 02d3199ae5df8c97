import type { PastNietRegel } from '@/lib/regeling/model'

/** A compartiment with the smallest amount that a prepared aanvraag can still ask of it; null when nothing is prepared. */
export type Rest = {
  readonly vrijCent: number
  readonly gesloten: boolean
  /** What was refused here before; as much or more is not granted any more (invariant I3). */
  readonly geweigerdVanafCent: number | null
  readonly kleinsteCent: number | null
}

/**
 * True when none of these compartimenten can pay any prepared aanvraag that was not submitted yet. Without any prepared aanvraag the smallest
 * amount there can be is taken, one cent: it is gone when it is gone, not when nobody asks.
 */
export function isUitgeput(compartimenten: readonly Rest[], regel: PastNietRegel): boolean {
  const gevraagd = compartimenten.filter(({ kleinsteCent }) => kleinsteCent !== null)
  return !(gevraagd.length > 0 ? gevraagd : compartimenten).some((rest) => canPay(rest, regel))
}

function canPay({ vrijCent, gesloten, geweigerdVanafCent, kleinsteCent }: Rest, regel: PastNietRegel): boolean {
  if (gesloten || vrijCent <= 0) return false
  const bedragCent = kleinsteCent ?? 1
  if (geweigerdVanafCent !== null && bedragCent >= geweigerdVanafCent) return false
  return regel === 'deels' || bedragCent <= vrijCent
}
