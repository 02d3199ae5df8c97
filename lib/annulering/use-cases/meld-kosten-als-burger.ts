import { insertKostenmelding, lockOpKenmerk, readKostenDossier, readOpleiderFeiten } from '@/lib/annulering/repo'
import { findAandacht, whyNietTeVertellen, type MeldingAandacht } from '@/lib/annulering/rules/kostenmelding'
import { makeKostenvraag } from '@/lib/annulering/rules/stopbrieven'
import type { KostenmeldingInput } from '@/lib/annulering/schema'
import type { MeldingReden } from '@/lib/annulering/texts'
import { leesMaximum } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { Burger } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/**
 * A burger who stopped tells which private fee the opleider charged. Whatever the amount, it is taken in: it waits for a person, and the opleider is asked about it.
 * What the opleider itself reported to the cent needs nobody. By itself nothing is taken off the subsidy: the opleider is heard first.
 */
export function meldKostenAlsBurger(burger: Burger, { kenmerk, bedrag, toelichting }: KostenmeldingInput): Promise<Outcome<MeldingReden, { aandacht: readonly MeldingAandacht[] }>> {
  return inTransaction(async (tx) => {
    await lockOpKenmerk(tx, kenmerk)
    const dossier = await readKostenDossier(tx, kenmerk, { burgerId: burger.id })
    if (dossier === undefined) return refused('niet-gevonden')
    const { oorzaak, gemeld, melding } = dossier
    const maximum = await leesMaximum(tx)
    const redenen = whyNietTeVertellen({ oorzaak, bedrag, maximum, gemeld, heeftMelding: melding !== null })
    if (redenen.length > 0) return refused(...redenen)
    const aandacht = findAandacht({ oorzaak, bedrag, maximum, gemeld })
    await insertKostenmelding(tx, { aanvraagId: dossier.id, bedragCent: bedrag, toelichting, gemeldDoor: burger.id })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'meld-kosten-als-burger', actor: burger, gegevens: { bedragCent: bedrag, aandacht: [...aandacht] } })
    const { opleiderId, ...feiten } = await readOpleiderFeiten(tx, dossier.id)
    await stuurBrief(tx, { soort: 'mededeling', opleiderId, aanvraagId: dossier.id, ...makeKostenvraag(feiten, { bedrag, maximum, toelichting, isAfgezegd: oorzaak === 'opleider' }) })
    return success({ aandacht })
  })
}
