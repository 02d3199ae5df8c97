import { SYSTEEM, type Actor, type Medewerker, type Rol } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { toRentevoeten } from '@/lib/regeling/rules/wettelijke-rente'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import type { OpenBedrag, VorderingMutatie, VorderingStatus } from '@/lib/vordering/model'
import { findRuimte, saveRegelingStatus } from '@/lib/vordering/repo/besluiten'
import { insertMutatie, listMutaties, lockVordering, logVordering, saveStatus, type VorderingRij } from '@/lib/vordering/repo/rij'
import { listRegelingen } from '@/lib/vordering/repo/rondgang'
import { insertTerugbetaling, sumHersteld, sumTeruggegeven } from '@/lib/vordering/repo/terugbetaling'
import { makeWijziging } from '@/lib/vordering/rules/brieven-regeling'
import { toPosten, waarvanOf } from '@/lib/vordering/rules/grootboek'
import { OVERGANGEN } from '@/lib/vordering/rules/status'
import { ontvangenOp, renteOpTerugbetaling, verdeelVerlaging, verlaag, type Verlaging } from '@/lib/vordering/rules/terugbetaling'
import type { IntrekkenInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { boekMutatie, boekOp } from '@/lib/vordering/use-cases/boek-mutatie'
import { leesVandaag, schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

/** After bezwaar (Awb 7:11), or because it was wrong (4:57 lid 1: claiming back is a power): a claim becomes less, or nothing. */
export function trekVorderingIn(medewerker: Medewerker, { kenmerk, wordt, reden, zonderRente }: IntrekkenInput): Promise<Outcome<VorderingReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    return rij === undefined ? refused('niet-gevonden') : verlaagVordering(tx, rij, { wordt, reden, actor: medewerker, isZonderRente: zonderRente === 'ja' })
  })
}

/** The same in the transaction of another act, for a besluit that undoes what the claim rests on. */
export async function trekVorderingInBij(tx: Tx, { vorderingId, wordtCent = 0, reden, actor = SYSTEEM, isZonderRente = false }: { vorderingId: string; wordtCent?: number; reden: string; actor?: Actor; isZonderRente?: boolean }): Promise<Outcome<VorderingReden>> {
  const rij = await lockVordering(tx, { id: vorderingId })
  return rij === undefined ? refused('niet-gevonden') : verlaagVordering(tx, rij, { wordt: cent(wordtCent), reden, actor, isZonderRente })
}

type Wijziging = { wordt: Cent; reden: string; actor: Actor; /** Who paid gave wrong data: no interest (Awb 4:102 lid 3). */ isZonderRente?: boolean }

/**
 * What is open comes off; what was paid too much is owed back with statutory interest (Awb 4:102), and needs room in the compartiment
 * when its money was given to others meanwhile.
 */
async function verlaagVordering(tx: Tx, rij: VorderingRij, { wordt, reden, actor, isZonderRente = false }: Wijziging): Promise<Outcome<VorderingReden>> {
  const rol = OVERGANGEN['trek-in'].door.find((een) => actor.rollen.includes(een))
  if (rol === undefined) return refused('geen-mandaat')
  if (!INTREKBAAR.includes(rij.status)) return refused('niet-open')
  const [mutaties, teruggegeven] = [await listMutaties(tx, rij.id), await sumTeruggegeven(tx, rij.id)]
  const verlaging = verlaag({ bedrag: cent(rij.bedragCent), wordt, open: rij.open, mutaties, teruggegeven })
  const { af, terug } = verlaging
  if (wordt >= rij.bedragCent || af.hoofdsom + af.kosten + terug.hoofdsom + terug.kosten === 0) return refused('niet-lager')
  if (terug.hoofdsom > await findRuimte(tx, rij.compartimentId)) return refused('geen-ruimte')
  await voerUit(tx, rij, { verlaging, was: cent(rij.bedragCent), wordt, reden, actor, rol, mutaties, teruggegeven, isRetour: false, isZonderRente })
  return done
}

