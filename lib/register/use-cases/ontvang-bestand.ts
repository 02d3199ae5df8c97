import { createHash } from 'node:crypto'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { enqueue } from '@/lib/platform/outbox'
import { insertImport, opleiderExists } from '@/lib/register/repo'
import { formaatOf, keurBestand, type BestandKeuring } from '@/lib/register/rules/bestand'

export type NieuwBestand = { naam: string; mediatype: string; inhoud: Buffer }

/**
 * Receives a register file: it is kept, and a worker takes it in. An opleider delivers for itself; DUO names the opleider,
 * or null for a file with the opleidingen of several.
 */
export async function ontvangBestand(
  actor: OpleiderActor | Medewerker, bestand: NieuwBestand, opleiderId: string | null,
): Promise<Outcome<BestandKeuring | 'onbekende-opleider', { importId: string }>> {
  const redenen = keurBestand({ naam: bestand.naam, mediatype: bestand.mediatype, grootte: bestand.inhoud.length })
  const formaat = formaatOf(bestand.naam)
  if (redenen.length > 0 || formaat === undefined) return refused(...redenen)
  const voorOpleider = actor.soort === 'opleider' ? actor.opleiderId : opleiderId

  return inTransaction(async (tx) => {
    if (voorOpleider !== null && !(await opleiderExists(tx, voorOpleider))) return refused('onbekende-opleider')
    const documentId = await saveDocument(tx, { soort: 'register-bestand', naam: bestand.naam.slice(0, 200), mediatype: 'application/json', inhoud: bestand.inhoud })
    const importId = await insertImport(tx, {
      opleiderId: voorOpleider,
      doorId: actor.id,
      formaat: `edudex-${formaat}`,
      bestandsnaam: bestand.naam.slice(0, 200),
      sha256: createHash('sha256').update(bestand.inhoud).digest('hex'),
      documentId,
    })
    await saveGebeurtenis(tx, { onderwerp: 'import', onderwerpId: importId, soort: 'ontvang-bestand', actor })
    await enqueue(tx, 'verwerk-import', { importId })
    return success({ importId })
  })
}
