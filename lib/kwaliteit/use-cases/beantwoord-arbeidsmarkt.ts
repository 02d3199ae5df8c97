import type { OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { wijzigOpleidingen } from '@/lib/register/use-cases/wijzig-opleidingen'
import type { BeantwoordInput } from '@/lib/kwaliteit/schema'

/** Keeps what the opleider answers to the ROA instrument; the answers are part of the version, so that a decision can refer to them. */
export function beantwoordArbeidsmarkt(actor: OpleiderActor, { opleidingId, antwoorden }: BeantwoordInput): Promise<Outcome<'opleiding-niet-gevonden', { melding: string }>> {
  return inTransaction(async (tx) => {
    const { gewijzigd, overgeslagen } = await wijzigOpleidingen(tx, { actor, ids: [opleidingId] }, ({ inhoud, activiteiten }) => ({ activiteiten, inhoud: { ...inhoud, arbeidsmarkt: antwoorden } }))
    if (overgeslagen.length > 0) return refused('opleiding-niet-gevonden')
    if (gewijzigd.length > 0) await saveGebeurtenis(tx, { onderwerp: 'opleiding', onderwerpId: opleidingId, soort: 'beantwoord-arbeidsmarkt', actor })
    return success({ melding: 'Uw antwoorden zijn bewaard' })
  })
}
