import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { listBatchRegels, lockBatch, saveBestand, saveVrijgave, type Batch, type BatchRegel } from '@/lib/betaling/repo/batch'
import { findAfwijkingen } from '@/lib/betaling/rules/controle-pain001'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import { findUitvoeringsdag } from '@/lib/betaling/rules/uitvoeringsdag'
import { leesBetaalbestand } from '@/lib/betaling/use-cases/lees-betaalbestand'
import { sendToBank } from '@/lib/platform/bank'
import { bytesOf } from '@/lib/platform/bron'
import { config } from '@/lib/platform/config'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'

/**
 * Makes the payment file of an approved batch and hands it to the bank (invariant I6). Three steps, each safe to repeat after a
 * crash: (1) the file is stored, for good; (2) those bytes go to the bank under the MsgId; (3) the ledger says it is paid.
 * A crash between 2 and 3 offers the bank the same bytes with the same MsgId again, which it recognises.
 */
export async function maakBetaalbestand(batchId: string): Promise<void> {
  const documentId = await inPgTransaction((client) => fixBestand(client, batchId))
  if (documentId === undefined) return
  const document = await readDocument(documentId)
  if (document === undefined) throw new Error(`the file of batch ${batchId} is not stored`)
  await inPgTransaction((client) => geefBatchVrij(client, batchId, document.inhoud))
}

/** Step 1. Undefined when there is nothing to do: not approved yet, or already handed over. */
async function fixBestand(client: PoolClient, batchId: string): Promise<string | undefined> {
  const batch = await lockBatch(client, batchId)
  if (batch === undefined || batch.status === 'opgesteld' || batch.vrijgegevenOp !== null) return undefined
  return batch.documentId ?? saveBestand(client, batch, await makeBestand(toBetaalopdracht(batch, await listBatchRegels(client, batchId))))
}

/** The bytes of a batch, read back and compared with what was approved before anybody may have them. */
async function makeBestand(opdracht: Betaalopdracht): Promise<Buffer> {
  const inhoud = Buffer.from(makePain001(opdracht), 'utf8')
  const afwijkingen = findAfwijkingen(await leesBetaalbestand(bytesOf({ inhoud })), opdracht)
  if (afwijkingen.length > 0) throw new Error(`the file of batch ${opdracht.msgId} is not what was approved: ${afwijkingen.slice(0, 20).join(', ')}`)
  return inhoud
}

/** Everything in the file comes from what is stored and fixed: the same batch is the same order. Throws when it was not approved. */
export function toBetaalopdracht(batch: Batch, regels: readonly BatchRegel[]): Betaalopdracht {
  if (batch.goedgekeurdOp === null) throw new Error(`batch ${batch.msgId} is not approved`)
  return {
    msgId: batch.msgId,
    opgesteldOp: batch.opgesteldOp,
    uitvoeringsdag: findUitvoeringsdag(amsterdamDate(batch.goedgekeurdOp)),
    betaler: { naam: 'UWV', iban: toIban(config.uwv.iban), bic: config.uwv.bic },
    overboekingen: regels.map(({ endToEndId, bedragCent, iban, tenaamstelling, factuurnummer }) => ({
      endToEndId, bedrag: cent(bedragCent), iban: toIban(iban), tenaamstelling,
      omschrijving: toSepaTekst(`STAP-budget factuur ${factuurnummer} opdracht ${endToEndId}`, 140),
    })),
  }
}

/** Steps 2 and 3: the file first, then the ledger. The row stays locked, so that two workers do this one after the other. */
async function geefBatchVrij(client: PoolClient, batchId: string, inhoud: Buffer): Promise<void> {
  const batch = await lockBatch(client, batchId)
  if (batch === undefined || batch.vrijgegevenOp !== null) return
  await sendToBank(batch.msgId, inhoud)
  await saveVrijgave(client, batch)
  const regels = (await listBatchRegels(client, batchId)).flatMap(({ bedragCent, compartimentId, aanvraagId, opleiderId }) => makePost('betaal', bedragCent, { compartimentId, aanvraagId, opleiderId }))
  await boekAlle(client, [{ soort: 'betaal', oorzaak: 'batch', oorzaakId: batchId, actor: SYSTEEM, regels }])
}

function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('a payment needs a valid IBAN')
  return iban
}
