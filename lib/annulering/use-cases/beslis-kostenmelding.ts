import { insertKosten, lockOpKenmerk, readKostenDossier, saveKostenuitkomst } from '@/lib/annulering/repo'
import { whyNietTeMelden } from '@/lib/annulering/rules/annuleringskosten'
import { makeKostenantwoord } from '@/lib/annulering/rules/stopbrieven'
import type { KostenbesluitInput } from '@/lib/annulering/schema'
import type { KostenbesluitReden } from '@/lib/annulering/texts'
import { leesMaximum } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurAanvraagbrief } from '@/lib/beschikking/use-cases/stuur-aanvraagbrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/**
 * An employee decides about a fee that a burger told of: it counts as if the opleider had reported it, within the maximum and never so that fee and
 * subsidy are together more than was granted, or it does not, with the reason. The burger gets a letter.
 */
export function beslisKostenmelding(medewerker: Medewerker, { kenmerk, bedrag, reden }: KostenbesluitInput): Promise<Outcome<KostenbesluitReden>> {
  return inTransaction(async (tx) => {
    await lockOpKenmerk(tx, kenmerk)
    const dossier = await readKostenDossier(tx, kenmerk)
    if (dossier?.melding == null) return refused('niet-gevonden')
    const { id, melding, opleiderId } = dossier
    if (!melding.isOpen) return refused('al-afgehandeld')
    const maximum = await leesMaximum(tx)
    if (bedrag !== null) {
      const redenen = whyNietTeMelden({ ...dossier, bedrag, maximum })
      if (redenen.length > 0) return refused(...redenen)
      await insertKosten(tx, { aanvraagId: id, opleiderId, bedragCent: bedrag, toelichting: reden, gemeldDoor: medewerker.id })
    }
    await saveKostenuitkomst(tx, melding.id, bedrag === null ? 'niet-overgenomen' : 'overgenomen', { id: medewerker.id, reden })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: id, soort: 'beslis-kostenmelding', actor: medewerker, reden, gegevens: bedrag === null ? {} : { bedragCent: bedrag } })
    await stuurAanvraagbrief(tx, { aanvraagId: id, soort: 'mededeling', makeBrief: (feiten) => makeKostenantwoord(feiten, { bedrag: melding.bedrag, meegeteld: bedrag, maximum, reden }) })
    return done
  })
}
