import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { insertStuk, lockGeval, saveGeval } from '@/lib/verantwoording/repo/deelname-controle'
import { makeStukkenvraag } from '@/lib/verantwoording/rules/deelname-berichten'
import type { StukInput } from '@/lib/verantwoording/schema'
import type { InleverReden } from '@/lib/verantwoording/texts'
import { bewaarBewijs, leesBewijs, redenenVan } from '@/lib/verantwoording/use-cases/lees-bewijs'

/** More documents than this for one deelnemer belong in one file. */
const MAX_STUKKEN = 20

/** Asks the opleider for the documents of a case. Asked before: does nothing. */
export function vraagStukkenOp(gevalId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const geval = await lockGeval(tx, { id: gevalId })
    if (geval?.briefId !== null) return
    const { id } = await stuurBrief(tx, { soort: 'mededeling', opleiderId: geval.opleiderId, ...makeStukkenvraag(geval, geval.uiterlijkOp) })
    await saveGeval(tx, gevalId, { briefId: id })
  })
}

/** The opleider adds a document, by the same rules of safety as a bewijs van deelname. Also after the term, until somebody judged. */
export async function leverStukIn(opleider: OpleiderActor, { gevalId, omschrijving, stuk }: StukInput): Promise<Outcome<InleverReden>> {
  const bewijs = await leesBewijs(stuk)
  return inTransaction(async (tx) => {
    const geval = await lockGeval(tx, { id: gevalId, opleiderId: opleider.opleiderId })
    if (geval === undefined) return refused('geval-niet-gevonden')
    const redenen: InleverReden[] = [
      ...(geval.isBeoordeeld ? ['al-beoordeeld' as const] : []), ...(geval.stukken >= MAX_STUKKEN ? ['te-veel-stukken' as const] : []), ...redenenVan(bewijs),
    ]
    if (redenen.length > 0) return refused(...redenen)
    const documentId = await bewaarBewijs(tx, bewijs, { soort: 'stuk-deelnamecontrole', naam: `stuk-${geval.kenmerk}-${String(geval.stukken + 1)}` })
    if (documentId === null) throw new Error('a document that was judged fine is stored')
    await insertStuk(tx, { gevalId, documentId, omschrijving, doorId: opleider.id })
    await saveGebeurtenis(tx, { onderwerp: 'deelnamecontrole', onderwerpId: gevalId, soort: 'lever-stuk-in', actor: opleider, gegevens: { documentId } })
    return done
  })
}

/** The opleider says that everything is there, so that the Toetsingskamer need not wait for the end of the term. */
export function meldIngeleverd(opleider: OpleiderActor, gevalId: string): Promise<Outcome<InleverReden>> {
  return inTransaction(async (tx) => {
    const geval = await lockGeval(tx, { id: gevalId, opleiderId: opleider.opleiderId })
    if (geval === undefined) return refused('geval-niet-gevonden')
    if (geval.isBeoordeeld) return refused('al-beoordeeld')
    if (geval.isIngeleverd) return refused('al-ingeleverd')
    if (geval.stukken === 0) return refused('nog-geen-stuk')
    await saveGeval(tx, gevalId, { ingeleverdOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'deelnamecontrole', onderwerpId: gevalId, soort: 'meld-ingeleverd', actor: opleider })
    return done
  })
}