const INTREKBAAR: readonly VorderingStatus[] = OVERGANGEN['trek-in'].van

/**
 * The bank sent back the payment that a claim came from, so the money is there: so much of the claim (in cents) is asked no more, in the
 * transaction that books that. What was received on it belongs to who paid it, as anything received too much: it is no subsidie and stays
 * out of the ledger. Of what was given up `afgeboektCent` is spent no longer. Gives how much had been received. Throws when that much was not claimed.
 */
export async function verlaagNaRetour(tx: Tx, { vorderingId, afCent, afgeboektCent, reden }: { vorderingId: string; afCent: number; afgeboektCent: number; reden: string }): Promise<number> {
  const rij = await lockVordering(tx, { id: vorderingId })
  if (rij === undefined) throw new Error(`vordering ${vorderingId} does not exist`)
  if (afgeboektCent > 0) await herroepAfboeking(tx, rij, afgeboektCent, reden)
  if (afCent === 0) return 0
  const [mutaties, teruggegeven] = [await listMutaties(tx, rij.id), await sumTeruggegeven(tx, rij.id)]
  const was = cent(rij.open.hoofdsom + ontvangenOp(mutaties, teruggegeven).hoofdsom)
  if (afCent <= 0 || afCent > was) throw new RangeError(`${String(afCent)} cents cannot come off vordering ${rij.kenmerk}`)
  const verlaging = verdeelVerlaging({ over: afCent, isAlles: afCent === was, open: rij.open, mutaties, teruggegeven })
  await voerUit(tx, rij, { verlaging, was, wordt: cent(was - afCent), reden, actor: SYSTEEM, rol: 'systeem', mutaties, teruggegeven, isRetour: true })
  return verlaging.terug.hoofdsom
}

/** What was given up revives and is withdrawn at once: nothing of it was asked, so nothing is open in between and nobody gets a letter. */
async function herroepAfboeking(tx: Tx, rij: VorderingRij, bedragCent: number, reden: string): Promise<void> {
  const { dag } = await leesVandaag(tx)
  for (const [soort, hoofdsom] of [['herleving', bedragCent], ['intrekking', -bedragCent]] as const) {
    const mutatie = { soort, dag, hoofdsom: cent(hoofdsom), kosten: cent(0) }
    const id = await insertMutatie(tx, rij.id, { ...mutatie, herkomst: null, doorId: null, toelichting: reden }, rij.open, rij.status)
    await boekOp(tx, toPosten(mutatie, waarvanOf(rij), 0).map((post) => ({ ...post, oorzaak: 'vordering-mutatie', oorzaakId: id, actor: SYSTEEM })))
  }
  await logVordering(tx, rij.id, { soort: 'herroep-afboeking', doorId: null, rol: 'systeem', reden, gegevens: { bedragCent } })
}

type Uitvoering = Wijziging & {
  verlaging: Verlaging; was: Cent; rol: Rol; mutaties: readonly VorderingMutatie[]; teruggegeven: OpenBedrag
  /** The money came back by the bank, and not from who owed it. */
  isRetour: boolean
}

async function voerUit(tx: Tx, rij: VorderingRij, uitvoering: Uitvoering): Promise<void> {
  const { verlaging: { af, terug }, was, wordt, reden } = uitvoering
  const vandaag = await leesVandaag(tx)
  const rente = uitvoering.isZonderRente === true ? cent(0) : renteOver(uitvoering, vandaag)
  const open = { hoofdsom: cent(rij.open.hoofdsom - af.hoofdsom), kosten: cent(rij.open.kosten - af.kosten) }
  const briefId = await schrijf(tx, rij, 'terugvordering-gewijzigd', (feiten) => makeWijziging(feiten, {
    was, wordt, open, terug: cent(terug.hoofdsom + terug.kosten), rente, reden,
    vervaltOp: rij.vervaltOp > vandaag.dag ? rij.vervaltOp : vandaag.dag, bezwaarUiterlijkOp: vandaag.bezwaarUiterlijkOp,
  }))
  if (wordt === 0) await stopRegeling(tx, rij, vandaag)
  await boekVerlaging(tx, rij, { ...uitvoering, briefId }, vandaag)
  await boekTerug(tx, rij, { ...uitvoering, rente })
}

