import { SYSTEEM } from '@/lib/base/actor'
import { lockAanvraag, toBriefFeiten } from '@/lib/beschikking/repo'
import { makeReservebericht } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { formatTot } from '@/lib/reservelijst/texts'
import { leesPlaats } from '@/lib/reservelijst/use-cases/lees-plaats'

/** Tells a burger of the place on the reserve list (docs/adr/0017). Told already, or not on the list any more: does nothing. */
export function meldReserve(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    const plaats = await leesPlaats(tx, aanvraagId)
    if (aanvraag?.status !== 'reserve' || plaats === undefined || aanvraag.tijdvak.reserveTot === null) return
    if ((await tx.brief.count({ where: { aanvraagId, soort: 'reserve' } })) > 0) return
    const brief = makeReservebericht(toBriefFeiten(aanvraag), { plaats: plaats.voorUit + 1, tot: formatTot(aanvraag.tijdvak.reserveTot), isGeloot: aanvraag.tijdvak.modus === 'loting' })
    const { id: briefId } = await stuurBrief(tx, { soort: 'reserve', burgerId: aanvraag.burgerId, aanvraagId, ...brief })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-reserve', actor: SYSTEEM, gegevens: { briefId } })
  })
}
