import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { lockJaarplafond, saveJaarplafondregels } from '@/lib/tijdvak/repo/jaarplafond'
import { checkBesluit, type JaarplafondReden } from '@/lib/tijdvak/rules/jaarplafond'

/** A besluit about what may be given in a year; `bedrag` in cents is what all besluiten together come to. */
export type Jaarplafondbesluit = { readonly jaar: number; readonly bedrag: number; readonly besluit: string; readonly reden: string }

/**
 * Sets the plafond of a year (Awb 4:22, 4:25): by a besluit with its reason, kept beside the earlier ones. Not below what was divided
 * over tijdvakken; the database refuses that too.
 */
export function wijzigJaarplafond(actor: Medewerker, besluit: Jaarplafondbesluit): Promise<Outcome<JaarplafondReden>> {
  return inTransaction(async (tx) => {
    const feiten = await lockJaarplafond(tx, besluit.jaar)
    const redenen = checkBesluit(feiten, besluit.bedrag)
    if (redenen.length > 0) return refused(...redenen)

    await saveJaarplafondregels(tx, [{
      jaar: besluit.jaar, soort: 'besluit', bedragCent: besluit.bedrag - (feiten.beslotenCent ?? 0), besluit: besluit.besluit, reden: besluit.reden, doorId: actor.id,
    }])
    await saveGebeurtenis(tx, {
      onderwerp: 'jaarplafond', onderwerpId: String(besluit.jaar), soort: 'wijzig-jaarplafond', actor, reden: besluit.reden,
      gegevens: { besluit: besluit.besluit, vanCent: feiten.beslotenCent, naarCent: besluit.bedrag },
    })
    return done
  })
}

/** Enters what was decided about a year before this system was there; a year of which something is known stays as it is. */
export async function legJaarplafondVast(tx: Tx, { jaar, bedrag, besluit, reden }: Jaarplafondbesluit): Promise<void> {
  const feiten = await lockJaarplafond(tx, jaar)
  if (feiten.beslotenCent !== null) return
  await saveJaarplafondregels(tx, [{ jaar, soort: 'besluit', bedragCent: bedrag, besluit, reden, doorId: null }])
}
