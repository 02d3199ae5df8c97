/** What people do besides submitting, by the use cases: the harness says which and with what, the outcome goes back. */
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { closeDb } from '@/lib/platform/db'
import { aanvaardAanbod } from '@/lib/reservelijst/use-cases/aanvaard-aanbod'
import { slaAanbodAf } from '@/lib/reservelijst/use-cases/sla-aanbod-af'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import { legMaatregelOp } from '@/lib/toezicht/use-cases/leg-maatregel-op'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'

type Handelingen = {
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
