import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { findErkennerVan, lockDeel, saveOordeel } from '@/lib/toelating/repo'
import type { BeoordeelInput } from '@/lib/toelating/schema'
import type { BeoordeelReden } from '@/lib/toelating/texts'

/** Writes down what the erkenner found of one opleiding of its sample, once. */
export function beoordeelSteekproef(medewerker: Medewerker, { steekproefId, nummer, oordeel, toelichting }: BeoordeelInput): Promise<Outcome<BeoordeelReden>> {
  return inTransaction(async (tx) => {
    const erkenner = await findErkennerVan(tx, medewerker.id)
    if (erkenner === undefined) return refused('geen-erkenner')
    const deel = await lockDeel(tx, erkenner.id, steekproefId, nummer)
    if (deel === undefined) return refused('niet-gevonden')
    if (deel.oordeel !== null) return refused('al-beoordeeld')
    if (oordeel === 'niet-in-orde' && toelichting === undefined) return refused('toelichting-nodig')
    await saveOordeel(tx, { steekproefId, nummer }, { oordeel, toelichting: toelichting ?? null, doorId: medewerker.id, beoordeeldOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'steekproef', onderwerpId: steekproefId, soort: 'beoordeel-steekproef', actor: medewerker, gegevens: { nummer, opleidingId: deel.opleidingId, oordeel } })
    return done
  })
}
