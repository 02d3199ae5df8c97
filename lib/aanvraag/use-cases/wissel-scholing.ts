import type { Tx } from '@/lib/platform/db'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { gebruikAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { readKeuze, saveInhoud } from '@/lib/aanvraag/repo'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'

/**
 * Puts another scholing in the place of the one that was granted, in the transaction of who decided that it may (lib/wijziging). The
 * status stays verleend; what the burger sees is kept anew. Gives the aanmeldbewijs that it had, which stays used.
 */
export async function wisselScholing(tx: Tx, aanvraag: { id: string; aanmeldbewijsId: string }, bewijs: Aanmeldbewijs, persoon: Parameters<typeof makeMomentopname>[2]): Promise<string> {
  const keuze = await readKeuze(tx, bewijs)
  const momentopname = { ...makeMomentopname({ ...bewijs, cohortcode: keuze.cohortcode }, keuze.opleiding, persoon) }
  await saveInhoud(tx, aanvraag.id, { ...keuze.aanvraag, momentopname })
  await gebruikAanmeldbewijs(tx, bewijs.id)
  return aanvraag.aanmeldbewijsId
}
