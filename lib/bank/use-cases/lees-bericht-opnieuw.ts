import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { reopenBericht } from '@/lib/bank/repo/berichten'
import type { BankReden } from '@/lib/bank/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'

/**
 * Has a refused message read again: what it was refused for may be mended on our side since, or a statement before it has come. Nothing of it
 * was booked, so reading it is the same as the first time.
 */
export function leesBerichtOpnieuw(medewerker: Medewerker, { berichtId }: { berichtId: string }): Promise<Outcome<BankReden>> {
  return inTransaction(async (tx) => {
    if (!await reopenBericht(tx, berichtId)) return refused('niet-geweigerd')
    await saveGebeurtenis(tx, { onderwerp: 'bankbericht', onderwerpId: berichtId, soort: 'lees-bericht-opnieuw', van: 'geweigerd', naar: 'ontvangen', actor: medewerker, rol: 'financieel' })
    await enqueue(tx, 'verwerk-bankbericht', { berichtId })
    return done
  })
}
