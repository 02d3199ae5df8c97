import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { lockVerplichting, saveFactuurStatus } from '@/lib/betaling/repo'
import { findWachtendeCreditnota, lockFacturenOf, lockMetBetaling } from '@/lib/betaling/repo/factuur'
import { whyNietTeCrediteren } from '@/lib/betaling/rules/creditnota'
import { boekOntvangst } from '@/lib/betaling/use-cases/boek-ontvangst'
import { boekRetourenIn } from '@/lib/betaling/use-cases/boek-retouren'
import { leesVerwezen } from '@/lib/betaling/use-cases/lees-verwezen'
import { inTransaction } from '@/lib/platform/db'

/**
 * Carries a credit note through that waited for the bank: a claim when its invoice was paid, a lower debt when the money did not
 * arrive. One that has nothing left to take back, because a besluit did so meanwhile, is refused with why and stands on the worklist.
 * Idempotent; does nothing while the bank has not answered.
 */
export async function verwerkCreditnota(factuurId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const eerst = await findWachtendeCreditnota(tx, factuurId)
    if (eerst === undefined) return
    // What came back and was claimed of before is booked first: then there is less to take back.
    const aanvraagId = eerst.verwijstNaarFactuur?.verplichting?.aanvraagId
    if (aanvraagId !== undefined) await boekRetourenIn(tx, aanvraagId)
    await lockFacturenOf(tx, eerst.opleiderId)
    // Another run may have been first.
    const creditnota = await findWachtendeCreditnota(tx, factuurId)
    const [verwezen] = await lockMetBetaling(tx, eerst.verwijstNaarFactuur === null ? [] : [eerst.verwijstNaarFactuur.id])
    if (creditnota === undefined || verwezen === undefined || verwezen.betaalstand === 'bij-de-bank') return

    const bedrag = cent(creditnota.bedragCent ?? 0)
    const fouten = whyNietTeCrediteren(await leesVerwezen(tx, verwezen, factuurId), verwezen.factuurnummer, bedrag)
    if (fouten.length > 0) return saveFactuurStatus(tx, [factuurId], 'afgekeurd', fouten)
    const verplichting = await lockVerplichting(tx, verwezen.verplichting?.ordernummer ?? '', creditnota.opleiderId)
    if (verplichting === undefined) throw new Error(`credit note ${factuurId} belongs to no order`)
    await boekOntvangst(tx, SYSTEEM, {
      verplichting, verwezen, bedrag, soort: 'creditnota',
      save: async (status) => {
        await saveFactuurStatus(tx, [factuurId], status)
        return factuurId
      },
    })
  })
}
