import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import type { Melding } from '@/lib/verantwoording/model'
import type { Dossier } from '@/lib/verantwoording/repo'
import { findMeldzaken, lockMeldzaken, type TeMelden } from '@/lib/verantwoording/repo/deelname'
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
  const [uitkomst] = await meldDeelnames(opleider, [input], bron)
  if (uitkomst === undefined) throw new Error('a report has one outcome')
  return uitkomst
}

/**
 * The same for many deelnemers: an outcome for each, in their order. What is good is written in one transaction; what is not keeps nothing
 * else back. A deelnemer named twice is reported once.
 */
export async function meldDeelnames(opleider: OpleiderActor, inputs: readonly MeldInput[], bron: Herkomst): Promise<readonly Outcome<MeldReden | BewijsReden>[]> {
  const gelezen = await Promise.all(inputs.map(async (input) => ({ ...input, melding: toMelding(input), bewijs: await leesBewijs(input.bewijs) })))
  return inTransaction(async (tx) => {
    const kenmerken = inputs.map(({ kenmerk }) => kenmerk)
    await lockMeldzaken(tx, opleider.opleiderId, kenmerken)
    const zaken = await findMeldzaken(tx, opleider.opleiderId, kenmerken)
    const regels = await leesMeldregels(tx)
    const teMelden = new Map<string, TeMelden>()
    const uitkomsten: Outcome<MeldReden | BewijsReden>[] = []
    for (const { kenmerk, melding, bewijs, bewaard } of gelezen) {
      const zaak = zaken.get(kenmerk)
      const bewijsBewaard = bewijs === undefined && bewaard === 'ja'
      const redenen = zaak === undefined ? ['aanvraag-niet-gevonden' as const] : [
        ...whyNietTeMelden(melding, { ...zaak, isGemeld: zaak.isGemeld || teMelden.has(zaak.aanvraagId), hasBewijs: bewijs !== undefined || bewijsBewaard, vandaag: regels.vandaag, norm: regels.norm }),
        ...redenenVan(bewijs),
      ]
      uitkomsten.push(redenen.length > 0 ? refused(...redenen) : done)
      if (zaak === undefined || redenen.length > 0) continue
      const bewijsId = await bewaarBewijs(tx, bewijs, { soort: 'bewijs-van-deelname', naam: `bewijs-${kenmerk}` })
      teMelden.set(zaak.aanvraagId, { aanvraagId: zaak.aanvraagId, melding, bewijsId, bewijsBewaard })
    }
    await schrijfMeldingen(tx, opleider, [...teMelden.values()], { bron, regels })
    return uitkomsten
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
