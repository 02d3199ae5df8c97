import type { Medewerker } from '@/lib/base/actor'
import { success, type Outcome } from '@/lib/base/outcome'
import { reopenVraag } from '@/lib/bank/repo/vragen'
import { logVraag } from '@/lib/bank/repo/voorstellen'
import { inPgTransaction } from '@/lib/platform/db'
import type { TerugstortReden } from '@/lib/vordering/texts'
import { aanvaardTerugstorting, trekTerugstortingIn } from '@/lib/vordering/use-cases/stort-terug'

export type Terugstortbesluit = { readonly kenmerk: string; readonly besluit: 'aanvaard' | 'trek-in'; readonly reden: string }

/**
 * A person takes on the account of money that goes back although the name does not match, or takes the decision to send it back away: then the question about
 * the receipt is open again, for who knows better. Gives that question.
 */
export function beslisTerugstorting(medewerker: Medewerker, { besluit, ...waarom }: Terugstortbesluit): Promise<Outcome<TerugstortReden, { vraagId: string } | undefined>> {
  if (besluit === 'aanvaard') return aanvaardTerugstorting(medewerker, waarom)
  return inPgTransaction(async (client) => {
    const gedaan = await trekTerugstortingIn(client, medewerker, waarom)
    if (!gedaan.ok) return gedaan
    const vraagId = await reopenVraag(client, gedaan.value.vraagId)
    await logVraag(client, vraagId, { soort: 'heropen', van: 'afgehandeld', naar: 'open', doorId: medewerker.id, reden: waarom.reden, gegevens: { vraagId: gedaan.value.vraagId, kenmerk: waarom.kenmerk } })
    return success({ vraagId })
  })
}
