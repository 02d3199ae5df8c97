import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { toGoedkeurRol as readGoedkeurRol } from '@/lib/betaling/model'
import { lockBatchMet, saveBatchGoedgekeurd, saveGoedkeuring } from '@/lib/betaling/repo/batch'
import { hasVoorbereid } from '@/lib/betaling/repo/nee'
import { isBinnenMandaat, toGoedkeurRol } from '@/lib/betaling/rules/mandaat'
import type { BatchInput } from '@/lib/betaling/schema'
import type { BatchReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { enqueue } from '@/lib/platform/outbox'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

const VIER_OGEN = 2

/**
 * One person approves a batch. After the second, another person, it is approved and the payment file is made. Neither of them composed
 * it or prepared a payment in it, and above the mandaat of the regeling one of them is the teamleider financieel. The database refuses the same.
 */
export async function keurBatchGoed(medewerker: Medewerker, { msgId }: BatchInput): Promise<Outcome<BatchReden>> {
  const outcome = await inTransaction(async (tx): Promise<Outcome<BatchReden>> => {
    const rol = toGoedkeurRol(medewerker.rollen)
    if (rol === undefined) return refused('niet-bevoegd')
    const batch = await lockBatchMet(tx, msgId)
    if (batch === undefined) return refused('batch-niet-gevonden')
    if (batch.status !== 'opgesteld') return refused('niet-meer-goed-te-keuren')
    if (batch.opgesteldDoor === medewerker.id) return refused('eigen-batch')
    if (batch.goedkeuringen.some(({ medewerkerId }) => medewerkerId === medewerker.id)) return refused('al-goedgekeurd-door-u')

    if (await hasVoorbereid(tx, batch.id, medewerker.id)) return refused('zelf-voorbereid')

    const rollen = [...batch.goedkeuringen.map((eerdere) => readGoedkeurRol(eerdere.rol)), rol]
    const isGenoeg = rollen.length >= VIER_OGEN
    const { financieelTotCent } = (await leesRegeling(tx, await todayIn(tx))).get('betaalmandaat')
    if (isGenoeg && !isBinnenMandaat(cent(Number(batch.totaalCent)), rollen, cent(financieelTotCent))) return refused('teamleider-nodig')

    await saveGoedkeuring(tx, { batchId: batch.id, medewerkerId: medewerker.id, rol })
    await saveGebeurtenis(tx, {
      onderwerp: 'batch', onderwerpId: batch.id, soort: 'keur-goed', van: 'opgesteld', naar: isGenoeg ? 'goedgekeurd' : 'opgesteld', actor: medewerker, rol, gegevens: { msgId, totaalCent: Number(batch.totaalCent) },
    })
    if (isGenoeg) {
      await saveBatchGoedgekeurd(tx, batch.id)
      await enqueue(tx, 'maak-betaalbestand', { batchId: batch.id })
    }
    await faultpoint('betaling.goedkeuring-voor-commit')
    return done
  })
  await faultpoint('betaling.goedkeuring-na-commit')
  return outcome
}
