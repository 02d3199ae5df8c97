import { SYSTEEM } from '@/lib/base/actor'
import { findMaatregelOp, lockAanvraag, readAanvraag, saveBeoordeling } from '@/lib/beschikking/repo'
import { calculateVoorstel, runControles } from '@/lib/beschikking/rules/voorstel'
import { fetchBasisregisters, readFeiten } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { inTransaction, prisma } from '@/lib/platform/db'

/**
 * Checks an aanvraag that waits for the draw of its tijdvak. What can never be granted is refused now, with its letter, and
 * takes nobody's place in the draw. A doubt is kept for who wins: that case goes to a behandelaar after the draw.
 * No longer waiting: does nothing, so the job may be delivered twice.
 */
export async function toetsVooraf(aanvraagId: string): Promise<void> {
  const { status, burgerId } = await readAanvraag(prisma, aanvraagId)
  if (status !== 'ingediend') return
  const basisregisters = await fetchBasisregisters(burgerId)
  await inTransaction(async (tx) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    if (aanvraag?.status !== 'ingediend') return
    const maatregel = await findMaatregelOp(tx, aanvraag)
    const controles = runControles(await readFeiten(tx, aanvraag, basisregisters, maatregel))
    await saveBeoordeling(tx, aanvraagId, controles)
    const voorstel = calculateVoorstel(controles)
    if (voorstel.soort !== 'afwijzen' || maatregel !== undefined) return
    const outcome = await neemBesluit(tx, { aanvraagId, actor: SYSTEEM, soort: 'afwijzing', gronden: voorstel.gronden, motivering: null })
    if (!outcome.ok) throw new Error(`aanvraag ${aanvraagId} could not be refused: ${outcome.redenen.join(', ')}`)
  })
}
