import { parseKenmerk } from '@/lib/base/kenmerk'
import { TERUGSTORTING_PREFIX, VORDERING_PREFIX } from '@/lib/vordering/model'

const CIJFERS = '[\\s-]*[0-9O][0-9O\\s-]{7,22}'
const gezocht = (prefix: string) => new RegExp([...prefix].join('[\\s-]*') + CIJFERS, 'giu')
const VORDERING = gezocht(VORDERING_PREFIX)
const TERUGSTORTING = gezocht(TERUGSTORTING_PREFIX)

type Teksten = readonly (string | null)[]

/**
 * The betalingskenmerken in what somebody wrote with a transfer, in their own spelling and each once. Spaces, small letters and
 * missing dashes are forgiven; a wrong check character is not, so nothing is booked on the claim of somebody else.
 */
export function findBetalingskenmerken(...teksten: Teksten): readonly string[] {
  return findKenmerken(VORDERING_PREFIX, VORDERING, teksten)
}

/** The same for money that we sent back by hand because it belonged to no claim. */
export function findTerugstortkenmerken(...teksten: Teksten): readonly string[] {
  return findKenmerken(TERUGSTORTING_PREFIX, TERUGSTORTING, teksten)
}

function findKenmerken(prefix: string, vorm: RegExp, teksten: Teksten): readonly string[] {
  return [...new Set(teksten.flatMap((tekst) => [...(tekst ?? '').matchAll(vorm)].flatMap(([treffer]) => readKenmerk(prefix, treffer))))]
}

/** Digits of what follows may stand behind it: the longest reading that checks counts. */
function readKenmerk(prefix: string, treffer: string): string[] {
  for (let lengte = treffer.length; lengte >= prefix.length + 9; lengte -= 1) {
    const kenmerk = parseKenmerk(prefix, treffer.slice(0, lengte))
    if (kenmerk !== undefined) return [kenmerk]
  }
  return []
}
