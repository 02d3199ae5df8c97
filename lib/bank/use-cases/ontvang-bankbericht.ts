import { createHash } from 'node:crypto'
import type { Medewerker, Systeem } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { findBerichtBySha, insertBericht } from '@/lib/bank/repo/berichten'
import type { BankReden } from '@/lib/bank/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { faultpoint } from '@/lib/platform/faultpoint'
import { enqueue } from '@/lib/platform/outbox'

export const MAX_BERICHT_BYTES = 100 * 1024 * 1024

/**
 * Keeps a message of the bank as it came, whatever is in it, and has it read by a job. The same bytes again are not taken in a
 * second time.
 */
export async function ontvangBankbericht(actor: Medewerker | Systeem, { naam, inhoud }: { naam: string; inhoud: Buffer }): Promise<Outcome<BankReden, { berichtId: string }>> {
  const outcome = await inTransaction(async (tx): Promise<Outcome<BankReden, { berichtId: string }>> => {
    if (inhoud.length === 0) return refused('leeg')
    if (inhoud.length > MAX_BERICHT_BYTES) return refused('te-groot')
    const sha256 = createHash('sha256').update(inhoud).digest('hex')
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bankbericht ' || ${sha256}, 0))`
    if (await findBerichtBySha(tx, sha256) !== undefined) return refused('al-ontvangen')
    const documentId = await saveDocument(tx, { soort: 'bankbericht', naam: naam.slice(0, 200), mediatype: 'application/xml', inhoud })
    const berichtId = await insertBericht(tx, { naam: naam.slice(0, 200), documentId, sha256, ontvangenDoor: actor.id })
    await saveGebeurtenis(tx, { onderwerp: 'bankbericht', onderwerpId: berichtId, soort: 'ontvang-bankbericht', naar: 'ontvangen', actor, ...(actor.soort === 'medewerker' ? { rol: 'financieel' as const } : {}) })
    await enqueue(tx, 'verwerk-bankbericht', { berichtId })
    await faultpoint('bank.ontvangen-voor-commit')
    return success({ berichtId })
  })
  await faultpoint('bank.ontvangen-na-commit')
  return outcome
}
