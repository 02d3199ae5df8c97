import { parseKenmerk } from '@/lib/base/kenmerk'
import { VORDERING_PREFIX } from '@/lib/vordering/model'

const GEZOCHT = /V[\s-]*O[\s-]*R[\s-]*D[\s-]*[0-9O][0-9O\s-]{7,22}/giu

/**
 * The betalingskenmerken in what somebody wrote with a transfer, in their own spelling and each once. Spaces, small letters and
 * missing dashes are forgiven; a wrong check character is not, so nothing is booked on the claim of somebody else.
 */
export function findBetalingskenmerken(...teksten: readonly (string | null)[]): readonly string[] {
  const gevonden = teksten.flatMap((tekst) => [...(tekst ?? '').matchAll(GEZOCHT)].flatMap(([treffer]) => readKenmerk(treffer)))
  return [...new Set(gevonden)]
}

/** Digits of what follows may stand behind it: the longest reading that checks counts. */
function readKenmerk(treffer: string): string[] {
  for (let lengte = treffer.length; lengte >= 13; lengte -= 1) {
    const kenmerk = parseKenmerk(VORDERING_PREFIX, treffer.slice(0, lengte))
    if (kenmerk !== undefined) return [kenmerk]
  }
  return []
}
