import { SYSTEEM } from '@/lib/base/actor'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { eenFactuur } from '@/tests/builders/factuur'
import type { BetaalWereld } from '@/tests/builders/verlening'
import { asOwner } from '@/tests/setup/db'

export type Betaald = { msgId: string; batchId: string; ids: string[] }
export type GelezenBericht = { id: string; toestand: string; reden: string | null; uitkomst: Readonly<Record<string, number>> | null }
export type OpenVraag = { id: string; soort: string; betalingId: string | null; batchId: string | null; gegevens: Readonly<Record<string, unknown>> }

let nummer = 0

/** A batch with the bank of so many payments of € 939,50, each of its own grant. */
export async function betaal(wereld: BetaalWereld, aantal: number): Promise<Betaald> {
  for (let i = 0; i < aantal; i += 1) {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    nummer += 1
    await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: `BW-${String(nummer)}` })) })
  }
  return geefBatchVrij(wereld)
}

/** Everything that can be paid now, in a batch that two people approved and the bank has. */
export async function geefBatchVrij(wereld: BetaalWereld): Promise<Betaald> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const { msgId } = batch.value
  // Who put a payment in it ready again does not approve it.
  let goed = 0
  for (const medewerker of wereld.financieel) if (goed < 2 && (await keurBatchGoed(medewerker, { msgId })).ok) goed += 1
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [msgId])
  const batchId = rij?.id ?? ''
  await maakBetaalbestand(batchId)
  const ids = await asOwner<{ id: string }>('select end_to_end_id as id from betaling where batch_id = $1 order by 1', [batchId])
  return { msgId, batchId, ids: ids.map(({ id }) => id) }
}

/** What became of a message of the bank. */
export async function leesBericht(inhoud: Buffer, naam = 'bericht.xml'): Promise<GelezenBericht> {
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam, inhoud })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
  return toestandVan(ontvangen.value.berichtId)
}

export async function toestandVan(id: string): Promise<GelezenBericht> {
  const [rij] = await asOwner<GelezenBericht>('select id, toestand, reden, uitkomst from bankbericht where id = $1', [id])
  if (rij === undefined) throw new Error('no message')
  return rij
}

export async function statussen(ids: readonly string[]): Promise<string[]> {
  return (await asOwner<{ status: string }>('select status from betaling where end_to_end_id = any ($1) order by end_to_end_id', [ids])).map(({ status }) => status)
}

export function openVragen(): Promise<OpenVraag[]> {
  return asOwner<OpenVraag>(`select v.id, v.soort, v.betaling_id as "betalingId", v.batch_id as "batchId", v.gegevens from bankvraag v where v.toestand = 'open' order by v.soort, v.mutatie_id, v.id`)
}

/** The statements of an account, each on from the one before it. Amounts in cents; negative leaves the account. */
export class Rekening {
  private saldo = 10_000_000
  private teller = 0

  lees(...boekingen: (Omit<Boeking, 'bedrag' | 'richting'> & { cents: number })[]): Promise<GelezenBericht> {
    this.teller += 1
    const begin = this.saldo
    for (const { cents } of boekingen) this.saldo += cents
    return leesBericht(aAfschrift({
      kenmerk: `R${String(this.teller)}`, nummer: this.teller, begin: euro(begin), eind: euro(this.saldo),
      boekingen: boekingen.map(({ cents, ...rest }) => ({ ...rest, bedrag: euro(Math.abs(cents)), richting: cents < 0 ? 'DBIT' : 'CRDT' })),
    }))
  }
}

const euro = (cents: number) => (cents / 100).toFixed(2)
