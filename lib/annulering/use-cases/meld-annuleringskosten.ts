import { insertKosten, lockOpKenmerk, readKostenDossier, saveKostenuitkomst } from '@/lib/annulering/repo'
import { whyNietTeMelden } from '@/lib/annulering/rules/annuleringskosten'
import { makeKostenbericht } from '@/lib/annulering/rules/stopbrieven'
import type { KostenInput } from '@/lib/annulering/schema'
import type { KostenReden } from '@/lib/annulering/texts'
import { leesMaximum } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/**
 * An opleider reports the private fee that it charged a participant who stopped. The burger gets a letter. Together with the subsidy that
 * stays it is never more than was granted (no double payment); the database refuses the same.
 */
export function meldAnnuleringskosten(opleider: OpleiderActor, { kenmerk, bedrag, toelichting }: KostenInput): Promise<Outcome<KostenReden>> {
  return inTransaction(async (tx) => {
    await lockOpKenmerk(tx, kenmerk)
    const dossier = await readKostenDossier(tx, kenmerk, { opleiderId: opleider.opleiderId })
    if (dossier === undefined) return refused('niet-gevonden')
    const maximum = await leesMaximum(tx)
    const redenen = whyNietTeMelden({ ...dossier, bedrag, maximum })
    if (redenen.length > 0) return refused(...redenen)
    await insertKosten(tx, { aanvraagId: dossier.id, opleiderId: opleider.opleiderId, bedragCent: bedrag, toelichting, gemeldDoor: opleider.id })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'meld-annuleringskosten', actor: opleider, gegevens: { bedragCent: bedrag }, zichtbaar: true })
    // What the burger told to the cent needs nobody any more.
    if (dossier.melding?.isOpen === true && dossier.melding.bedrag === bedrag) await saveKostenuitkomst(tx, dossier.melding.id, 'bevestigd', null)
    const isVerrekend = dossier.status !== 'ingetrokken'
    await stuurAanvraagbrief(tx, { aanvraagId: dossier.id, soort: 'mededeling', makeBrief: (feiten) => makeKostenbericht(feiten, { bedrag, maximum, toelichting, isVerrekend }) })
    return done
  })
}
