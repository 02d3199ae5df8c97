import { SYSTEEM, type Burger, type OpleiderActor } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { insertRegeling, saveRegelingbesluit } from '@/lib/vordering/repo/besluiten'
import { listRegelingen } from '@/lib/vordering/repo/rondgang'
import { lockVordering, logVordering, saveDagen, type VorderingRij } from '@/lib/vordering/repo/rij'
import { aantalTermijnen, checkVoorstel, findVoorlegRedenen, makeTermijnen, type Voorstel } from '@/lib/vordering/rules/betalingsregeling'
import { makeToewijzing } from '@/lib/vordering/rules/brieven-regeling'
import { stuitVerjaring, verlengVerjaring } from '@/lib/vordering/rules/termijn'
import type { VoorstelInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { leesVandaag, schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

/**
 * Who owes it proposes to pay in instalments, or later (Awb 4:94). Within the bounds of the regeling the system agrees at once; what
 * asks for a person goes to one. Asking acknowledges the debt, so the limitation begins anew (Awb 4:105 lid 2).
 */
export function vraagRegeling(schuldenaar: Burger | OpleiderActor, { kenmerk, termijn, eersteOp, beslagvrij, omstandigheden }: VoorstelInput): Promise<Outcome<VorderingReden, { isToegewezen: boolean }>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined || !isVan(rij, schuldenaar)) return refused('niet-gevonden')
    const vandaag = await leesVandaag(tx)
    const parameter = vandaag.regeling.get('betalingsregeling')
    const open = cent(rij.open.hoofdsom + rij.open.kosten)
    const voorstel: Voorstel = { termijnCent: termijn, eersteOp, beslagvrij, omstandigheden: omstandigheden ?? null }
    const beletsels = checkVoorstel({ status: rij.status, open, isRegeling: rij.isRegeling, isOvergedragen: rij.overdracht === 'overgedragen', voorstel, vandaag: vandaag.dag }, parameter)
    if (beletsels.length > 0) return refused(...beletsels)

    const isEerderVervallen = (await listRegelingen(tx, rij.id)).some(({ status }) => status === 'vervallen')
    const redenen = findVoorlegRedenen({ open, voorstel, isEerderVervallen }, parameter)
    const regelingId = await insertRegeling(tx, { vorderingId: rij.id, voorstel, aantal: aantalTermijnen(open, termijn), gevraagdDoor: schuldenaar.id, redenen })
    await saveDagen(tx, rij.id, { verjaart_op: stuitVerjaring(rij.verjaartOp, vandaag.dag, vandaag.regeling.get('verjaring')) })
    await logVordering(tx, rij.id, { soort: 'vraag-regeling', doorId: schuldenaar.id, rol: schuldenaar.soort, gegevens: { termijnCent: termijn, eersteOp } })
    if (redenen.length > 0) return success({ isToegewezen: false })
    await wijsToe(tx, rij, { regelingId, voorstel, actor: SYSTEEM, rol: 'systeem', motivering: null }, vandaag)
    return success({ isToegewezen: true })
  })
}

function isVan({ schuldenaarBurgerId, schuldenaarOpleiderId }: VorderingRij, wie: Burger | OpleiderActor): boolean {
  return wie.soort === 'burger' ? schuldenaarBurgerId === wie.id : schuldenaarOpleiderId === wie.opleiderId
}

type Toewijzing = { regelingId: string; voorstel: Pick<Voorstel, 'termijnCent' | 'eersteOp'>; actor: { id: string | null }; rol: string; motivering: string | null }

/** Agrees to an arrangement: its letter with every day and amount, and the limitation longer by as much (Awb 4:111). */
export async function wijsToe(tx: Tx, rij: VorderingRij, { regelingId, voorstel, actor, rol, motivering }: Toewijzing, { dag, regeling, bezwaarUiterlijkOp }: Vandaag): Promise<void> {
  const open = cent(rij.open.hoofdsom + rij.open.kosten)
  const termijnen = makeTermijnen(open, voorstel)
  const { hersteldagen, rentevrij } = regeling.get('betalingsregeling')
  const briefId = await schrijf(tx, rij, 'betalingsregeling', (feiten) => makeToewijzing(feiten, { termijnen, hersteldagen, isRentevrij: rentevrij, motivering, bezwaarUiterlijkOp }))
  await saveRegelingbesluit(tx, regelingId, { status: 'toegewezen', beslotenDoor: actor.id, motivering, openCent: open, aantal: termijnen.length, briefId })
  const laatste = termijnen.at(-1)?.dag ?? dag
  // The limitation runs from the term to pay: uitstel before its end makes nothing longer (Awb 4:104, 4:111 lid 1).
  const van = dag > rij.vervaltOp ? dag : rij.vervaltOp
  await saveDagen(tx, rij.id, { verjaart_op: verlengVerjaring(stuitVerjaring(rij.verjaartOp, dag, regeling.get('verjaring')), { van, tot: laatste }) })
  await logVordering(tx, rij.id, { soort: 'wijs-regeling-toe', doorId: actor.id, rol, reden: motivering ?? undefined, gegevens: { aantal: termijnen.length, termijnCent: voorstel.termijnCent, briefId } })
}
