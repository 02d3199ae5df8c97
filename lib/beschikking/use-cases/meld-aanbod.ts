import { SYSTEEM } from '@/lib/base/actor'
import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import { makeAanbodbericht } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { formatTot } from '@/lib/reservelijst/texts'

/** Tells a burger of the offer from the reserve list and until when it stands. Told already, or answered already: does nothing. */
export function meldAanbod(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    const uiterlijkOp = aanvraag?.reserveplaats?.uiterlijkOp
    if (aanvraag?.status !== 'aangeboden' || uiterlijkOp == null) return
    if ((await tx.brief.count({ where: { aanvraagId, soort: 'aanbod' } })) > 0) return
    const brief = makeAanbodbericht(toBriefFeiten(aanvraag), { uiterlijk: formatTot(uiterlijkOp) })
    const { id: briefId } = await stuurBrief(tx, { soort: 'aanbod', burgerId: aanvraag.burgerId, aanvraagId, ...brief })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-aanbod', actor: SYSTEEM, gegevens: { briefId } })
  })
}
