import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockDossier, saveBetwist, saveReactie } from '@/lib/verantwoording/repo'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import type { ReactieInput } from '@/lib/verantwoording/schema'
import type { ReactieReden } from '@/lib/verantwoording/texts'

/**
 * The burger says whether the report of the opleider is right. Completed and confirmed: the vaststelling follows by itself.
 * Disputed: the aanvraag is betwist and a behandelaar looks. Somebody else's aanvraag is simply not found.
 */
export function reageerOpDeelname(burger: Burger, { kenmerk, reactie, toelichting }: ReactieInput): Promise<Outcome<ReactieReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk, burgerId: burger.id })
    const deelname = dossier?.deelname ?? null
    if (dossier === undefined || deelname === null) return refused('niets-gemeld')
    if (deelname.reactie !== null) return refused('al-gereageerd')
    if (dossier.status !== 'verleend') return refused('niet-meer-mogelijk')
    const tekst = toelichting?.trim() ?? ''
    if (reactie === 'betwist' && tekst === '') return refused('toelichting-ontbreekt')

    await saveReactie(tx, dossier.id, reactie, tekst === '' ? null : tekst, await nowIn(tx))
    if (reactie === 'betwist') {
      await saveBetwist(tx, dossier.id)
      await saveGebeurtenis(tx, {
        onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'betwist', van: 'verleend', naar: 'betwist', actor: burger, zichtbaar: true,
      })
    } else {
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'bevestig', actor: burger, zichtbaar: true })
    }
    if (decideVervolg(deelname.uitkomst, reactie) === 'stel-vast') await enqueue(tx, 'stel-vast', { aanvraagId: dossier.id })
    return done
  })
}
