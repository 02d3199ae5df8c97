import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockSturing, saveToestand } from '@/lib/tijdvak/repo'
import { canSturen, type SturingReden } from '@/lib/tijdvak/rules/sturing'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'

/** Ends a pause: the tijdvak is open again, or waits for its opening when that is still to come. */
export function hervatTijdvak(actor: Medewerker, { code, reden }: { code: string; reden: string }): Promise<Outcome<SturingReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockSturing(tx, code)
    if (tijdvak === undefined) return refused('onbekend-tijdvak')
    const nu = await nowIn(tx)
    if (!canSturen('hervat', calculateToestand(tijdvak, nu))) return refused('kan-nu-niet')

    const naar = calculateToestand({ ...tijdvak, toestand: 'gepland' }, nu)
    await saveToestand(tx, tijdvak.id, naar, naar === 'open' ? { geopendOp: nu } : {})
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: 'hervat', van: 'gepauzeerd', naar, actor, reden })
    return done
  })
}
