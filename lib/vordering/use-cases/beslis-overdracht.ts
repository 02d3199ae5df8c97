import type { Medewerker } from '@/lib/base/actor'
import { addMonths } from '@/lib/base/date'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { saveOverdracht } from '@/lib/vordering/repo/besluiten'
import { lockVordering, logVordering, saveDagen } from '@/lib/vordering/repo/rij'
import { makeUitstel } from '@/lib/vordering/rules/brieven-terug'
import { verlengVerjaring } from '@/lib/vordering/rules/termijn'
import type { PlainDate } from '@/lib/base/date'
import type { VorderingReden } from '@/lib/vordering/texts'
import { leesVandaag, schrijf } from '@/lib/vordering/use-cases/schrijf'

/** A person decides whether the gerechtsdeurwaarder collects it (after the aanmaning, Awb 4:112, 4:114). We make no dwangbevel. */
export function beslisOverdracht(medewerker: Medewerker, { kenmerk, besluit, reden }: { kenmerk: string; besluit: 'overdragen' | 'niet-overdragen'; reden: string }): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    if (rij.overdracht !== 'voorgelegd') return refused('niet-voorgelegd')
    if (rij.open.hoofdsom + rij.open.kosten === 0) return refused('niet-open')
    await saveOverdracht(tx, rij.id, besluit === 'overdragen' ? 'overgedragen' : 'niet-overgedragen', medewerker.id)
    await logVordering(tx, rij.id, { soort: besluit === 'overdragen' ? 'draag-over' : 'draag-niet-over', doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel', reden, gegevens: {} })
    return done
  })
}

/** An employee waits with collecting until a day (Awb 4:94), for instance while bezwaar is heard, and says so by letter (lid 3). It makes the limitation as much longer (4:111). */
export function verleenUitstel(medewerker: Medewerker, { kenmerk, tot, reden }: { kenmerk: string; tot: PlainDate; reden: string }): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    if (rij.open.hoofdsom + rij.open.kosten === 0) return refused('niet-open')
    const { dag, bezwaarUiterlijkOp } = await leesVandaag(tx)
    const loptTot = rij.uitstelTot !== null && rij.uitstelTot > rij.vervaltOp ? rij.uitstelTot : rij.vervaltOp
    if (tot <= dag || tot <= loptTot) return refused('uitstel-voorbij')
    if (tot > addMonths(dag, 12)) return refused('uitstel-te-lang')
    const briefId = await schrijf(tx, rij, 'betalingsregeling', (feiten) => makeUitstel(feiten, { open: rij.open, tot, reden, bezwaarUiterlijkOp }))
    await saveDagen(tx, rij.id, { uitstel_tot: tot, verjaart_op: verlengVerjaring(rij.verjaartOp, { van: loptTot > dag ? loptTot : dag, tot }) })
    await logVordering(tx, rij.id, { soort: 'verleen-uitstel', doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel', reden, gegevens: { tot, briefId } })
    return done
  })
}
