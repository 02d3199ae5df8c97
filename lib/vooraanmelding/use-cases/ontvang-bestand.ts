import type { OpleiderActor } from '@/lib/base/actor'
import { success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { enqueue } from '@/lib/platform/outbox'
import { insertBestand } from '@/lib/vooraanmelding/repo'
import { readFormaat } from '@/lib/vooraanmelding/rules/rijenbestand'
import type { BestandReden } from '@/lib/vooraanmelding/texts'

/** Receives a file with aanmeldbewijzen: it is kept, and a worker reads it. */
export async function ontvangBestand(opleider: OpleiderActor, { naam, inhoud }: { naam: string; inhoud: Buffer }): Promise<Outcome<BestandReden, { bestandId: string }>> {
  const gelezen = readFormaat({ naam, inhoud })
  if (!gelezen.ok) return gelezen
  const formaat = gelezen.value
  return inTransaction(async (tx) => {
    const bestandsnaam = naam.slice(0, 200)
    const documentId = await saveDocument(tx, { soort: 'aanmeldbewijzen', naam: bestandsnaam, mediatype: formaat === 'csv' ? 'text/csv' : 'application/xml', inhoud })
    const bestandId = await insertBestand(tx, { opleiderId: opleider.opleiderId, doorId: opleider.id, formaat, bestandsnaam, documentId })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-bestand', onderwerpId: bestandId, soort: 'ontvang-bestand', naar: 'ontvangen', actor: opleider })
    await enqueue(tx, 'verwerk-aanmeldbewijzen', { bestandId })
    return success({ bestandId })
  })
}
