import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { lockVordering } from '@/lib/vordering/repo/rij'
import type { VorderingReden } from '@/lib/vordering/texts'
import { maanAan } from '@/lib/vordering/use-cases/maan-aan'
import { leesVandaag } from '@/lib/vordering/use-cases/schrijf'

/** A person sends an aanmaning again, without a second fee: it interrupts the limitation (Awb 4:106). Not while an agreement to pay later holds (4:94 lid 2). */
export function maanOpnieuwAan(medewerker: Medewerker, { kenmerk }: { kenmerk: string }): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    const vandaag = await leesVandaag(tx)
    if (rij.open.hoofdsom + rij.open.kosten === 0 || (rij.status !== 'open' && rij.status !== 'deels-voldaan')) return refused('niet-open')
    if (rij.aangemaandOp === null || rij.aangemaandOp >= vandaag.dag) return refused('nog-niet-aangemaand')
    if (rij.isRegeling || (rij.uitstelTot !== null && rij.uitstelTot >= vandaag.dag)) return refused('loopt-al')
    await maanAan(tx, rij, vandaag, { doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel' })
    return done
  })
}
