import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { findBevroren, saveBevrorenOordeel } from '@/lib/toelating/repo'
import type { BevrorenInput } from '@/lib/toelating/schema'
import type { BevrorenReden } from '@/lib/toelating/texts'

/** Writes down what DUO found of an opleiding in the frozen set of a tijdvak; a later look replaces it, the log keeps both. */
export function beoordeelBevroren(medewerker: Medewerker, { code, opleidingId, oordeel, toelichting }: BevrorenInput): Promise<Outcome<BevrorenReden>> {
  return inTransaction(async (tx) => {
    const tijdvakId = await findBevroren(tx, code, opleidingId)
    if (tijdvakId === undefined) return refused('niet-gevonden')
    if (oordeel === 'voorleggen' && toelichting === undefined) return refused('toelichting-nodig')
    await saveBevrorenOordeel(tx, { tijdvakId, opleidingId, oordeel, toelichting: toelichting ?? null, doorId: medewerker.id, op: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvakId, soort: 'beoordeel-bevroren', actor: medewerker, gegevens: { opleidingId, oordeel } })
    return done
  })
}
