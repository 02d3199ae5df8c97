import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { config } from '@/lib/platform/config'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { fetchIbanNaam } from '@/lib/platform/iban-naam'
import { queueMail } from '@/lib/platform/mail'
import { findLopend, findNaam, isGeblokkeerd, lockOpleider, saveNaamcontrole, saveWijziging } from '@/lib/bankrekening/repo'
import type { VraagRekeningInput } from '@/lib/bankrekening/schema'
import { REKENING_MAIL, type RekeningReden } from '@/lib/bankrekening/texts'
import { stuurRekeningbrief } from '@/lib/bankrekening/use-cases/stuur-rekeningbrief'

/**
 * Somebody of an opleider asks to be paid on another account. Nothing changes yet: a second person must confirm it. The contact
 * address that was known is told at once, so that who did not ask for it can stop it. The banks are asked for the name, for the
 * second person to see: whether the account is in the name that the register has, never in the one that who asks types. No answer now is
 * asked again later.
 */
export async function vraagRekening(actor: OpleiderActor, { iban, tenaamstelling, reden }: VraagRekeningInput): Promise<Outcome<RekeningReden>> {
  const opNaamVan = await findNaam(actor.opleiderId)
  const naam = await fetchIbanNaam(iban, opNaamVan)
  return inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, actor.opleiderId)
    if (opleider === undefined) throw new Error(`opleider ${actor.opleiderId} is not there`)
    const redenen: RekeningReden[] = []
    if (opleider.iban === iban) redenen.push('al-deze-rekening')
    if (await findLopend(tx, opleider.id) !== undefined) redenen.push('loopt-al')
    if (await isGeblokkeerd(tx, opleider.id, iban)) redenen.push('eerder-geblokkeerd')
    if (redenen.length > 0) return refused(...redenen)

    const id = await saveWijziging(tx, { opleiderId: opleider.id, iban, tenaamstelling, vorigeIban: opleider.iban, reden, aangevraagdDoor: actor.id })
    if (naam !== 'antwoordt-niet') await saveNaamcontrole(tx, { opleiderId: opleider.id, iban, naam: opNaamVan, ...naam })
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: id, soort: 'vraag-rekening', naar: 'aangevraagd', actor, reden })
    await stuurRekeningbrief(tx, opleider, { soort: 'aangevraagd' }, { iban, vorige: opleider.iban })
    await queueMail(tx, { aan: opleider.email, onderwerp: REKENING_MAIL.onderwerp, tekst: REKENING_MAIL.tekst(config.url) })
    return done
  })
}
