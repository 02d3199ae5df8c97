import { SYSTEEM, type Actor, type Medewerker, type Rol } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { toRentevoeten } from '@/lib/regeling/rules/wettelijke-rente'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { findRuimte, saveRegelingStatus } from '@/lib/vordering/repo/besluiten'
import { listMutaties, lockVordering, logVordering, saveStatus, type VorderingRij } from '@/lib/vordering/repo/rij'
import { listRegelingen } from '@/lib/vordering/repo/rondgang'
import { insertTerugbetaling, sumHersteld } from '@/lib/vordering/repo/terugbetaling'
import { makeWijziging } from '@/lib/vordering/rules/brieven-regeling'
import { waarvanOf } from '@/lib/vordering/rules/grootboek'
import { OVERGANGEN } from '@/lib/vordering/rules/status'
import { renteOpTerugbetaling, verlaag, type Verlaging } from '@/lib/vordering/rules/terugbetaling'
import type { IntrekkenInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { boekMutatie, boekOp } from '@/lib/vordering/use-cases/boek-mutatie'
import { leesVandaag, schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

/** After bezwaar, or because it was wrong: a claim becomes less, or nothing (Awb 4:96). */
export function trekVorderingIn(medewerker: Medewerker, { kenmerk, wordt, reden }: IntrekkenInput): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    return rij === undefined ? refused('niet-gevonden') : verlaagVordering(tx, rij, { wordt, reden, actor: medewerker })
  })
}

/** The same in the transaction of another act, for a besluit that undoes what the claim rests on. */
export async function trekVorderingInBij(tx: Tx, { vorderingId, wordtCent = 0, reden, actor = SYSTEEM }: { vorderingId: string; wordtCent?: number; reden: string; actor?: Actor }): Promise<Outcome<VorderingReden>> {
  const rij = await lockVordering(tx, { id: vorderingId })
  return rij === undefined ? refused('niet-gevonden') : verlaagVordering(tx, rij, { wordt: cent(wordtCent), reden, actor })
}

type Wijziging = { wordt: Cent; reden: string; actor: Actor }

/**
 * What is open comes off; what was paid too much is owed back with statutory interest (Awb 4:102), and needs room in the compartiment
 * when its money was given to others meanwhile.
 */
async function verlaagVordering(tx: Tx, rij: VorderingRij, { wordt, reden, actor }: Wijziging): Promise<Outcome<VorderingReden>> {
  const rol = OVERGANGEN['trek-in'].door.find((een) => actor.rollen.includes(een))
  if (rol === undefined) return refused('geen-mandaat')
  if (rij.status !== 'open' && rij.status !== 'deels-voldaan' && rij.status !== 'voldaan') return refused('niet-open')
  const mutaties = await listMutaties(tx, rij.id)
  const verlaging = verlaag({ bedrag: cent(rij.bedragCent), wordt, open: rij.open, mutaties })
  const { af, terug } = verlaging
  if (wordt >= rij.bedragCent || af.hoofdsom + af.kosten + terug.hoofdsom + terug.kosten === 0) return refused('niet-lager')
  if (terug.hoofdsom > await findRuimte(tx, rij.compartimentId)) return refused('geen-ruimte')

  const vandaag = await leesVandaag(tx)
  const rente = renteOver(verlaging, mutaties, vandaag)
  const open = { hoofdsom: cent(rij.open.hoofdsom - af.hoofdsom), kosten: cent(rij.open.kosten - af.kosten) }
  const briefId = await schrijf(tx, rij, 'terugvordering-gewijzigd', (feiten) => makeWijziging(feiten, {
    was: cent(rij.bedragCent), wordt, open, terug: cent(terug.hoofdsom + terug.kosten), rente, reden,
    vervaltOp: rij.vervaltOp > vandaag.dag ? rij.vervaltOp : vandaag.dag, bezwaarUiterlijkOp: vandaag.bezwaarUiterlijkOp,
  }))
  if (wordt === 0) await stopRegeling(tx, rij, vandaag)
  await boekVerlaging(tx, rij, { af, wordt, reden, actor, rol, briefId }, vandaag)
  await boekTerug(tx, rij, { terug, rente, actor })
  return done
}

function renteOver({ terug }: Verlaging, mutaties: Parameters<typeof renteOpTerugbetaling>[0]['mutaties'], { dag, regeling }: Vandaag): Cent {
  const rente = renteOpTerugbetaling({ terug: cent(terug.hoofdsom + terug.kosten), mutaties, tot: dag }, toRentevoeten(regeling.historie('wettelijke-rente')))
  return rente >= regeling.get('rente-drempel').bestuursorgaanCent ? rente : cent(0)
}

type Boeking = { af: Verlaging['af']; wordt: Cent; reden: string; actor: Actor; rol: Rol; briefId: string }

async function boekVerlaging(tx: Tx, rij: VorderingRij, { af, wordt, reden, actor, rol, briefId }: Boeking, { dag }: Vandaag): Promise<void> {
  const naar = wordt === 0 ? { naar: 'ingetrokken' as const } : {}
  if (af.hoofdsom + af.kosten > 0) {
    const herzienCent = Math.max(0, rij.herzienCent - await sumHersteld(tx, rij.id))
    await boekMutatie(tx, rij, { soort: 'intrekking', dag, hoofdsom: cent(0 - af.hoofdsom), kosten: cent(0 - af.kosten), toelichting: reden, handeling: 'trek-in', actor, rol, herzienCent, gegevens: { briefId, wordtCent: wordt }, ...naar })
    return
  }
  if (wordt === 0) await saveStatus(tx, rij.id, 'ingetrokken')
  await logVordering(tx, rij.id, { soort: 'trek-in', doorId: actor.id, rol, reden, gegevens: { briefId, wordtCent: wordt }, ...(wordt === 0 ? { van: rij.status, naar: 'ingetrokken' } : {}) })
}

async function boekTerug(tx: Tx, rij: VorderingRij, { terug, rente, actor }: { terug: Verlaging['terug']; rente: Cent; actor: Actor }): Promise<void> {
  if (terug.hoofdsom + terug.kosten === 0) return
  const id = await insertTerugbetaling(tx, { vorderingId: rij.id, soort: 'ingetrokken', hoofdsomCent: terug.hoofdsom, kostenCent: terug.kosten, renteCent: rente, teveelCent: 0, bron: null })
  const posten = [['betaal-ontvangst-terug', terug.hoofdsom], ['betaal-ontvangen-rente-terug', terug.kosten], ['boek-rente', rente]] as const
  await boekOp(tx, posten.filter(([, bedrag]) => bedrag > 0).map(([soort, bedrag]) => ({ soort, oorzaak: 'terugbetaling', oorzaakId: id, actor, regels: makePost(soort, bedrag, waarvanOf(rij)) })))
  await logVordering(tx, rij.id, { soort: 'moet-terugbetalen', doorId: actor.id, rol: actor.rollen[0] ?? actor.soort, gegevens: { hoofdsomCent: terug.hoofdsom, kostenCent: terug.kosten, renteCent: rente } })
}

async function stopRegeling(tx: Tx, rij: VorderingRij, { dag }: Vandaag): Promise<void> {
  const lopend = (await listRegelingen(tx, rij.id)).find(({ status }) => status === 'toegewezen')
  if (lopend !== undefined) await saveRegelingStatus(tx, lopend.id, 'nagekomen', dag)
}
