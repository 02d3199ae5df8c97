import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { toBatchStatus } from '@/lib/betaling/model'
import { lockBatchMet } from '@/lib/betaling/repo/batch'
import { neemUitBatch } from '@/lib/betaling/repo/buiten-bestand'
import { lockMetBetaling } from '@/lib/betaling/repo/factuur'
import { findBetaling, liftBlokkade, saveBatchAfgekeurd, saveBlokkade } from '@/lib/betaling/repo/nee'
import { toGoedkeurRol } from '@/lib/betaling/rules/mandaat'
import type { HefBlokkadeOpInput, KeurAfInput, WeigerBetalingInput } from '@/lib/betaling/schema'
import type { BatchReden, BlokkadeReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'

/**
 * One person refuses a batch that has no file: nothing of it is paid, and everything in it waits for a later batch. What is wrong with one
 * payment is better said of that payment (weigerBetaling): the next batch holds the same.
 */
export function keurBatchAf(medewerker: Medewerker, { msgId, reden }: KeurAfInput): Promise<Outcome<BatchReden>> {
  return inTransaction(async (tx) => {
    const gevonden = await lockZonderBestand(tx, medewerker, msgId)
    if (!gevonden.ok) return gevonden
    const { batch, rol } = gevonden.value
    await saveBatchAfgekeurd(tx, batch.id, { doorId: medewerker.id, reden })
    await saveGebeurtenis(tx, { onderwerp: 'batch', onderwerpId: batch.id, soort: 'keur-af', van: batch.status, naar: 'afgekeurd', actor: medewerker, rol, reden, gegevens: { msgId } })
    return done
  })
}

/** One person refuses one payment of a batch that has no file: it does not leave, and its invoice is held back until somebody lifts that. The rest goes on. */
export function weigerBetaling(medewerker: Medewerker, { msgId, kenmerk, waarom: reden }: WeigerBetalingInput): Promise<Outcome<BatchReden>> {
  return inTransaction(async (tx) => {
    const gevonden = await lockZonderBestand(tx, medewerker, msgId)
    if (!gevonden.ok) return gevonden
    const { batch, rol } = gevonden.value
    const betaling = await findBetaling(tx, batch.id, kenmerk)
    if (betaling === null) return refused('betaling-niet-gevonden')
    const { factuurId, renteId, bedragCent } = betaling
    const aanvraagId = betaling.factuur?.verplichting?.aanvraagId
    if (factuurId === null || aanvraagId === undefined || renteId !== null) return refused('betaling-geen-factuur')
    await lockMetBetaling(tx, [factuurId])
    await neemUitBatch(tx, factuurId)
    await saveBlokkade(tx, { factuurId, reden, doorId: medewerker.id })
    await saveGebeurtenis(tx, { onderwerp: 'batch', onderwerpId: batch.id, soort: 'weiger-betaling', actor: medewerker, rol, reden, gegevens: { msgId, endToEndId: kenmerk, bedragCent } })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'blokkeer-betaling', actor: medewerker, rol, reden, gegevens: { factuurId, endToEndId: kenmerk, bedragCent } })
    return done
  })
}

/** The invoice may be paid again, with the next batch. Who lifts this does not approve that batch. */
export function hefBlokkadeOp(medewerker: Medewerker, { factuurId, reden }: HefBlokkadeOpInput): Promise<Outcome<BlokkadeReden>> {
  return inTransaction(async (tx) => {
    const aanvraagId = await liftBlokkade(tx, factuurId, { doorId: medewerker.id, reden })
    if (aanvraagId === undefined) return refused('niet-geblokkeerd')
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'hef-blokkade-op', actor: medewerker, rol: 'financieel', reden, gegevens: { factuurId } })
    return done
  })
}

type Afkeurder = { batch: NonNullable<Awaited<ReturnType<typeof lockBatchMet>>>; rol: NonNullable<ReturnType<typeof toGoedkeurRol>> }

/** A batch out of which something can still be taken, locked, for who may approve: also for who composed it, because no is never too much. */
async function lockZonderBestand(tx: Tx, medewerker: Medewerker, msgId: string): Promise<Outcome<BatchReden, Afkeurder>> {
  const rol = toGoedkeurRol(medewerker.rollen)
  if (rol === undefined) return refused('niet-bevoegd')
  const batch = await lockBatchMet(tx, msgId)
  if (batch === undefined) return refused('batch-niet-gevonden')
  const status = toBatchStatus(batch.status)
  return batch.documentId !== null || status === 'aangemaakt' || status === 'afgekeurd' ? refused('batch-heeft-bestand') : { ok: true, value: { batch, rol } }
}
