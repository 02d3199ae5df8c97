import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { lockSchade, saveSchadeBetaald } from '@/lib/verantwoording/repo/schadevergoeding'
import type { SchadeBetaaldInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'

/**
 * Writes down that a schadevergoeding was paid (Awb 4:50 lid 2). It is no subsidy and goes from another account, by hand and by two people
 * of the afdeling financiën; who decided on the amount is not who says that it left.
 */
export function legSchadeBetaaldVast(medewerker: Medewerker, { kenmerk, besluitId, betaaldOp, betaalkenmerk }: SchadeBetaaldInput): Promise<Outcome<VaststelReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk })
    const schade = dossier === undefined ? undefined : await lockSchade(tx, besluitId, dossier.id)
    if (dossier === undefined || schade === undefined) return refused('aanvraag-niet-gevonden')
    if (schade.isBetaald || schade.bedragCent === 0) return refused('schade-niet-open')
    if (schade.doorId === medewerker.id) return refused('schade-eigen-besluit')
    if (betaaldOp < schade.beslotenOp || betaaldOp > (await todayIn(tx))) return refused('schade-dag')
    await saveSchadeBetaald(tx, besluitId, { betaaldOp, betaaldKenmerk: betaalkenmerk, betaaldDoor: medewerker.id })
    await saveGebeurtenis(tx, {
      onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'leg-schade-betaald-vast', actor: medewerker, zichtbaar: true, gegevens: { besluitId, bedragCent: schade.bedragCent, betaaldOp },
    })
    return done
  })
}
