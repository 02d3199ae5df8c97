import { inTransaction, prisma } from '@/lib/platform/db'
import { listAfTeRonden } from '@/lib/reservelijst/repo'
import { boekRest } from '@/lib/tijdvak/use-cases/boek-rest'

/**
 * Moves what is left of a tijdvak that is over by the rule of each compartiment: to algemeen as soon as everything that was
 * received is decided, so that the reserve list can still give it; to the next tijdvak when the list is over too and nobody
 * waits or has an offer. Any number of processes may do this at once. Answers how many cents were moved.
 */
export async function rondTijdvakkenAf(): Promise<number> {
  let totaal = 0
  for (const { tijdvakId, restRegel } of await listAfTeRonden(prisma)) totaal += await inTransaction((tx) => boekRest(tx, tijdvakId, restRegel))
  return totaal
}
