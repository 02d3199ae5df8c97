import 'server-only'
import { z } from 'zod'
import type { Iban } from '@/lib/base/iban'
import { askRegister } from '@/lib/platform/base-registers'

const antwoord = z.object({ resultaat: z.enum(['match', 'bijna', 'geen', 'onbekend']), suggestie: z.string().min(1).max(140).optional() })

/** What the banks say of an account and a name. `suggestie` is the name they know, only when ours is nearly that. */
export type IbanNaam = { readonly antwoord: 'match' | 'bijna' | 'geen' | 'onbekend'; readonly suggestie: string | null }

/** Asks whether an account is in this name (IBAN-naamcontrole). Not answering is no answer: it is asked again later. */
export async function fetchIbanNaam(iban: Iban, naam: string): Promise<IbanNaam | 'antwoordt-niet'> {
  const gevonden = await askRegister('/bankrekeningen/naam', { iban, naam }, antwoord)
  if (gevonden === 'antwoordt-niet') return gevonden
  return { antwoord: gevonden.resultaat, suggestie: gevonden.resultaat === 'bijna' ? (gevonden.suggestie ?? null) : null }
}
