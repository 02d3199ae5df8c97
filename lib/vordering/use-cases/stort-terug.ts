import type { Medewerker } from '@/lib/base/actor'
import { parseIban } from '@/lib/base/iban'
import type { PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { inTransaction, prisma } from '@/lib/platform/db'
import { fetchIbanNaam } from '@/lib/platform/iban-naam'
import {
  insertTerugstorting, listNietGecontroleerd, lockTerugstorting, lockTerugTeStorten, logTerugstorting, saveTeruggestort, saveTerugstortingStatus, type Terugstorting,
} from '@/lib/vordering/repo/terugstorting'
import type { Db } from '@/lib/vordering/repo/rij'
import { TERUGSTORTING_OVERGANGEN } from '@/lib/vordering/rules/status'
import type { TerugstortReden } from '@/lib/vordering/texts'

/** What goes back without a claim, with the account that it came from. */
export type TerugTeStorten = Terugstorting

/** The most that fits in one payment, in cents; more is done at the bank. */
const HOOGSTENS = 2_147_483_647
const SYSTEEM = { doorId: null, rol: 'systeem' }

type Ontvangen = { readonly vraagId: string; readonly mutatieId: string; readonly bedrag: Cent; readonly rekening: string | null }

/**
 * Money of which somebody found out that it belongs to no claim is to go back, all of it, to the account that it came from: nobody types an account. It was
 * never in the ledger, which holds subsidie. It is paid with a next batch, when the banks say that the name is right.
 */
export async function stortTerug(db: Db, medewerker: Medewerker, { vraagId, mutatieId, bedrag, rekening }: Ontvangen): Promise<Outcome<TerugstortReden, { kenmerk: string }>> {
  if (parseIban(rekening ?? '') === undefined) return refused('geen-tegenrekening')
  if (bedrag > HOOGSTENS) return refused('te-groot-om-terug-te-storten')
  const { id, kenmerk } = await insertTerugstorting(db, { vraagId, mutatieId, bedragCent: bedrag })
  await logTerugstorting(db, id, { soort: 'stort-terug', naar: 'te-controleren', doorId: medewerker.id, rol: 'financieel', gegevens: { kenmerk, bedragCent: bedrag } })
  return success({ kenmerk })
}

/** Asks the banks whether the accounts are in the name that the statement gives. What does not match is put to a person; without an answer it is asked again. */
export async function controleerTerugstortingen(): Promise<void> {
  for (const { id, iban, naam } of await listNietGecontroleerd(prisma)) {
    const antwoord = naam === null ? { antwoord: 'onbekend' as const } : await fetchIbanNaam(iban, naam)
    // One that does not answer now will not answer for the others either.
    if (antwoord === 'antwoordt-niet') return
    await inTransaction(async (tx) => {
      if ((await lockTerugstorting(tx, { id }))?.status !== 'te-controleren') return
      const naar = antwoord.antwoord === 'match' ? 'open' : 'te-beoordelen'
      await saveTerugstortingStatus(tx, id, naar, { antwoord: antwoord.antwoord })
      await logTerugstorting(tx, id, { soort: naar === 'open' ? 'controleer-naam' : 'leg-voor', van: 'te-controleren', naar, ...SYSTEEM, gegevens: { antwoord: antwoord.antwoord } })
    })
  }
}

/** A person takes on the account although the name does not match, with the reason. Who does that does not approve the batch. */
export function aanvaardTerugstorting(medewerker: Medewerker, { kenmerk, reden }: { kenmerk: string; reden: string }): Promise<Outcome<TerugstortReden, undefined>> {
  return inTransaction(async (tx) => {
    const terug = await lockTerugstorting(tx, { kenmerk })
    if (terug === undefined) return refused('terugstorting-niet-gevonden')
    if (terug.status !== 'te-beoordelen') return refused('terugstorting-veranderd')
    await saveTerugstortingStatus(tx, terug.id, 'open', { oordeel: { doorId: medewerker.id, reden } })
    await logTerugstorting(tx, terug.id, { soort: 'aanvaard', van: 'te-beoordelen', naar: 'open', doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel', reden })
    return success(undefined)
  })
}

/** It does not go back after all, for as long as it is in no batch. Gives the question and the receipt, which are open again for who knows better. */
export async function trekTerugstortingIn(db: Db, medewerker: Medewerker, { kenmerk, reden }: { kenmerk: string; reden: string }): Promise<Outcome<TerugstortReden, { vraagId: string }>> {
  const terug = await lockTerugstorting(db, { kenmerk })
  if (terug === undefined) return refused('terugstorting-niet-gevonden')
  if (!isLopend(terug)) return refused('terugstorting-veranderd')
  await saveTerugstortingStatus(db, terug.id, 'ingetrokken')
  await logTerugstorting(db, terug.id, { soort: 'trek-in', van: terug.status, naar: 'ingetrokken', doorId: medewerker.id, rol: medewerker.rollen[0] ?? 'financieel', reden })
  return success({ vraagId: terug.vraagId })
}

function isLopend({ status }: Terugstorting): boolean {
  return TERUGSTORTING_OVERGANGEN['trek-in'].van.some((een) => een === status)
}

/** What can go back now, oldest first. Nobody else takes it until the transaction ends. */
export function leesTerugTeStorten(client: PoolClient, limit: number): Promise<readonly TerugTeStorten[]> {
  return lockTerugTeStorten(client, limit)
}

export async function neemTerugstortingenInBatch(client: PoolClient, terug: readonly TerugTeStorten[], door: { id: string | null; rol: string }): Promise<void> {
  for (const { id } of terug) {
    await saveTerugstortingStatus(client, id, 'in-batch')
    await logTerugstorting(client, id, { soort: 'stel-batch-samen', van: 'open', naar: 'in-batch', doorId: door.id, rol: door.rol })
  }
}

/** The file stands where the bank takes it. The ledger never had this money, so nothing is booked. */
export async function boekTeruggestort(client: PoolClient, betaald: readonly { terugstortingId: string; endToEndId: string }[], dag: PlainDate): Promise<void> {
  for (const { terugstortingId, endToEndId } of betaald) {
    if ((await lockTerugstorting(client, { id: terugstortingId }))?.status !== 'in-batch') continue
    await saveTeruggestort(client, terugstortingId, dag, null)
    await logTerugstorting(client, terugstortingId, { soort: 'geef-batch-vrij', van: 'in-batch', naar: 'betaald', ...SYSTEEM, gegevens: { endToEndId } })
  }
}

/** The bank refused it or sent it back: it waits for a person, who pays it again or does it at the bank. */
export async function boekTerugstortingenTerug(client: PoolClient, teruggekomen: readonly { terugstortingId: string; code: string | null }[]): Promise<void> {
  for (const { terugstortingId, code } of teruggekomen) {
    if ((await lockTerugstorting(client, { id: terugstortingId }))?.status !== 'betaald') continue
    await saveTerugstortingStatus(client, terugstortingId, 'teruggekomen')
    await logTerugstorting(client, terugstortingId, { soort: 'boek-terug', van: 'betaald', naar: 'teruggekomen', ...SYSTEEM, gegevens: code === null ? {} : { code } })
  }
}

/** Puts what came back ready for a next batch. False when it is not in that state. */
export async function stortOpnieuwTerug(tx: Tx, medewerker: Medewerker, { terugstortingId, reden }: { terugstortingId: string; reden: string }): Promise<boolean> {
  if ((await lockTerugstorting(tx, { id: terugstortingId }))?.status !== 'teruggekomen') return false
  await saveTerugstortingStatus(tx, terugstortingId, 'open')
  await logTerugstorting(tx, terugstortingId, { soort: 'betaal-opnieuw', van: 'teruggekomen', naar: 'open', doorId: medewerker.id, rol: 'financieel', reden })
  return true
}

/** A transfer by hand with its kenmerk, to the cent: it has gone, to whatever account the bank was given. Gives whether it was one that was waiting. */
export async function zieTeruggestort(client: Db, { kenmerk, bedrag, dag, herkomst }: { kenmerk: string; bedrag: Cent; dag: PlainDate; herkomst: string }): Promise<boolean> {
  const terug = await lockTerugstorting(client, { kenmerk })
  if (terug?.bedragCent !== bedrag || !isLopend(terug)) return false
  await saveTeruggestort(client, terug.id, dag, herkomst)
  await logTerugstorting(client, terug.id, { soort: 'zie-op-afschrift', van: terug.status, naar: 'betaald', ...SYSTEEM })
  return true
}
