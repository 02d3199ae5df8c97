import type { Actor } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { savePot } from '@/lib/tijdvak/repo'
import { lockPot, readPot } from '@/lib/tijdvak/repo/pot'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { calculateTekort } from '@/lib/tijdvak/rules/plafond'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/** What a besluit that gives something back needs of a compartiment, in cents, more than zero. */
export type Nodig = { readonly compartimentId: string; readonly nodigCent: number; readonly besluitId: string; readonly kenmerk: string; readonly actor: Actor }

/**
 * Makes room in a compartiment for what a herroeping gives back, in its transaction. A plafond that was reached since is no reason to keep
 * what somebody should have kept (Awb 4:25 lid 3): what is not free is an overschrijding that this besluit decides, booked as such (I1).
 * The compartiment stays as it is until the transaction ends. Gives by how much it went above its plafond, in cents; booked once per besluit.
 */
export async function maakRuimte(tx: Tx, { compartimentId, nodigCent, besluitId, kenmerk, actor }: Nodig): Promise<number> {
  const pot = await lockPot(tx, compartimentId)
  const tekortCent = calculateTekort(pot, nodigCent)
  if (tekortCent === 0) return 0
  await savePot(tx, pot.id, { plafondCent: pot.plafondCent, overschrijdingCent: pot.overschrijdingCent + tekortCent })
  const geboekt = await boek(tx, { soort: 'sta-herstel-toe', oorzaak: 'besluit', oorzaakId: besluitId, actor, regels: makePost('sta-herstel-toe', tekortCent, { compartimentId }) })
  if (geboekt === 'al-geboekt') throw new Error(`room for besluit ${kenmerk} was made before`)
  await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: pot.tijdvakId, soort: 'sta-herstel-toe', actor, gegevens: { compartiment: pot.code, bedragCent: tekortCent, besluit: kenmerk } })
  return tekortCent
}

/** By how much that besluit would go above the plafond now, in cents; for a page that shows it beforehand. */
export async function leesTekort(tx: Tx, { compartimentId, nodigCent }: Pick<Nodig, 'compartimentId' | 'nodigCent'>): Promise<number> {
  return calculateTekort(await readPot(tx, compartimentId), nodigCent)
}
