import { SYSTEEM } from '@/lib/base/actor'
import { listMaatregelen, lockAanvraag, toBriefFeiten, toGeraakteAanvraag, type LockedAanvraag } from '@/lib/beschikking/repo'
import { findRakendeMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { hervatAanvraag } from '@/lib/beschikking/use-cases/hervat'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isGemeld } from '@/lib/toezicht/repo'
import { makeMededelingVoorbij } from '@/lib/toezicht/rules/maatregelbrief'
import { forEachAanvraag } from '@/lib/toezicht/use-cases/pas-maatregel-toe'

/**
 * Restores what a maatregel touched, after it was lifted or had ended: every aanvraag that was put aside goes back to where it was with a
 * letter, and who was warned is told that it is over. An aanvraag that another maatregel still touches stays where it is.
 */
export async function rolMaatregelTerug(maatregelId: string): Promise<void> {
  await forEachAanvraag(maatregelId, ['aangehouden'], async (tx, aanvraagId) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    if (aanvraag === undefined || (await isNogGeraakt(tx, aanvraag))) return
    await hervatAanvraag(tx, aanvraagId, { maatregelId, actor: SYSTEEM, rol: 'systeem' })
  })
  await forEachAanvraag(maatregelId, ['concept', 'gereed'], async (tx, aanvraagId) => {
    const aanvraag = await lockAanvraag(tx, aanvraagId)
    if (aanvraag === undefined || (await isNogGeraakt(tx, aanvraag))) return
    if (!(await isGemeld(tx, aanvraagId, 'maatregel-gemeld', maatregelId)) || (await isGemeld(tx, aanvraagId, 'maatregel-voorbij', maatregelId))) return
    const { id: briefId } = await stuurBrief(tx, { soort: 'mededeling', burgerId: aanvraag.burgerId, aanvraagId, ...makeMededelingVoorbij(toBriefFeiten(aanvraag)) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'maatregel-voorbij', actor: SYSTEEM, gegevens: { maatregelId, briefId }, zichtbaar: true })
  })
}

async function isNogGeraakt(tx: Tx, aanvraag: LockedAanvraag): Promise<boolean> {
  return findRakendeMaatregel(await listMaatregelen(tx, aanvraag.opleiderId), toGeraakteAanvraag(aanvraag), await todayIn(tx)) !== undefined
}
