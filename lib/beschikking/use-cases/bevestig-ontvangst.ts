import { SYSTEEM } from '@/lib/base/actor'
import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import { makeOntvangstbevestiging } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/** Awb 4:3a: confirms receipt of an aanvraag with a letter. Confirmed already: does nothing, so the job may be delivered twice. */
export function bevestigOntvangst(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    if (aanvraag === undefined) throw new Error(`aanvraag ${aanvraagId} does not exist`)
    if ((await tx.brief.count({ where: { aanvraagId, soort: 'ontvangstbevestiging' } })) > 0) return
    const { id: briefId } = await stuurBrief(tx, { soort: 'ontvangstbevestiging', burgerId: aanvraag.burgerId, aanvraagId, ...makeOntvangstbevestiging(toBriefFeiten(aanvraag)) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'bevestig-ontvangst', actor: SYSTEEM, gegevens: { briefId }, zichtbaar: true })
  })
}
