import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockSturing, saveToestand } from '@/lib/tijdvak/repo'
import { canSturen, type SturingReden } from '@/lib/tijdvak/rules/sturing'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'

/**
 * Ends a tijdvak before its last day. What was received is decided; what was prepared is kept, and counts again when the
 * tijdvak is opened again (heropenTijdvak).
 */
export function stopTijdvak(actor: Medewerker, { code, reden }: { code: string; reden: string }): Promise<Outcome<SturingReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockSturing(tx, code)
    if (tijdvak === undefined) return refused('onbekend-tijdvak')
    const nu = await nowIn(tx)
    const van = calculateToestand(tijdvak, nu)
    if (!canSturen('stop', van)) return refused('kan-nu-niet')

    await saveToestand(tx, tijdvak.id, 'gesloten', { geslotenOp: nu })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: 'stop', van, naar: 'gesloten', actor, reden })
    return done
  })
}
