import type { Medewerker, Systeem } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { addWeken } from '@/lib/base/termijn'
import { lockKandidaten, saveBatch, type Kandidaat, type NieuweBetaling } from '@/lib/betaling/repo/batch'
import { lockRente, type RenteKandidaat } from '@/lib/betaling/repo/rente'
import { countPogingen, countTerugstortpogingen } from '@/lib/betaling/repo/terugbetaling'
import { whyNietBetaalbaar } from '@/lib/betaling/rules/betaalbaar'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import type { BatchReden } from '@/lib/betaling/texts'
import { stelRenteVast } from '@/lib/betaling/use-cases/stel-rente-vast'
import { today } from '@/lib/platform/clock'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { getRegeling } from '@/lib/regeling/views'
import { controleerWachtendeRekeningen } from '@/lib/bankrekening/use-cases/controleer-rekening'
import { leesTerugTeBetalen, neemInBatch, type TerugTeBetalen } from '@/lib/vordering/use-cases/betaal-terug'
import { controleerTerugbetaalrekeningen } from '@/lib/vordering/use-cases/kies-rekening'
import { controleerTerugstortingen, leesTerugTeStorten, neemTerugstortingenInBatch, type TerugTeStorten } from '@/lib/vordering/use-cases/stort-terug'

/** More than a whole tijdvak pays in a day; what is left waits for the next batch. */
const MAXIMUM = 40_000

/**
 * Puts every matched invoice that may be paid now in a batch, oldest first, the interest on those that are late, and what we owe back of
 * what we received, on claims or for nothing that we know. Nobody chooses:
 * what is in it follows from the rules, so the approvers judge a list that no one could arrange. The banks are asked first for the names
 * of accounts that were never checked; what is on one that does not match stays out and stands in the worklist. An
 * invoice of which the interest cannot be fixed stays out too: the others do not wait for it.
 */
export async function stelBatchSamen(actor: Medewerker | Systeem): Promise<Outcome<BatchReden, { msgId: string }>> {
  const regeling = await getRegeling(await today())
  await controleerWachtendeRekeningen()
  await controleerTerugbetaalrekeningen()
  await controleerTerugstortingen()
  const mislukt = await stelRenteVast(regeling, await listLaat(regeling))
  return inPgTransaction(async (client) => {
    const betaalbaar = keepBetaalbaar(await lockKandidaten(client), regeling).filter(({ factuurId }) => !mislukt.has(factuurId)).slice(0, MAXIMUM)
    const rente = await lockRente(client, betaalbaar.map(({ factuurId }) => factuurId))
    const terug = await leesTerugTeBetalen(client, MAXIMUM)
    const zonderVordering = await leesTerugTeStorten(client, MAXIMUM)
    if (betaalbaar.length + rente.length + terug.length + zonderVordering.length === 0) return refused('niets-te-betalen')
    const door = { id: actor.id, rol: actor.soort === 'medewerker' ? 'financieel' : 'systeem' }
    await neemInBatch(client, terug, door)
    await neemTerugstortingenInBatch(client, zonderVordering, door)
    const { msgId } = await saveBatch(client, door, [
      ...numberOff(betaalbaar).map(toBetaling), ...rente.map(toRentebetaling), ...await toTerugbetalingen(client, terug), ...await toTerugstortingen(client, zonderVordering),
    ])
    return success({ msgId })
  })
}

/** What would be in a batch now and came longer ago than the term to pay it. */
function listLaat(regeling: Regeling): Promise<string[]> {
  const ontvangenVoor = addWeken(regeling.opDatum, -regeling.get('betaaltermijn').weken)
  return inPgTransaction(async (client) => keepBetaalbaar(await lockKandidaten(client, ontvangenVoor), regeling).map(({ factuurId }) => factuurId))
}

function keepBetaalbaar(kandidaten: readonly Kandidaat[], regeling: Regeling): readonly Kandidaat[] {
  const feiten = { beletsels: [], dagenVoorStart: regeling.get('factuur-vanaf').dagenVoorStart, vandaag: regeling.opDatum } as const
  return kandidaten.filter((kandidaat) => whyNietBetaalbaar({ ...kandidaat, ...feiten }).length === 0)
}

/** Several invoices of one order in a batch each get a number of their own. */
function numberOff(kandidaten: readonly Kandidaat[]): readonly Kandidaat[] {
  const per = new Map<string, number>()
  return kandidaten.map((kandidaat) => {
    const pogingen = kandidaat.pogingen + (per.get(kandidaat.ordernummer) ?? 0)
    per.set(kandidaat.ordernummer, (per.get(kandidaat.ordernummer) ?? 0) + 1)
    return { ...kandidaat, pogingen }
  })
}

const GEEN = { factuurId: null, renteId: null, terugbetalingId: null, terugstortingId: null }

/** The order number as EndToEndId: the opleider knows it on the bank statement. A next payment on it says so: the bank refuses one it has seen. */
function toBetaling({ factuurId, ordernummer, pogingen, bedragCent, iban, naam, tenaamstelling }: Kandidaat): NieuweBetaling {
  const endToEndId = pogingen === 0 ? ordernummer : `${ordernummer}/${String(pogingen + 1)}`
  return { ...GEEN, factuurId, endToEndId, bedragCent, iban, tenaamstelling: toNaam(tenaamstelling ?? naam) }
}

function toRentebetaling({ factuurId, renteId, ordernummer, pogingen, bedragCent, iban, naam, tenaamstelling }: RenteKandidaat): NieuweBetaling {
  return { ...GEEN, factuurId, renteId, endToEndId: `${ordernummer}/R${String(pogingen + 1)}`, bedragCent, iban, tenaamstelling: toNaam(tenaamstelling ?? naam) }
}

/** The betalingskenmerk of the claim with a number of its own: who gets it knows what it is for. */
async function toTerugbetalingen(client: PoolClient, terug: readonly TerugTeBetalen[]): Promise<NieuweBetaling[]> {
  const pogingen = await countPogingen(client, terug.map(({ vorderingId }) => vorderingId))
  return terug.map(({ id, vorderingId, kenmerk, bedragCent, iban, naam }) => {
    const nummer = (pogingen.get(vorderingId) ?? 0) + 1
    pogingen.set(vorderingId, nummer)
    return { ...GEEN, terugbetalingId: id, endToEndId: `${kenmerk}/T${String(nummer)}`, bedragCent, iban, tenaamstelling: toNaam(naam) }
  })
}

/** Its own kenmerk; a next try says so. */
async function toTerugstortingen(client: PoolClient, terug: readonly TerugTeStorten[]): Promise<NieuweBetaling[]> {
  const pogingen = await countTerugstortpogingen(client, terug.map(({ id }) => id))
  return terug.map(({ id, kenmerk, bedragCent, iban, naam }) => {
    const eerder = pogingen.get(id) ?? 0
    return { ...GEEN, terugstortingId: id, endToEndId: eerder === 0 ? kenmerk : `${kenmerk}/${String(eerder + 1)}`, bedragCent, iban, tenaamstelling: toNaam(naam ?? '') }
  })
}

function toNaam(naam: string): string {
  return toSepaTekst(naam, 70) || 'Ontvanger'
}
