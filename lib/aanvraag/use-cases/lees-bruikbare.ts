import type { Tx } from '@/lib/platform/db'
import { findBruikbare, type Aanspraak } from '@/lib/tijdvak/rules/bruikbaar'
import { leesStand } from '@/lib/tijdvak/use-cases/lees-tijdvak'

/** The compartimenten that an aanvraag may use now: the first, and where it may fall back to, in order of use. Undefined when there is none. */
export async function leesBruikbare(tx: Tx, tijdvakId: string, aanspraak: Aanspraak): Promise<{ compartimentId: string; terugvalIds: string[] } | undefined> {
  const [first, ...rest] = findBruikbare(await leesStand(tx, tijdvakId), aanspraak)
  return first && { compartimentId: first.id, terugvalIds: rest.map(({ id }) => id) }
}
