import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockDossier } from '@/lib/verantwoording/repo'
import { saveAanvraagStatus, saveReactie } from '@/lib/verantwoording/repo/deelname'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import type { ReactieInput } from '@/lib/verantwoording/schema'
import type { ReactieReden } from '@/lib/verantwoording/texts'
import { bewaarBewijs, leesBewijs, redenenVan } from '@/lib/verantwoording/use-cases/lees-bewijs'

/**
 * The burger says whether the report of the opleider is right, with evidence when there is any. Completed and confirmed: the vaststelling
 * follows by itself. What was corrected since it was read is refused: nobody confirms what was not seen. Disputed: the aanvraag is betwist and a behandelaar looks. Somebody else's aanvraag is simply not found.
 */
export async function reageerOpDeelname(burger: Burger, { kenmerk, reactie, versie, toelichting, bewijs: bestand }: ReactieInput): Promise<Outcome<ReactieReden>> {
  const bewijs = await leesBewijs(bestand)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk, burgerId: burger.id })
    const deelname = dossier?.deelname ?? null
    if (dossier === undefined || deelname === null) return refused('niets-gemeld')
    // After the term an answer still counts, until something is decided.
    if (deelname.reactie !== null && deelname.reactie !== 'zonder-reactie') return refused('al-gereageerd')
    if (dossier.status !== 'verleend') return refused(deelname.reactie === null ? 'niet-meer-mogelijk' : 'termijn-voorbij')
    if (versie !== undefined && versie !== deelname.versie) return refused('melding-veranderd')
    const tekst = toelichting?.trim() ?? ''
    const redenen: ReactieReden[] = [...(reactie === 'betwist' && tekst === '' ? ['toelichting-ontbreekt' as const] : []), ...redenenVan(bewijs)]
    if (redenen.length > 0) return refused(...redenen)

    const bewijsId = await bewaarBewijs(tx, bewijs, { soort: 'bewijs-van-burger', naam: `bewijs-deelnemer-${kenmerk}` })
    await saveReactie(tx, dossier.id, { reactie, toelichting: tekst === '' ? null : tekst, bewijsId, op: await nowIn(tx) })
    if (reactie === 'betwist') {
      await saveAanvraagStatus(tx, dossier.id, 'betwist')
      await saveGebeurtenis(tx, {
        onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'betwist', van: 'verleend', naar: 'betwist', actor: burger, zichtbaar: true,
      })
    } else {
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'bevestig', actor: burger, zichtbaar: true })
    }
    if (decideVervolg(deelname.uitkomst, reactie, dossier.hasSignaal) === 'stel-vast') await enqueue(tx, 'stel-vast', { aanvraagId: dossier.id })
    return done
  })
}
