import { inPgTransaction } from '@/lib/platform/db'
import { listVervallen, lockWachtenden, saveVervallen } from '@/lib/reservelijst/repo'

const MAX_PER_RONDE = 500

/**
 * Ends the places of who waits on a list that is over, or for a training that has begun: a besluit follows. Answers how many.
 * Any number of processes may do this at once.
 */
export function sluitReservelijst(): Promise<number> {
  return inPgTransaction(async (client) => {
    const vervallen = await listVervallen(client, MAX_PER_RONDE)
    if (vervallen.length === 0) return 0
    const wachtend = await lockWachtenden(client, vervallen.map(({ aanvraagId }) => aanvraagId))
    const nog = vervallen.filter(({ aanvraagId }) => wachtend.has(aanvraagId))
    if (nog.length > 0) await saveVervallen(client, nog)
    return nog.length
  })
}
