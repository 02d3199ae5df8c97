import { SYSTEEM } from '@/lib/base/actor'
import { parseIban } from '@/lib/base/iban'
import type { PlainDate } from '@/lib/base/date'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { LOPEND, type Ontvangstuitkomst } from '@/lib/vordering/model'
import { insertVoorgesteld } from '@/lib/vordering/repo/rekening'
import { lockVordering, logVordering, saveDagen, type Db, type VorderingRij } from '@/lib/vordering/repo/rij'
import { bedragVan, insertTerugbetaling, lockOpenTerugbetalingen, saveTerugbetaald } from '@/lib/vordering/repo/terugbetaling'
import { statusNaOntvangst } from '@/lib/vordering/rules/status'
import { stuitVerjaring } from '@/lib/vordering/rules/termijn'
import { rekenToe } from '@/lib/vordering/rules/toerekening'
import { boekBetaling } from '@/lib/vordering/use-cases/betaal-terug'
import { boekMutatie } from '@/lib/vordering/use-cases/boek-mutatie'
import { planMelding } from '@/lib/vordering/use-cases/meld-terugbetaling'

/** The account that money came from, as the bank writes it. */
export type VanRekening = { readonly rekening: string | null; readonly naam: string | null }

/** Money on the account of UWV with a betalingskenmerk of ours. `herkomst` names the line of the statement: it is booked once. */
export type Ontvangst = { readonly kenmerk: string; readonly bedrag: Cent; readonly dag: PlainDate; readonly herkomst: string; readonly van?: VanRekening }

/**
 * Books a receipt on its claim, in the transaction of the statement: fee and interest first, then the amount itself (Awb 4:92).
 * What is more than was open is written down as ours to pay back. On a claim that was written off or has lapsed nothing is booked.
 */
export async function boekOntvangst(client: Db, { kenmerk, bedrag, dag, herkomst, van }: Ontvangst): Promise<Ontvangstuitkomst> {
  const rij = await lockVordering(client, { kenmerk })
  if (rij === undefined) return 'onbekend'
  await onthoudRekening(client, rij, van)
  if (rij.status === 'oninbaar' || rij.status === 'verjaard') return 'na-afloop'
  const { hoofdsom, kosten, teveel } = LOPEND.includes(rij.status) ? rekenToe(bedrag, rij.open) : { hoofdsom: cent(0), kosten: cent(0), teveel: bedrag }
  if (hoofdsom + kosten > 0) await boekDeel(client, rij, { hoofdsom, kosten, dag, herkomst })
  if (teveel === 0) return hoofdsom + kosten === rij.open.hoofdsom + rij.open.kosten ? 'geheel' : 'deel'
  await legTeveelVast(client, rij, { teveel, bron: herkomst })
  return 'te-veel'
}

/** What was received too much is owed back, and who gets it hears so. It is no subsidie and stays out of the ledger. */
export async function legTeveelVast(db: Db, rij: VorderingRij, { teveel, bron, doorId = null, rol = 'systeem' }: { teveel: Cent; bron: string; doorId?: string | null; rol?: string }): Promise<void> {
  const id = await insertTerugbetaling(db, { vorderingId: rij.id, soort: 'te-veel-betaald', hoofdsomCent: 0, kostenCent: 0, renteCent: 0, teveelCent: teveel, bron, isGemeld: false })
  await logVordering(db, rij.id, { soort: 'moet-terugbetalen', doorId, rol, reden: `Er is ${formatBedrag(teveel)} te veel ontvangen.`, gegevens: { teveelCent: teveel } })
  await planMelding(db, id)
}

/** The account that a burger paid from, to be proposed when something must go back. An opleider is paid on its own account. */
export async function onthoudRekening(db: Db, { id, schuldenaarBurgerId }: VorderingRij, van: VanRekening | undefined): Promise<void> {
  const iban = schuldenaarBurgerId === null ? undefined : parseIban(van?.rekening ?? '')
  if (iban !== undefined && van?.naam != null) await insertVoorgesteld(db, id, { iban, naam: van.naam })
}

async function boekDeel(client: Db, rij: VorderingRij, { hoofdsom, kosten, dag, herkomst }: { hoofdsom: Cent; kosten: Cent; dag: PlainDate; herkomst: string }): Promise<void> {
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
 * A transfer from our account with a betalingskenmerk, made by hand and not in a batch: what we owed back has gone. Only to the cent of
 * one that is open; gives whether it was, and a person looks at anything else.
 */
export async function boekTerugbetaling(client: Db, { kenmerk, bedrag, dag, herkomst }: Ontvangst): Promise<boolean> {
  const rij = await lockVordering(client, { kenmerk })
  if (rij === undefined) return false
  const terug = (await lockOpenTerugbetalingen(client, rij.id)).find((een) => bedragVan(een) === bedrag)
  if (terug === undefined) return false
  await saveTerugbetaald(client, terug.id, dag, herkomst)
  await boekBetaling(client, rij, terug, terug.id)
  await logVordering(client, rij.id, { soort: 'betaal-terug', doorId: null, rol: 'systeem', gegevens: { bedragCent: bedrag } })
  return true
}