function renteOver({ verlaging: { terug }, mutaties, teruggegeven }: Uitvoering, { dag, regeling }: Vandaag): Cent {
  const rente = renteOpTerugbetaling({ terug: cent(terug.hoofdsom + terug.kosten), mutaties, teruggegeven, tot: dag }, toRentevoeten(regeling.historie('wettelijke-rente')))
  return rente >= regeling.get('rente-drempel').bestuursorgaanCent ? rente : cent(0)
}

async function boekVerlaging(tx: Tx, rij: VorderingRij, { verlaging: { af }, wordt, reden, actor, rol, briefId }: Uitvoering & { briefId: string }, { dag }: Vandaag): Promise<void> {
  // What was given up before stays so, whatever is given back of it.
  const wordtIngetrokken = wordt === 0 && INTREKBAAR.includes(rij.status)
  if (af.hoofdsom + af.kosten > 0) {
    const herzienCent = Math.max(0, rij.herzienCent - await sumHersteld(tx, rij.id))
    await boekMutatie(tx, rij, {
      soort: 'intrekking', dag, hoofdsom: cent(0 - af.hoofdsom), kosten: cent(0 - af.kosten), toelichting: reden, handeling: 'trek-in', actor, rol, herzienCent, gegevens: { briefId, wordtCent: wordt },
      ...(wordtIngetrokken ? { naar: 'ingetrokken' } : {}),
    })
    return
  }
  if (wordtIngetrokken) await saveStatus(tx, rij.id, 'ingetrokken')
  await logVordering(tx, rij.id, { soort: 'trek-in', doorId: actor.id, rol, reden, gegevens: { briefId, wordtCent: wordt }, ...(wordtIngetrokken ? { van: rij.status, naar: 'ingetrokken' } : {}) })
}

async function boekTerug(tx: Tx, rij: VorderingRij, { verlaging: { terug }, rente, actor, isRetour }: Uitvoering & { rente: Cent }): Promise<void> {
  if (terug.hoofdsom + terug.kosten === 0) return
  const [hoofdsomCent, teveelCent] = isRetour ? [0, terug.hoofdsom] : [terug.hoofdsom, 0]
  const id = await insertTerugbetaling(tx, { vorderingId: rij.id, soort: 'ingetrokken', hoofdsomCent, kostenCent: terug.kosten, renteCent: rente, teveelCent, bron: null, isGemeld: true })
  const posten = [['betaal-ontvangst-terug', hoofdsomCent], ['betaal-ontvangen-rente-terug', terug.kosten], ['boek-rente', rente]] as const
  await boekOp(tx, posten.filter(([, bedrag]) => bedrag > 0).map(([soort, bedrag]) => ({ soort, oorzaak: 'terugbetaling', oorzaakId: id, actor, regels: makePost(soort, bedrag, waarvanOf(rij)) })))
  await logVordering(tx, rij.id, { soort: 'moet-terugbetalen', doorId: actor.id, rol: actor.rollen[0] ?? actor.soort, gegevens: { hoofdsomCent: terug.hoofdsom, kostenCent: terug.kosten, renteCent: rente } })
}

async function stopRegeling(tx: Tx, rij: VorderingRij, { dag }: Vandaag): Promise<void> {
  const lopend = (await listRegelingen(tx, rij.id)).find(({ status }) => status === 'toegewezen')
  if (lopend !== undefined) await saveRegelingStatus(tx, lopend.id, 'nagekomen', dag)
}
