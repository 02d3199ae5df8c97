import { createHash } from 'node:crypto'
import type { Medewerker, Systeem } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { findBerichtBySha, insertBericht, insertGeweigerd } from '@/lib/bank/repo/berichten'
import { BERICHT_REDEN, type BankReden } from '@/lib/bank/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { faultpoint } from '@/lib/platform/faultpoint'
import { enqueue } from '@/lib/platform/outbox'

export const MAX_BERICHT_BYTES = 100 * 1024 * 1024

/** A file of the bank. Of one that is larger than we keep there is no content, only what it is known by. */
export type Bankbestand = { readonly naam: string; readonly inhoud: Buffer } | { readonly naam: string; readonly inhoud: null; readonly sha256: string }

type Ontvangen = Outcome<BankReden, { berichtId: string }>

/**
 * Keeps a message of the bank as it came, whatever is in it, and has it read by a job. The same bytes again are not taken in a
 * second time. What cannot be kept leaves a row that says so: a statement that nobody sees is one that all others wait for.
 */
export async function ontvangBankbericht(actor: Medewerker | Systeem, bestand: Bankbestand): Promise<Ontvangen> {
  const naam = bestand.naam.slice(0, 200)
  const outcome = await inTransaction(async (tx): Promise<Ontvangen> => {
    const sha256 = bestand.inhoud === null ? bestand.sha256 : createHash('sha256').update(bestand.inhoud).digest('hex')
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bankbericht ' || ${sha256}, 0))`
    if (bestand.inhoud === null || bestand.inhoud.length > MAX_BERICHT_BYTES) return await weiger(tx, actor, { naam, sha256, reden: 'te-groot' })
    if (bestand.inhoud.length === 0) return await weiger(tx, actor, { naam, sha256, reden: 'leeg' })
    if (await findBerichtBySha(tx, sha256) !== undefined) return refused('al-ontvangen')
    const documentId = await saveDocument(tx, { soort: 'bankbericht', naam, mediatype: 'application/xml', inhoud: bestand.inhoud })
    const berichtId = await insertBericht(tx, { naam, documentId, sha256, ontvangenDoor: actor.id })
    await log(tx, actor, berichtId, 'ontvangen')
    await enqueue(tx, 'verwerk-bankbericht', { berichtId })
    await faultpoint('bank.ontvangen-voor-commit')
    return success({ berichtId })
  })
  await faultpoint('bank.ontvangen-na-commit')
  return outcome
}

/** Several processes look in the folder at once: the same file leaves one row. */
async function weiger(tx: Tx, actor: Medewerker | Systeem, { naam, sha256, reden }: { naam: string; sha256: string; reden: 'leeg' | 'te-groot' }): Promise<Ontvangen> {
  const id = await insertGeweigerd(tx, { naam, sha256, ontvangenDoor: actor.id, reden: BERICHT_REDEN[reden === 'leeg' ? 'leeg-bestand' : 'te-groot-bestand'] })
  if (id !== undefined) await log(tx, actor, id, 'geweigerd')
  return refused(reden)
}

async function log(tx: Tx, actor: Medewerker | Systeem, berichtId: string, naar: 'ontvangen' | 'geweigerd'): Promise<void> {
  await saveGebeurtenis(tx, { onderwerp: 'bankbericht', onderwerpId: berichtId, soort: 'ontvang-bankbericht', naar, actor, ...(actor.soort === 'medewerker' ? { rol: 'financieel' as const } : {}) })
}
