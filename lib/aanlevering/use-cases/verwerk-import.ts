import { prisma } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { findImportDocument } from '@/lib/aanlevering/repo'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'

/** Takes in a file that was received through the portal. Doing it twice changes nothing. */
export async function verwerkImport(importId: string): Promise<void> {
  const documentId = await findImportDocument(prisma, importId)
  const document = documentId === undefined ? undefined : await readDocument(documentId)
  if (document === undefined) throw new Error('the import has no file')
  await neemIn(importId, { inhoud: document.inhoud })
}
