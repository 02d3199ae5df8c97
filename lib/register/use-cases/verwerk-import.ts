import { prisma } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { findImportDocument, markImportBusy } from '@/lib/register/repo'
import { importeerBestand } from '@/lib/register/use-cases/importeer-bestand'

const STUK = 64 * 1024

/** Takes in a file that was received through the portal. Doing it twice changes nothing. */
export async function verwerkImport(importId: string): Promise<void> {
  const documentId = await findImportDocument(prisma, importId)
  const document = documentId === undefined ? undefined : await readDocument(documentId)
  if (document === undefined) throw new Error('the import has no file')
  await markImportBusy(prisma, importId)
  await importeerBestand(importId, inPieces(document.inhoud))
}

async function* inPieces(inhoud: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < inhoud.length; at += STUK) yield inhoud.subarray(at, at + STUK)
}
