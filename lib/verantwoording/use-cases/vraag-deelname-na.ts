import { SYSTEEM, type Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { findNavraag, saveNavraag } from '@/lib/verantwoording/repo/deelname-termijn'
import { makeNavraag } from '@/lib/verantwoording/rules/deelname-berichten'
import type { NavraagInput } from '@/lib/verantwoording/schema'
import type { NavraagReden } from '@/lib/verantwoording/texts'
import { bewaarBewijs, leesBewijs, redenenVan } from '@/lib/verantwoording/use-cases/lees-bewijs'

/** Asks a burger how the scholing went, because the opleider reported nothing. Reported meanwhile, or asked before: does nothing. */
export function vraagDeelnameNa(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { id: aanvraagId })
    const navraag = await findNavraag(tx, aanvraagId)
    if (dossier?.status !== 'verleend' || dossier.deelname !== null || navraag?.briefId !== null) return
    const { id: briefId } = await stuurBrief(tx, { soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId, ...makeNavraag(dossier, navraag.uiterlijkOp) })
    await saveNavraag(tx, aanvraagId, { briefId })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'vraag-deelname-na', actor: SYSTEEM, zichtbaar: true })
  })
}

/**
 * The burger says how it went. It is heard as long as nothing is decided, also after the day that was named: the vaststelling of office
 * (Awb 4:47) rests on what is known when it is made.
 */
export async function beantwoordNavraag(burger: Burger, { kenmerk, antwoord, toelichting, bewijs: bestand }: NavraagInput): Promise<Outcome<NavraagReden>> {
  const bewijs = await leesBewijs(bestand)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk, burgerId: burger.id })
    const navraag = dossier === undefined ? undefined : await findNavraag(tx, dossier.id)
    if (dossier === undefined || navraag === undefined) return refused('navraag-niet-gevonden')
    if (navraag.antwoord !== null) return refused('al-geantwoord')
    if (dossier.deelname !== null) return refused('intussen-gemeld')
    if (dossier.status !== 'verleend') return refused('niet-meer-mogelijk')
    const redenen = redenenVan(bewijs)
    if (redenen.length > 0) return refused(...redenen)

    const bewijsId = await bewaarBewijs(tx, bewijs, { soort: 'bewijs-van-burger', naam: `bewijs-deelnemer-${kenmerk}` })
    const tekst = toelichting?.trim() ?? ''
    await saveNavraag(tx, dossier.id, { antwoord, toelichting: tekst === '' ? null : tekst, bewijsId, beantwoordOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'beantwoord-navraag', actor: burger, zichtbaar: true, gegevens: { antwoord } })
    return done
  })
}
