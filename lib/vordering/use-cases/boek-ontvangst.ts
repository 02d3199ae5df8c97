import { SYSTEEM } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { PoolClient } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { LOPEND, type Ontvangstuitkomst } from '@/lib/vordering/model'
import { lockVordering, logVordering, saveDagen, type VorderingRij } from '@/lib/vordering/repo/rij'
import { insertTerugbetaling, lockOpenTerugbetalingen, saveTerugbetaald, sumHersteld } from '@/lib/vordering/repo/terugbetaling'
import { waarvanOf } from '@/lib/vordering/rules/grootboek'
import { statusNaOntvangst } from '@/lib/vordering/rules/status'
import { stuitVerjaring } from '@/lib/vordering/rules/termijn'
import { rekenToe } from '@/lib/vordering/rules/toerekening'
import { boekMutatie, boekOp } from '@/lib/vordering/use-cases/boek-mutatie'

/** Money on the account of UWV with a betalingskenmerk of ours. `herkomst` names the line of the statement: it is booked once. */
export type Ontvangst = { readonly kenmerk: string; readonly bedrag: Cent; readonly dag: PlainDate; readonly herkomst: string }

/**
 * Books a receipt on its claim, in the transaction of the statement: fee and interest first, then the amount itself (Awb 4:92).
 * What is more than was open is written down as ours to pay back. On a claim that was written off or has lapsed nothing is booked.
 */
export async function boekOntvangst(client: PoolClient, { kenmerk, bedrag, dag, herkomst }: Ontvangst): Promise<Ontvangstuitkomst> {
  const rij = await lockVordering(client, { kenmerk })
  if (rij === undefined) return 'onbekend'
  if (rij.status === 'oninbaar' || rij.status === 'verjaard') return 'na-afloop'
  const { hoofdsom, kosten, teveel } = LOPEND.includes(rij.status) ? rekenToe(bedrag, rij.open) : { hoofdsom: cent(0), kosten: cent(0), teveel: bedrag }
  if (hoofdsom + kosten > 0) await boekDeel(client, rij, { hoofdsom, kosten, dag, herkomst })
  if (teveel === 0) return hoofdsom + kosten === rij.open.hoofdsom + rij.open.kosten ? 'geheel' : 'deel'
  await insertTerugbetaling(client, { vorderingId: rij.id, soort: 'te-veel-betaald', hoofdsomCent: 0, kostenCent: 0, renteCent: 0, teveelCent: teveel, bron: herkomst })
  await logVordering(client, rij.id, { soort: 'moet-terugbetalen', doorId: null, rol: 'systeem', reden: `Er is ${formatBedrag(teveel)} te veel ontvangen.`, gegevens: { teveelCent: teveel } })
  return 'te-veel'
}

async function boekDeel(client: PoolClient, rij: VorderingRij, { hoofdsom, kosten, dag, herkomst }: { hoofdsom: Cent; kosten: Cent; dag: PlainDate; herkomst: string }): Promise<void> {
  const open = { hoofdsom: cent(rij.open.hoofdsom - hoofdsom), kosten: cent(rij.open.kosten - kosten) }
  // Who paid after the term owes interest, which the daily round fixes (Awb 4:99).
  const isRenteTeBepalen = dag > rij.vervaltOp && rij.renteVastgesteldOp === null
  await boekMutatie(client, rij, {
    soort: 'ontvangst', dag, hoofdsom: cent(0 - hoofdsom), kosten: cent(0 - kosten), herkomst, naar: statusNaOntvangst(open, isRenteTeBepalen),
    handeling: 'boek-ontvangst', actor: SYSTEEM,
  })
  const regeling: Regeling = await leesRegeling(client, dag)
  // Paying a part acknowledges the debt (Awb 4:105 lid 2).
  await saveDagen(client, rij.id, { verjaart_op: stuitVerjaring(rij.verjaartOp, dag, regeling.get('verjaring')) })
}

/**
 * A transfer from our account with a betalingskenmerk: what we owed back has gone. Only to the cent of one that is open; gives whether
 * it was, and a person looks at anything else.
 */
export async function boekTerugbetaling(client: PoolClient, { kenmerk, bedrag, dag, herkomst }: Ontvangst): Promise<boolean> {
  const rij = await lockVordering(client, { kenmerk })
  if (rij === undefined) return false
  const terug = (await lockOpenTerugbetalingen(client, rij.id)).find(({ hoofdsom, kosten, rente, teveel }) => hoofdsom + kosten + rente + teveel === bedrag)
  if (terug === undefined) return false
  await saveTerugbetaald(client, terug.id, herkomst, dag)
  const herstel = Math.min(terug.hoofdsom, Math.max(0, rij.herzienCent - await sumHersteld(client, rij.id)))
  const posten = [['betaal', terug.hoofdsom], ['betaal-rente', terug.kosten + terug.rente], ['reken-voorschot-af', herstel]] as const
  await boekOp(client, posten.filter(([, cents]) => cents > 0).map(([soort, cents]) => ({ soort, oorzaak: 'terugbetaling', oorzaakId: terug.id, actor: SYSTEEM, regels: makePost(soort, cents, waarvanOf(rij)) })))
  await logVordering(client, rij.id, { soort: 'betaal-terug', doorId: null, rol: 'systeem', gegevens: { bedragCent: bedrag } })
  return true
}
