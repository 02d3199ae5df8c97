import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenissen } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { opleidingInhoudSchema } from '@/lib/register/schema'
import { wijzigOpleidingen } from '@/lib/register/use-cases/wijzig-opleidingen'
import type { HerstelVeldenInput } from '@/lib/kwaliteit/schema'

/** Fills in one field of several opleidingen of this opleider; each gets a version of its own. Answers how many changed. */
export function herstelVelden(actor: OpleiderActor, { veld, waarden }: HerstelVeldenInput): Promise<Outcome<'niets-ingevuld', { melding: string }>> {
  return inTransaction(async (tx) => {
    if (waarden.size === 0) return refused('niets-ingevuld')
    let aantal = 0
    for (const [id, waarde] of waarden) {
      const { gewijzigd } = await wijzigOpleidingen(tx, { actor, ids: [id] }, ({ inhoud, activiteiten }) => ({
        activiteiten, inhoud: opleidingInhoudSchema.parse({ ...inhoud, [veld]: waarde, ...(veld === 'studielast' && { studielastEenheid: inhoud.studielastEenheid ?? 'UUR' }) }),
      }))
      aantal += gewijzigd.length
      await saveGebeurtenissen(tx, gewijzigd.map((onderwerpId) => ({ onderwerp: 'opleiding', onderwerpId, soort: 'herstel-veld', actor, gegevens: { veld } })))
    }
    return success({ melding: aantal === 1 ? 'Eén opleiding is bijgewerkt' : `${String(aantal)} opleidingen zijn bijgewerkt` })
  })
}
