import { SYSTEEM } from '@/lib/base/actor'
import { plainDate, addDays, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { Period } from '@/lib/base/period'
import type { Tx } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { toRentevoeten } from '@/lib/regeling/rules/wettelijke-rente'
import { listMutaties, logVordering, saveDagen, saveStatus, type Db, type VorderingRij } from '@/lib/vordering/repo/rij'
import { saveRegelingStatus } from '@/lib/vordering/repo/besluiten'
import { listRegelingen } from '@/lib/vordering/repo/rondgang'
import { inWoorden, makeRentebeschikking } from '@/lib/vordering/rules/brieven'
import { berekenVorderingsrente, describeRente, isRenteVerschuldigd, type Vorderingsrente } from '@/lib/vordering/rules/rente'
import { calculateVervaldag } from '@/lib/vordering/rules/termijn'
import { boekMutatie } from '@/lib/vordering/use-cases/boek-mutatie'
import { schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

/** The interest on a claim up to and including a day. Days of an arrangement are free when the regeling says so (Awb 4:101). */
async function leesRente(db: Db, rij: Pick<VorderingRij, 'id' | 'vervaltOp'>, tot: PlainDate, regeling: Regeling): Promise<Vorderingsrente> {
  const mutaties = await listMutaties(db, rij.id)
  const rentevrij: Period[] = !regeling.get('betalingsregeling').rentevrij ? [] : (await listRegelingen(db, rij.id)).flatMap(({ beslotenDag, status, geeindigd }) =>
    beslotenDag === null || status === 'afgewezen' ? [] : [{ van: plainDate(beslotenDag), tot: geeindigd === null ? null : plainDate(geeindigd) }])
  return berekenVorderingsrente({ vervaltOp: rij.vervaltOp, mutaties, tot: addDays(tot, 1) }, toRentevoeten(regeling.historie('wettelijke-rente')), rentevrij)
}

/** Everything that was asked is paid: interest when it was late and comes to enough (Awb 4:98 lid 2, 4:99), and otherwise that is the end of it. */
export async function rondBetalingAf(tx: Tx, rij: VorderingRij, vandaag: Vandaag): Promise<void> {
  const lopend = (await listRegelingen(tx, rij.id)).find(({ status }) => status === 'toegewezen')
  if (lopend !== undefined) {
    await saveRegelingStatus(tx, lopend.id, 'nagekomen', vandaag.dag)
    await logVordering(tx, rij.id, { soort: 'rond-regeling-af', doorId: null, rol: 'systeem', gegevens: {} })
  }
  const rente = rij.renteVastgesteldOp === null ? await leesRente(tx, rij, vandaag.dag, vandaag.regeling) : undefined
  if (rente !== undefined && isRenteVerschuldigd(rente.bedrag, vandaag.regeling.get('rente-drempel'))) return stelRenteVast(tx, rij, rente, vandaag)
  await saveStatus(tx, rij.id, 'voldaan')
  await logVordering(tx, rij.id, { soort: 'boek-ontvangst', van: rij.status, naar: 'voldaan', doorId: null, rol: 'systeem', gegevens: {} })
}

/** Fixes the interest by beschikking, with a term of six weeks of its own. */
async function stelRenteVast(tx: Tx, rij: VorderingRij, { bedrag, delen }: Vorderingsrente, { dag, regeling, bezwaarUiterlijkOp }: Vandaag): Promise<void> {
  const uiterlijkOp = calculateVervaldag(dag, regeling)
  const open = { ...rij.open, kosten: cent(rij.open.kosten + bedrag) }
  const briefId = await schrijf(tx, rij, 'rentebeschikking', (feiten) => makeRentebeschikking(feiten, { rente: bedrag, open, berekening: describeRente(delen), uiterlijkOp, bezwaarUiterlijkOp }))
  // Until then nothing is collected, whatever was asked before.
  await saveDagen(tx, rij.id, { rente_vastgesteld_op: dag, uitstel_tot: uiterlijkOp })
  await boekMutatie(tx, rij, { soort: 'rente', dag, hoofdsom: cent(0), kosten: bedrag, handeling: 'stel-rente-vast', actor: SYSTEEM, gegevens: { briefId } })
}

/** Five years have passed without an act that interrupts: payment can no longer be claimed (Awb 4:104). */
export async function laatVerjaren(tx: Tx, rij: VorderingRij, { dag, regeling }: Vandaag): Promise<void> {
  await boekMutatie(tx, rij, {
    soort: 'verjaring', dag, hoofdsom: cent(0 - rij.open.hoofdsom), kosten: cent(0 - rij.open.kosten), naar: 'verjaard', handeling: 'laat-verjaren', actor: SYSTEEM,
    toelichting: `De termijn van ${inWoorden(regeling.get('verjaring').jaren, 'jaar', 'jaar')} eindigde op ${formatDatumKort(rij.verjaartOp)}.`,
  })
}
