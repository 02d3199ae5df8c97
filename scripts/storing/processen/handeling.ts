/** What people do besides submitting, by the use cases: the harness says which and with what, the outcome goes back. */
import { leesBankmap } from '@/lib/bank/use-cases/lees-bankmap'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { closeDb } from '@/lib/platform/db'
import { aanvaardAanbod } from '@/lib/reservelijst/use-cases/aanvaard-aanbod'
import { slaAanbodAf } from '@/lib/reservelijst/use-cases/sla-aanbod-af'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import { legMaatregelOp } from '@/lib/toezicht/use-cases/leg-maatregel-op'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'

type Handelingen = {
  'maak-verplichting': Parameters<typeof maakVerplichting>
  'maak-factuur': Parameters<typeof maakFactuur>
  'stel-batch-samen': Parameters<typeof stelBatchSamen>
  'keur-batch-goed': Parameters<typeof keurBatchGoed>
  'maak-betaalbestand': Parameters<typeof maakBetaalbestand>
  'lees-bankmap': Parameters<typeof leesBankmap>
  'verwerk-bankbericht': Parameters<typeof verwerkBankbericht>
  'laat-verplichting-vervallen': Parameters<typeof laatVerplichtingVervallen>
  'wijzig-plafond': Parameters<typeof wijzigPlafond>
  'leg-maatregel-op': Parameters<typeof legMaatregelOp>
  beslis: Parameters<typeof beslisAanvraag>
  'aanvaard-aanbod': Parameters<typeof aanvaardAanbod>
  'sla-aanbod-af': Parameters<typeof slaAanbodAf>
  'trek-in': Parameters<typeof trekAanvraagIn>
}
export type Handeling = { [Act in keyof Handelingen]: { act: Act; args: Handelingen[Act] } }[keyof Handelingen]

function perform(handeling: Handeling): Promise<unknown> {
  switch (handeling.act) {
    case 'maak-verplichting': return maakVerplichting(...handeling.args)
    case 'maak-factuur': return maakFactuur(...handeling.args)
    case 'stel-batch-samen': return stelBatchSamen(...handeling.args)
    case 'keur-batch-goed': return keurBatchGoed(...handeling.args)
    case 'maak-betaalbestand': return maakBetaalbestand(...handeling.args)
    case 'lees-bankmap': return leesBankmap(...handeling.args)
    case 'verwerk-bankbericht': return verwerkBankbericht(...handeling.args)
    case 'laat-verplichting-vervallen': return laatVerplichtingVervallen(...handeling.args)
    case 'wijzig-plafond': return wijzigPlafond(...handeling.args)
    case 'leg-maatregel-op': return legMaatregelOp(...handeling.args)
    case 'beslis': return beslisAanvraag(...handeling.args)
    case 'aanvaard-aanbod': return aanvaardAanbod(...handeling.args)
    case 'sla-aanbod-af': return slaAanbodAf(...handeling.args)
    case 'trek-in': return trekAanvraagIn(...handeling.args)
  }
}

process.on('message', ({ id, handeling }: { id: number; handeling: Handeling }) => {
  perform(handeling).then(
    (outcome) => process.send?.({ id, outcome }),
    (fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.message : 'unknown' }))
})
process.once('SIGTERM', () => void closeDb().then(() => process.exit(0)))
