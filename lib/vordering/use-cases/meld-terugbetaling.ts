import { cent } from '@/lib/base/money'
import { inTransaction, type PoolClient, type Tx } from '@/lib/platform/db'
import { enqueue, enqueueAll } from '@/lib/platform/outbox'
import { findRekeningen } from '@/lib/vordering/repo/rekening'
import { lockVordering, logVordering, type Db } from '@/lib/vordering/repo/rij'
import { bedragVan, lockTerugbetaling, saveGemeld } from '@/lib/vordering/repo/terugbetaling'
import { makeTerugbetaalbericht } from '@/lib/vordering/rules/brieven-terug'
import { schrijf } from '@/lib/vordering/use-cases/schrijf'

/**
 * Tells who gets money back that there is some, and where it goes. A burger is asked to say on which account: without an answer nothing is
 * paid. Again it does nothing.
 */
export function meldTerugbetaling(terugbetalingId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const eerst = await lockTerugbetaling(tx, terugbetalingId)
    const rij = eerst === undefined ? undefined : await lockVordering(tx, { id: eerst.vorderingId })
    const terug = rij === undefined ? undefined : await lockTerugbetaling(tx, terugbetalingId)
    if (rij === undefined || terug === undefined || terug.isGemeld) return
    await saveGemeld(tx, terug.id, true)
    if (terug.status === 'betaald' || terug.status === 'verrekend') return
    const { lopend, voorstel } = await findRekeningen(tx, rij.id)
    const briefId = await schrijf(tx, rij, 'mededeling', (feiten) => makeTerugbetaalbericht(feiten, {
      bedrag: cent(bedragVan(terug)), isTeruggekomen: terug.status === 'teruggekomen', rekening: lopend !== undefined ? 'bevestigd' : voorstel !== undefined ? 'voorgesteld' : 'onbekend',
    }))
    await logVordering(tx, rij.id, { soort: 'meld-terugbetaling', doorId: null, rol: 'systeem', gegevens: { briefId } })
  })
}

/** Plans that letter in the transaction of what caused it. */
export async function planMelding(db: Db, terugbetalingId: string): Promise<void> {
  await (isPrisma(db) ? enqueue(db, 'meld-terugbetaling', { terugbetalingId }) : enqueueAll(db, 'meld-terugbetaling', [{ terugbetalingId }]))
}

function isPrisma(db: Db): db is Tx {
  return '$queryRawUnsafe' in (db satisfies Tx | PoolClient)
}
