import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { listBatchRegels, lockBatch, saveBestand, saveVrijgave, type Batch, type BatchRegel } from '@/lib/betaling/repo/batch'
import { houdBuitenBestand, listIngetrokken } from '@/lib/betaling/repo/buiten-bestand'
import { findAfwijkingen } from '@/lib/betaling/rules/controle-pain001'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import { findUitvoeringsdag } from '@/lib/betaling/rules/uitvoeringsdag'
import { leesBetaalbestand } from '@/lib/betaling/use-cases/lees-betaalbestand'
import { sendToBank } from '@/lib/platform/bank'
import { bytesOf } from '@/lib/platform/bron'
import { config } from '@/lib/platform/config'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { readInhoud } from '@/lib/platform/documents'
import { faultpoint } from '@/lib/platform/faultpoint'
import { enqueueAll } from '@/lib/platform/outbox'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle, type Boeking } from '@/lib/tijdvak/use-cases/boek'
import { boekTerugbetaald } from '@/lib/vordering/use-cases/betaal-terug'
import { boekTeruggestort } from '@/lib/vordering/use-cases/stort-terug'

/**
 * Makes the payment file of an approved batch and hands it to the bank (invariant I6). Three steps, each safe to repeat after a
 * crash: (1) the file is stored, for good; (2) those bytes go to the bank under the MsgId; (3) the ledger says it is paid.
 * A crash between 2 and 3 offers the bank the same bytes with the same MsgId again, which it recognises.
 */
export async function maakBetaalbestand(batchId: string): Promise<void> {
  const documentId = await inPgTransaction((client) => fixBestand(client, batchId))
  if (documentId === undefined) return
  await faultpoint('betaling.bestand-bewaard')
  const inhoud = await readInhoud(documentId)
  if (inhoud === undefined) throw new Error(`the file of batch ${batchId} is not stored`)
  await inPgTransaction((client) => geefBatchVrij(client, batchId, inhoud))
  await faultpoint('betaling.vrijgegeven')
}

/** Step 1. Undefined when there is nothing to do: not approved yet, refused, or already handed over. */
async function fixBestand(client: PoolClient, batchId: string): Promise<string | undefined> {
  const batch = await lockBatch(client, batchId)
  if (batch === undefined || batch.status === 'opgesteld' || batch.status === 'afgekeurd' || batch.vrijgegevenOp !== null) return undefined
  if (batch.documentId !== null) return batch.documentId
  // What was withdrawn or suspended since the approval does not leave (Awb 4:56). When that is everything, there is no file.
  await houdBuitenBestand(client, { batchId })
  const regels = await listBatchRegels(client, batchId)
  if (regels.length === 0) return undefined
  const inhoud = { aantal: regels.length, totaalCent: regels.reduce((som, { bedragCent }) => som + bedragCent, 0) }
  const bestand = await makeBestand(toBetaalopdracht(batch, regels))
  await faultpoint('betaling.bestand-gemaakt')
  const documentId = await saveBestand(client, { ...batch, ...inhoud }, bestand)
  await faultpoint('betaling.bestand-voor-commit')
  return documentId
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
  return {
    msgId: batch.msgId,
    opgesteldOp: batch.opgesteldOp,
    uitvoeringsdag: uitvoeringsdagVan(batch),
    betaler: { naam: 'UWV', iban: toIban(config.uwv.iban), bic: config.uwv.bic },
    overboekingen: regels.map((regel) => ({
      endToEndId: regel.endToEndId, bedrag: cent(regel.bedragCent), iban: toIban(regel.iban), tenaamstelling: regel.tenaamstelling, omschrijving: toSepaTekst(omschrijvingVan(regel), 140),
    })),
  }
}

function omschrijvingVan({ endToEndId, factuurnummer, renteId, terugstortingId }: BatchRegel): string {
  if (terugstortingId !== null) return `Uw betaling aan UWV terug, kenmerk ${endToEndId}`
  if (factuurnummer === null) return `STAP-budget terugbetaling aan u, kenmerk ${endToEndId}`
  return `STAP-budget ${renteId === null ? '' : 'wettelijke rente '}factuur ${factuurnummer} opdracht ${endToEndId}`
}

function uitvoeringsdagVan({ msgId, goedgekeurdOp }: Batch): PlainDate {
  if (goedgekeurdOp === null) throw new Error(`batch ${msgId} is not approved`)
  return findUitvoeringsdag(amsterdamDate(goedgekeurdOp))
}

/** Steps 2 and 3: the file first, then the ledger. The row stays locked, so that two workers do this one after the other. */
async function geefBatchVrij(client: PoolClient, batchId: string, inhoud: Buffer): Promise<void> {
  const batch = await lockBatch(client, batchId)
  if (batch === undefined || batch.vrijgegevenOp !== null) return
  await sendToBank(batch.msgId, inhoud)
  await faultpoint('betaling.bestand-overgedragen')
  await saveVrijgave(client, batch, uitvoeringsdagVan(batch))
  const regels = await listBatchRegels(client, batchId)
  const post = (soort: 'betaal' | 'betaal-rente', van: readonly BatchRegel[]): Boeking[] => (van.length === 0 ? [] : [{
    soort, oorzaak: 'batch', oorzaakId: batchId, actor: SYSTEEM,
    regels: van.flatMap(({ bedragCent, waarvan }) => (waarvan === null ? [] : makePost(soort, bedragCent, waarvan))),
  }])
  const opFactuur = regels.filter(({ factuurnummer }) => factuurnummer !== null)
  await boekAlle(client, [...post('betaal', opFactuur.filter(({ renteId }) => renteId === null)), ...post('betaal-rente', opFactuur.filter(({ renteId }) => renteId !== null))])
  await boekTerugbetaald(client, regels.flatMap(({ terugbetalingId, endToEndId }) => (terugbetalingId === null ? [] : [{ terugbetalingId, endToEndId }])), uitvoeringsdagVan(batch))
  await boekTeruggestort(client, regels.flatMap(({ terugstortingId, endToEndId }) => (terugstortingId === null ? [] : [{ terugstortingId, endToEndId }])), uitvoeringsdagVan(batch))
  // Withdrawn after the file was made: what was paid is claimed back.
  await enqueueAll(client, 'laat-verplichting-vervallen', await listIngetrokken(client, { batchId }))
  await faultpoint('betaling.geboekt-voor-commit')
}

function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('a payment needs a valid IBAN')
  return iban
}
