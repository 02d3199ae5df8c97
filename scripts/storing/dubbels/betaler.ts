/** Payers that are wrong on purpose. Used only by negative controls: the harness must catch them. */
import { randomUUID } from 'node:crypto'
import { listBatchRegels, lockBatch, saveBestand, saveVrijgave, type Batch } from '@/lib/betaling/repo/batch'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { toBetaalopdracht } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { plainDate } from '@/lib/base/date'
import { SYSTEEM } from '@/lib/base/actor'
import { sendToBank } from '@/lib/platform/bank'
import { closeDb, inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'

async function readBatch(client: PoolClient, batchId: string): Promise<{ batch: Batch; inhoud: Buffer } | undefined> {
  const batch = await lockBatch(client, batchId)
  if (batch === undefined || batch.vrijgegevenOp !== null) return undefined
  return { batch, inhoud: Buffer.from(makePain001(toBetaalopdracht(batch, await listBatchRegels(client, batchId)))) }
}

async function book(client: PoolClient, batch: Batch): Promise<void> {
  await saveVrijgave(client, batch, plainDate('2022-12-16'))
  const regels = (await listBatchRegels(client, batch.id)).flatMap(({ bedragCent, waarvan }) => (waarvan === null ? [] : makePost('betaal', bedragCent, waarvan)))
  await boekAlle(client, [{ soort: 'betaal', oorzaak: 'batch', oorzaakId: batch.id, actor: SYSTEEM, regels }])
}

/** Says in the ledger that it is paid, and brings the file afterwards. */
async function boektEerst(batchId: string): Promise<void> {
  const gelezen = await inPgTransaction(async (client) => {
    const klaar = await readBatch(client, batchId)
    if (klaar === undefined) return undefined
    await saveBestand(client, klaar.batch, klaar.inhoud)
    await book(client, klaar.batch)
    return klaar
  })
  if (gelezen === undefined) return
  await faultpoint('betaling.bestand-overgedragen')
  await sendToBank(gelezen.batch.msgId, gelezen.inhoud)
}

/** Makes another file, with a number of its own, whenever it is asked. */
async function nieuwKenmerk(batchId: string): Promise<void> {
  const gelezen = await inPgTransaction((client) => readBatch(client, batchId))
  if (gelezen === undefined) return
  const { batch, inhoud } = gelezen
  const msgId = `${batch.msgId}-${randomUUID().slice(0, 6).toUpperCase()}`
  await sendToBank(msgId, Buffer.from(inhoud.toString().replaceAll(batch.msgId, msgId)))
  await faultpoint('betaling.bestand-overgedragen')
  await inPgTransaction(async (client) => {
    await saveBestand(client, batch, inhoud)
    await book(client, batch)
  })
}

process.on('message', ({ id, handeling }: { id: number; handeling: { args: [string] } }) => {
  const betaal = process.env['STORING_DUBBEL'] === 'boekt-eerst' ? boektEerst : nieuwKenmerk
  betaal(handeling.args[0]).then(
    () => process.send?.({ id, outcome: { ok: true } }),
    (fault: unknown) => process.send?.({ id, fault: fault instanceof Error ? fault.message : 'unknown' }))
})
process.once('SIGTERM', () => void closeDb().then(() => process.exit(0)))
