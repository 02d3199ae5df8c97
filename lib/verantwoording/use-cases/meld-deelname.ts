import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import type { Melding } from '@/lib/verantwoording/model'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { whyNietTeMelden, type MeldFeiten, type MeldReden } from '@/lib/verantwoording/rules/afronding'
import type { BewijsReden } from '@/lib/verantwoording/rules/bewijs'
import type { MeldInput } from '@/lib/verantwoording/schema'
import { bewaarBewijs, leesBewijs, redenenVan } from '@/lib/verantwoording/use-cases/lees-bewijs'
import { leesMeldregels, schrijfMeldingen, type Meldregels } from '@/lib/verantwoording/use-cases/schrijf-meldingen'
import type { Herkomst } from '@/lib/vooraanmelding/model'

/**
 * An opleider reports how the scholing of one participant ended, with a bewijs van deelname or the promise to keep it. The burger is
 * asked whether that is right. A bewijs that comes with what was not completed is kept as well.
 */
export async function meldDeelname(opleider: OpleiderActor, input: MeldInput, bron: Herkomst = 'portaal'): Promise<Outcome<MeldReden | BewijsReden>> {
  const melding = toMelding(input)
  const bewijs = await leesBewijs(input.bewijs)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk, opleiderId: opleider.opleiderId })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')

    const regels = await leesMeldregels(tx)
    const bewijsBewaard = bewijs === undefined && input.bewaard === 'ja'
    const redenen = [...whyNietTeMelden(melding, toFeiten(dossier, regels, bewijs !== undefined || bewijsBewaard)), ...redenenVan(bewijs)]
    if (redenen.length > 0) return refused(...redenen)

    const bewijsId = await bewaarBewijs(tx, bewijs, { soort: 'bewijs-van-deelname', naam: `bewijs-${dossier.kenmerk}` })
    await schrijfMeldingen(tx, opleider, [{ aanvraagId: dossier.id, melding, bewijsId, bewijsBewaard }], { bron, regels })
    return done
  })
}

/** What an opleider said, with only the fields that belong to it. */
export function toMelding(input: Pick<MeldInput, 'uitkomst' | 'wijze' | 'percentage' | 'oorzaak' | 'toelichting'>): Melding {
  if (input.uitkomst === 'succesvol' && input.wijze !== undefined)
    return { uitkomst: 'succesvol', wijze: input.wijze, percentage: input.wijze === 'aanwezigheid' ? (input.percentage ?? null) : null }
  if (input.uitkomst === 'niet-succesvol' && input.oorzaak !== undefined)
    return { uitkomst: 'niet-succesvol', oorzaak: input.oorzaak, toelichting: input.toelichting ?? '' }
  throw new Error('a report that passed its schema names how or why')
}

/** What a report about this dossier is judged on. */
export function toFeiten({ status, startdatum, einddatum, deelname }: Dossier, { vandaag, norm }: Meldregels, hasBewijs: boolean): MeldFeiten {
  return { status, startdatum, einddatum, hasBewijs, vandaag, norm, isGemeld: deelname !== null }
}
