import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { findOpleiderMetAdressen, lockPostvraag, savePostAfgehandeld } from '@/lib/betaling/repo/postbus'
import type { HandelPostAfInput } from '@/lib/betaling/schema'
import type { PostReden } from '@/lib/betaling/texts'
import { leesPost, readKvk } from '@/lib/betaling/use-cases/ontvang-post'
import { ontvangFactuurIn } from '@/lib/betaling/use-cases/ontvang-factuur'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'

/**
 * Somebody found out whose mailed invoice it is, and takes it in for the opleider whose KvK number stands in it; or puts it aside. It
 * is judged like every other one, and paid to the account that we know.
 */
export function handelPostAf(medewerker: Medewerker, { berichtId, keuze, reden }: HandelPostAfInput): Promise<Outcome<PostReden, { factuurId: string | null }>> {
  return inTransaction(async (tx) => {
    const bericht = await lockPostvraag(tx, berichtId)
    if (bericht === undefined) return refused('post-al-afgehandeld')
    const klaar = { afgehandeldOp: await nowIn(tx), afgehandeldDoor: medewerker.id }
    if (keuze === 'leg-weg') {
      await savePostAfgehandeld(tx, bericht.id, { ...klaar, toestand: 'afgehandeld', reden, factuurId: null })
      await saveGebeurtenis(tx, { onderwerp: 'postbusbericht', onderwerpId: bericht.id, soort: 'leg-weg', actor: medewerker, rol: 'financieel', reden })
      return success({ factuurId: null })
    }
    const bestand = leesPost({ naam: bericht.naam, inhoud: Buffer.from(bericht.document.inhoud) }).facturen[bericht.volgnummer - 1]
    const kvk = bestand === undefined ? undefined : readKvk(bestand.inhoud)
    const opleider = kvk === undefined ? undefined : await findOpleiderMetAdressen(tx, kvk)
    if (bestand === undefined || opleider === undefined) return refused('post-zonder-opleider')
    const { factuurId } = await ontvangFactuurIn(tx, { opleiderId: opleider.id, actor: medewerker }, bestand, 'postbus')
    await savePostAfgehandeld(tx, bericht.id, { ...klaar, toestand: 'verwerkt', reden: null, factuurId })
    await saveGebeurtenis(tx, { onderwerp: 'factuur', onderwerpId: factuurId, soort: 'ontvang-post', actor: medewerker, rol: 'financieel', reden })
    return success({ factuurId })
  })
}
