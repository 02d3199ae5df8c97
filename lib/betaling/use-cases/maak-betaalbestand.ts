import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { lockBatch, saveBatchStatus, saveFactuurStatus, saveVerplichtingStatus, saveVrijgave, type LockedBatch } from '@/lib/betaling/repo'
import { findAfwijkingen } from '@/lib/betaling/rules/controle-pain001'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import { findUitvoeringsdag } from '@/lib/betaling/rules/uitvoeringsdag'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { sendToBank } from '@/lib/platform/bank'
import { nowIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { readDocument, saveDocument } from '@/lib/platform/documents'
import { parseXml } from '@/lib/platform/xml'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Makes the payment file of an approved batch and hands it to the bank (invariant I6). Three steps, each safe to repeat after a
 * crash: (1) the file is stored, for good; (2) those bytes go to the bank under the MsgId; (3) the ledger says it is paid.
 * A crash between 2 and 3 offers the bank the same bytes with the same MsgId again, which it recognises.
 */
export async function maakBetaalbestand(batchId: string): Promise<void> {
  const vastgelegd = await inTransaction((tx) => fixBestand(tx, batchId))
  if (vastgelegd === undefined) return
  const document = await readDocument(vastgelegd.documentId)
  if (document === undefined) throw new Error(`the file of batch ${vastgelegd.msgId} is not stored`)
  await inTransaction((tx) => geefBatchVrij(tx, batchId, document.inhoud))
}

/** Step 1. Undefined when there is nothing to do: not approved yet, or already handed over. */
async function fixBestand(tx: Tx, batchId: string): Promise<{ msgId: string; documentId: string } | undefined> {
  const batch = await lockBatch(tx, batchId)
  if (batch === undefined || batch.status === 'opgesteld' || batch.vrijgegevenOp !== null) return undefined
  if (batch.documentId !== null) return { msgId: batch.msgId, documentId: batch.documentId }

  const inhoud = makeBestand(toBetaalopdracht(batch))
  const documentId = await saveDocument(tx, { soort: 'betaalbestand', naam: `${batch.msgId}.xml`, mediatype: 'application/xml', inhoud })
  await saveBatchStatus(tx, batchId, 'aangemaakt', documentId)
  await saveGebeurtenis(tx, {
    onderwerp: 'batch', onderwerpId: batchId, soort: 'maak-bestand', van: 'goedgekeurd', naar: 'aangemaakt', actor: SYSTEEM,
    gegevens: { msgId: batch.msgId, aantal: batch.aantal, totaalCent: Number(batch.totaalCent) },
  })
  return { msgId: batch.msgId, documentId }
}

/** The bytes of a batch, read back and compared with what was approved before anybody may have them. */
function makeBestand(opdracht: Betaalopdracht): Buffer {
  const inhoud = Buffer.from(makePain001(opdracht), 'utf8')
  const gelezen = parseXml(inhoud)
  const afwijkingen = gelezen.ok ? findAfwijkingen(gelezen.value, opdracht) : gelezen.redenen
  if (afwijkingen.length > 0) throw new Error(`the file of batch ${opdracht.msgId} is not what was approved: ${afwijkingen.join(', ')}`)
  return inhoud
}

/** Everything in the file comes from what is stored and fixed: the same batch is the same order. Throws when it was not approved. */
export function toBetaalopdracht(batch: LockedBatch): Betaalopdracht {
  const laatste = batch.goedkeuringen.at(-1)
  if (laatste === undefined) throw new Error(`batch ${batch.msgId} is not approved`)
  return {
    msgId: batch.msgId,
    opgesteldOp: batch.opgesteldOp,
    uitvoeringsdag: findUitvoeringsdag(amsterdamDate(laatste.goedgekeurdOp)),
    betaler: { naam: 'UWV', iban: toIban(config.uwv.iban), bic: config.uwv.bic },
    overboekingen: batch.betalingen.map(({ endToEndId, bedragCent, iban, tenaamstelling, factuur }) => ({
      endToEndId, bedrag: cent(bedragCent), iban: toIban(iban), tenaamstelling,
      omschrijving: toSepaTekst(`STAP-budget factuur ${factuur.factuurnummer} opdracht ${endToEndId}`, 140),
    })),
  }
}

/**
 * Steps 2 and 3: from the moment that the file is with the bank the money counts as paid. The batch stays locked meanwhile, so that
 * a second worker waits and then finds it handed over.
 */
async function geefBatchVrij(tx: Tx, batchId: string, inhoud: Buffer): Promise<void> {
  const batch = await lockBatch(tx, batchId)
  if (batch === undefined || batch.vrijgegevenOp !== null) return
  await sendToBank(batch.msgId, inhoud)
  await saveVrijgave(tx, batchId, await nowIn(tx))
  await saveFactuurStatus(tx, batch.betalingen.map(({ factuurId }) => factuurId), 'betaald')
  await saveVerplichtingStatus(tx, batch.betalingen.flatMap(({ factuur }) => factuur.verplichtingId ?? []), 'betaald')
  await boek(tx, { soort: 'betaal', oorzaak: 'batch', oorzaakId: batchId, actor: SYSTEEM, regels: batch.betalingen.flatMap(toPost) })
  for (const betaling of batch.betalingen) {
    const { bedragCent, endToEndId } = betaling
    await saveGebeurtenis(tx, {
      onderwerp: 'aanvraag', onderwerpId: verplichtingOf(betaling).aanvraagId, soort: 'betaal', actor: SYSTEEM, zichtbaar: true,
      gegevens: { bedragCent, endToEndId, msgId: batch.msgId },
    })
  }
  await saveGebeurtenis(tx, { onderwerp: 'batch', onderwerpId: batchId, soort: 'geef-vrij', actor: SYSTEEM, gegevens: { msgId: batch.msgId } })
}

function toPost(betaling: LockedBatch['betalingen'][number]): readonly Boekingsregel[] {
  const { compartimentId, aanvraagId, opleiderId } = verplichtingOf(betaling)
  return makePost('betaal', betaling.bedragCent, { compartimentId, aanvraagId, opleiderId })
}

function verplichtingOf({ factuur }: LockedBatch['betalingen'][number]) {
  if (factuur.verplichting === null) throw new Error(`invoice ${factuur.id} has no verplichting`)
  return factuur.verplichting
}

function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('a payment needs a valid IBAN')
  return iban
}
