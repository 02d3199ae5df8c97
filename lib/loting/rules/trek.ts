import type { Trekwijze } from '@/lib/loting/model'
import { calculateVolgorde, type Lotnummer, type Sha256 } from '@/lib/loting/rules/volgorde'

/** A draw: what it is called in the ticket text, and which compartimenten it divides (ids, in order of use; null: all that one may use). */
export type Trekking = { readonly naam: string; readonly compartimentId: string | null }

/** The draws of a tijdvak in the order in which they are held. */
export function listTrekkingen(wijze: Trekwijze, compartimenten: readonly { id: string; code: string }[]): readonly Trekking[] {
  return wijze === 'een-trekking' ? [{ naam: 'alle', compartimentId: null }] : compartimenten.map(({ id, code }) => ({ naam: code, compartimentId: id }))
}

export type Kandidaat = Lotnummer & { readonly compartimentIds: readonly string[] }

/** Somebody in a draw: the place that was drawn, and the compartimenten for which it counts. */
export type Beurt<K extends Kandidaat> = { readonly kandidaat: K; readonly rang: number; readonly compartimentIds: readonly string[]; readonly isLaatste: boolean }

/**
 * Who is in a draw, in the order that was drawn, of those who have nothing yet: in parts of so many, because a million turns need
 * not be in memory at once. `isLaatste`: after this one there is no other draw for this person, so that what it decides is final.
 */
export function* drawTrekking<K extends Kandidaat>(kandidaten: readonly K[], { naam, compartimentId }: Trekking, zaad: string, sha256: Sha256, perDeel: number): Generator<readonly Beurt<K>[]> {
  const mee = compartimentId === null ? kandidaten : kandidaten.filter(({ compartimentIds }) => compartimentIds.includes(compartimentId))
  const eigen = compartimentId === null ? null : [compartimentId]
  const volgorde = calculateVolgorde(mee, { zaad, trekking: naam }, sha256)
  for (let from = 0; from < volgorde.length; from += perDeel) {
    yield Array.from(volgorde.subarray(from, from + perDeel), (index, n): Beurt<K> => {
      const kandidaat = mee[index]
      if (kandidaat === undefined) throw new Error('the order names somebody who is not there')
      return { kandidaat, rang: from + n + 1, compartimentIds: eigen ?? kandidaat.compartimentIds, isLaatste: eigen === null || kandidaat.compartimentIds.at(-1) === compartimentId }
    })
  }
}
