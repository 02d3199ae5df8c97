import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { verdeelRetour } from '@/lib/tijdvak/rules/retour'
import { leesGeldVanAanvraag } from '@/lib/tijdvak/use-cases/lees-geldstand'
import { vervangLopend } from '@/lib/vordering/repo/rekening'
import { lockVordering, logVordering, type Db, type VorderingRij } from '@/lib/vordering/repo/rij'
import {
  bedragVan, lockTerugbetaling, lockTerugTeBetalen, saveGemeld, saveTerugbetaald, saveTerugbetalingStatus, sumHersteld, type Terugbetaling, type TerugTeBetalen as OpenTerugbetaling,
} from '@/lib/vordering/repo/terugbetaling'
import { waarvanOf } from '@/lib/vordering/rules/grootboek'
import { boekOp } from '@/lib/vordering/use-cases/boek-mutatie'

/** What we owe back and to which account. */
export type TerugTeBetalen = OpenTerugbetaling

/** What we owe back and can pay now, oldest first: the account is known and its name was checked. Nobody else takes it until the transaction ends. */
export function leesTerugTeBetalen(client: PoolClient, limit: number): Promise<readonly TerugTeBetalen[]> {
  return lockTerugTeBetalen(client, limit)
}

/** It goes into a batch: until the bank has answered it is not paid in another way. */
export async function neemInBatch(client: PoolClient, terug: readonly TerugTeBetalen[], door: { id: string | null; rol: string }): Promise<void> {
  for (const { id, vorderingId, bedragCent } of terug) {
    await saveTerugbetalingStatus(client, id, 'in-batch')
    await logVordering(client, vorderingId, { soort: 'neem-terugbetaling-in-batch', doorId: door.id, rol: door.rol, gegevens: { bedragCent } })
  }
}

/** The file stands where the bank takes it: what we owed back is paid, in the ledger too. `endToEndId` makes each try its own booking. */
export async function boekTerugbetaald(client: PoolClient, betaald: readonly { terugbetalingId: string; endToEndId: string }[], dag: PlainDate): Promise<void> {
  for (const { terugbetalingId, endToEndId } of betaald) {
    const { terug, rij } = await lock(client, terugbetalingId)
    if (terug.status !== 'in-batch') continue
    await saveTerugbetaald(client, terug.id, dag, null)
    await boekBetaling(client, rij, terug, `${terug.id}/${endToEndId}`)
    await logVordering(client, rij.id, { soort: 'betaal-terug', doorId: null, rol: 'systeem', gegevens: { bedragCent: bedragVan(terug), endToEndId } })
  }
}

/**
 * The bank refused these payments or sent them back: we owe them again (betaald → crediteuren), and a person looks. A burger is asked for
 * another account.
 */
export async function boekTerugbetalingTerug(client: PoolClient, teruggekomen: readonly { terugbetalingId: string; betalingId: string; code: string | null }[]): Promise<void> {
  for (const { terugbetalingId, betalingId, code } of teruggekomen) {
    const { terug, rij } = await lock(client, terugbetalingId)
    if (terug.status !== 'betaald') continue
    await saveTerugbetalingStatus(client, terug.id, 'teruggekomen')
    const geld = await leesGeldVanAanvraag(client, rij.aanvraagId)
    const uit = verdeelRetour(terug.hoofdsom, { betaald: geld.get('betaald') ?? 0, vastgesteld: geld.get('vastgesteld') ?? 0 })
    if (uit === undefined) throw new Error(`the ledger does not have the ${String(terug.hoofdsom)} cents of terugbetaling ${terug.id} that came back`)
    const posten = [['boek-betaling-terug', uit.betaald], ['boek-afgerekend-terug', uit.vastgesteld], ['keer-rente-terug', terug.kosten + terug.rente]] as const
    await boekOp(client, posten.filter(([, cents]) => cents > 0).map(([soort, cents]) => ({ soort, oorzaak: 'betaling', oorzaakId: betalingId, actor: SYSTEEM, regels: makePost(soort, cents, waarvanOf(rij)) })))
    await logVordering(client, rij.id, { soort: 'terugbetaling-teruggekomen', doorId: null, rol: 'systeem', gegevens: { bedragCent: bedragVan(terug), ...(code === null ? {} : { code }) } })
    if (rij.schuldenaarBurgerId === null) continue
    await vervangLopend(client, rij.id)
    await saveGemeld(client, terug.id, false)
    await enqueueAll(client, 'meld-terugbetaling', [{ terugbetalingId: terug.id }])
  }
}

/** Puts what came back ready for a next batch, on the account that is known then. False when it is not in that state. */
export async function betaalTerugbetalingOpnieuw(tx: Tx, medewerker: Medewerker, { terugbetalingId, reden }: { terugbetalingId: string; reden: string }): Promise<boolean> {
  const { terug, rij } = await lock(tx, terugbetalingId)
  if (terug.status !== 'teruggekomen') return false
  await saveTerugbetalingStatus(tx, terug.id, 'open')
  await logVordering(tx, rij.id, { soort: 'betaal-terug-opnieuw', doorId: medewerker.id, rol: 'financieel', reden, gegevens: {} })
  return true
}

/** The claim first, as everybody does who books on it. */
async function lock(db: Db, terugbetalingId: string): Promise<{ terug: Terugbetaling; rij: VorderingRij }> {
  const eerst = await lockTerugbetaling(db, terugbetalingId)
  const rij = eerst === undefined ? undefined : await lockVordering(db, { id: eerst.vorderingId })
  if (eerst === undefined || rij === undefined) throw new Error(`terugbetaling ${terugbetalingId} is not there`)
  return { terug: eerst, rij }
}

/**
 * The postings of paying back: subsidie from crediteuren to betaald, and on to vastgesteld as far as it had been settled; what was received of
 * fee and interest, and our own interest. What was received too much was never in the ledger.
 */
export async function boekBetaling(db: Db, rij: VorderingRij, terug: Pick<Terugbetaling, 'hoofdsom' | 'kosten' | 'rente'>, oorzaakId: string): Promise<void> {
  const herstel = Math.min(terug.hoofdsom, Math.max(0, rij.herzienCent - await sumHersteld(db, rij.id)))
  const posten = [['betaal', terug.hoofdsom], ['betaal-rente', terug.kosten + terug.rente], ['reken-voorschot-af', herstel]] as const
  await boekOp(db, posten.filter(([, cents]) => cents > 0).map(([soort, cents]) => ({ soort, oorzaak: 'terugbetaling', oorzaakId, actor: SYSTEEM, regels: makePost(soort, cents, waarvanOf(rij)) })))
}
