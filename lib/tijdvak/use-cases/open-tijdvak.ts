import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockTijdvak, saveToestand } from '@/lib/tijdvak/repo'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { verrekenOverschrijding } from '@/lib/tijdvak/use-cases/verreken-overschrijding'

/**
 * Writes down that a tijdvak opened, once its moment has come (art. 9), and settles the overspend that earlier ones were allowed
 * against it (invariant I1). False when it is not time or it was done already.
 */
export function openTijdvak(tijdvakId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockTijdvak(tx, tijdvakId)
    if (tijdvak?.toestand !== 'gepland') return false
    const nu = await nowIn(tx)
    if (calculateToestand(tijdvak, nu) !== 'open') return false

    await verrekenOverschrijding(tx, tijdvak)
    await saveToestand(tx, tijdvakId, 'open', { geopendOp: nu })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvakId, soort: 'open', van: 'gepland', naar: 'open', actor: SYSTEEM })
    return true
  })
}
