import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { addWeken, endOfTermijn } from '@/lib/base/termijn'
import { fromDbDate, inTransaction, toDbDate } from '@/lib/platform/db'
import { findRegeling, saveRegelingbesluit } from '@/lib/vordering/repo/besluiten'
import { lockVordering, logVordering, saveDagen } from '@/lib/vordering/repo/rij'
import { makeAfwijzing } from '@/lib/vordering/rules/brieven-regeling'
import type { RegelingbesluitInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { leesVandaag, schrijf } from '@/lib/vordering/use-cases/schrijf'
import { wijsToe } from '@/lib/vordering/use-cases/vraag-regeling'

/** An employee decides on an arrangement that the system left to a person; another amount a month may be agreed than was asked. */
export function beslisRegeling(medewerker: Medewerker, { regelingId, besluit, termijn, motivering }: RegelingbesluitInput): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const gevonden = await findRegeling(tx, regelingId)
    const rij = gevonden === undefined ? undefined : await lockVordering(tx, { id: gevonden.vordering.id })
    // Read again under the lock: a colleague may have decided meanwhile.
    const regeling = rij === undefined ? undefined : await findRegeling(tx, regelingId)
    if (rij === undefined || regeling === undefined) return refused('niet-gevonden')
    if (regeling.status !== 'aangevraagd') return refused('al-besloten')
    const vandaag = await leesVandaag(tx)
    const open = cent(rij.open.hoofdsom + rij.open.kosten)
    const rol = medewerker.rollen[0] ?? 'financieel'
    if (besluit === 'toewijzen') {
      if (open === 0) return refused('niet-open')
      if (termijn > open) return refused('termijn-te-hoog')
      // The first day may have passed while it waited: then the first instalment is in two weeks.
      const eerste = fromDbDate(regeling.eersteOp)
      const eersteOp = eerste > vandaag.dag ? eerste : addWeken(vandaag.dag, vandaag.regeling.get('aanmaning').weken)
      await wijsToe(tx, rij, { regelingId, voorstel: { termijnCent: termijn, eersteOp }, actor: medewerker, rol, motivering }, vandaag)
      await tx.vorderingRegeling.update({ where: { id: regelingId }, data: { termijnCent: termijn, eersteOp: toDbDate(eersteOp) }, select: { id: true } })
      return done
    }
    // Who is refused gets two weeks to pay, also when the term passed while the question waited.
    const redelijk = endOfTermijn(addWeken(vandaag.dag, vandaag.regeling.get('aanmaning').weken), vandaag.regeling.get('gelijkgestelde-dagen'))
    const uiterlijkOp = rij.vervaltOp > redelijk ? rij.vervaltOp : redelijk
    const briefId = await schrijf(tx, rij, 'betalingsregeling', (feiten) => makeAfwijzing(feiten, { open: rij.open, uiterlijkOp, motivering, bezwaarUiterlijkOp: vandaag.bezwaarUiterlijkOp }))
    await saveRegelingbesluit(tx, regelingId, { status: 'afgewezen', beslotenDoor: medewerker.id, motivering, openCent: open, aantal: regeling.aantal, briefId })
    await saveDagen(tx, rij.id, { uitstel_tot: uiterlijkOp })
    await logVordering(tx, rij.id, { soort: 'wijs-regeling-af', doorId: medewerker.id, rol, reden: motivering, gegevens: { briefId } })
    return done
  })
}
