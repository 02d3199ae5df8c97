import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockTijdvak, saveToestand } from '@/lib/tijdvak/repo'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'

/**
 * Writes down that a tijdvak closed, once its moment has come (art. 9). False when it is not time or it was done already.
 * A tijdvak that was never opened, because no worker ran, closes all the same.
 */
export function sluitTijdvak(tijdvakId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockTijdvak(tx, tijdvakId)
    if (tijdvak === undefined || tijdvak.toestand === 'gesloten') return false
    const nu = await nowIn(tx)
    if (calculateToestand(tijdvak, nu) !== 'gesloten') return false

    await saveToestand(tx, tijdvakId, 'gesloten', { geslotenOp: nu })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvakId, soort: 'sluit', van: tijdvak.toestand, naar: 'gesloten', actor: SYSTEEM })
    return true
  })
}
