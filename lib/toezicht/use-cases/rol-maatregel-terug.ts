import { SYSTEEM } from '@/lib/base/actor'
import { hervatAanvraag } from '@/lib/beschikking/use-cases/hervat'
import { meldMaatregel } from '@/lib/beschikking/use-cases/meld-maatregel'
import { makeMededelingVoorbij } from '@/lib/toezicht/rules/maatregelbrief'
import { forEachAanvraag } from '@/lib/toezicht/use-cases/pas-maatregel-toe'

/**
 * Restores what a maatregel touched, after it was lifted or had ended: every aanvraag that was put aside goes back to where it was with a
 * letter, and who was warned is told that it is over. An aanvraag that another maatregel still touches stays where it is.
 */
export async function rolMaatregelTerug(maatregelId: string): Promise<void> {
  await forEachAanvraag(maatregelId, ['aangehouden'], async (tx, aanvraagId) => {
    await hervatAanvraag(tx, aanvraagId, { maatregelId, actor: SYSTEEM, rol: 'systeem' })
  })
  await forEachAanvraag(maatregelId, ['concept', 'gereed'], async (tx, aanvraagId, { maatregel }) => {
    await meldMaatregel(tx, { aanvraagId, maatregel, soort: 'maatregel-voorbij', makeBrief: makeMededelingVoorbij })
  })
}
