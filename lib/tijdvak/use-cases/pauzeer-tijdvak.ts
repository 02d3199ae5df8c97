import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockSturing, saveToestand } from '@/lib/tijdvak/repo'
import { canSturen, type SturingReden } from '@/lib/tijdvak/rules/sturing'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'

/**
 * Stops receiving for a while, with the message that visitors read; during a pause it changes the message. Before the opening
 * it holds the opening back. Nothing is received after the commit of this (lockSturing); what was received is decided all the same.
 */
export function pauzeerTijdvak(actor: Medewerker, { code, melding, reden }: { code: string; melding: string; reden: string }): Promise<Outcome<SturingReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockSturing(tx, code)
    if (tijdvak === undefined) return refused('onbekend-tijdvak')
    const van = calculateToestand(tijdvak, await nowIn(tx))
    if (!canSturen('pauzeer', van)) return refused('kan-nu-niet')

    await saveToestand(tx, tijdvak.id, 'gepauzeerd', { pauzeMelding: melding })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: 'pauzeer', van, naar: 'gepauzeerd', actor, reden, gegevens: { melding } })
    return done
  })
}
