import { trekIn } from '@/lib/aanvraag/use-cases/trek-in'
import type { StopGevolg } from '@/lib/annulering/model'
import { insertStopzetting, lockOpKenmerk, readOpleiderFeiten, readStopDossier, type StopDossier } from '@/lib/annulering/repo'
import { gevolgVanStoppen } from '@/lib/annulering/rules/gevolg-van-stoppen'
import { makeIntrekkingOpVerzoek, makeStopberichtOpleider, makeStopbevestiging } from '@/lib/annulering/rules/stopbrieven'
import type { StopInput } from '@/lib/annulering/schema'
import type { StopReden } from '@/lib/annulering/texts'
import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { legIntrekkingVast } from '@/lib/beschikking/use-cases/leg-intrekking-vast'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'

/**
 * The burger stops, at whatever stage. What happens is the consequence that the page showed: when the stage changed since, nothing is done
 * and it is shown again. A grant ends with a besluit and its letter, and the opleider hears of it; a scholing that began is only reported.
 */
export function stopAanvraag(burger: Burger, { kenmerk, fase, toelichting }: Pick<StopInput, 'kenmerk' | 'fase' | 'toelichting'>): Promise<Outcome<StopReden>> {
  return inTransaction(async (tx) => {
    await lockOpKenmerk(tx, kenmerk)
    const dossier = await readStopDossier(tx, burger.id, kenmerk)
    if (dossier === undefined) return refused('niet-gevonden')
    if (dossier.isGestopt) return refused('al-gestopt')
    const gevolg = gevolgVanStoppen(dossier.feiten)
    if (gevolg.wijze === 'niets') return refused('kan-nu-niet')
    if (gevolg.fase !== fase) return refused('gevolg-gewijzigd')

    if (gevolg.wijze === 'intrekken') {
      const outcome = await trekIn(tx, burger, { kenmerk, isAfgezegd: gevolg.oorzaak === 'opleider' })
      if (!outcome.ok) return outcome
    } else {
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'stop-scholing', actor: burger, zichtbaar: true })
    }
    await insertStopzetting(tx, { aanvraagId: dossier.id, gevolg, toelichting: toelichting ?? null, doorId: burger.id })
    await sendBrieven(tx, dossier, gevolg)
    return done
  })
}

/** Nobody hears of an aanvraag that was never submitted; the opleider only of one that was granted. */
async function sendBrieven(tx: Tx, { id: aanvraagId, bedenktijdDagen }: StopDossier, gevolg: StopGevolg): Promise<void> {
  if (gevolg.fase === 'voorbereiding') return
  if (gevolg.isBesluit) await legIntrekkingVast(tx, aanvraagId, (feiten, bezwaarUiterlijkOp) => makeIntrekkingOpVerzoek(feiten, gevolg, { bedenktijdDagen, bezwaarUiterlijkOp }))
  else await stuurAanvraagbrief(tx, { aanvraagId, soort: 'mededeling', makeBrief: (feiten) => makeStopbevestiging(feiten, gevolg, bedenktijdDagen) })
  if (!gevolg.isBesluit && gevolg.wijze !== 'melden') return
  const { opleiderId, ...feiten } = await readOpleiderFeiten(tx, aanvraagId)
  await stuurBrief(tx, { soort: 'mededeling', opleiderId, aanvraagId, ...makeStopberichtOpleider(feiten, gevolg) })
}
