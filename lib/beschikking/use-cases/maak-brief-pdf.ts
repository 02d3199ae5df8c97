import { toBrief } from '@/lib/beschikking/repo'
import { layoutBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { saveDocument } from '@/lib/platform/documents'
import { inTransaction } from '@/lib/platform/db'
import { renderPdf } from '@/lib/platform/pdf'

/** Makes the PDF/UA of a letter and keeps it beside the letter. Made already: does nothing, so the job may be delivered twice. */
export function maakBriefPdf(briefId: string): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select id from brief where id = ${briefId}::uuid for update`
    const row = await tx.brief.findUniqueOrThrow({ where: { id: briefId } })
    if (row.documentId !== null) return

    const brief = toBrief(row)
    const opmaak = layoutBrief(brief)
    const pdf = renderPdf({ ...opmaak, auteur: opmaak.afzender[0] ?? 'STAP-budget', datum: brief.datum })
    const documentId = await saveDocument(tx, { soort: 'brief', naam: `${row.kenmerk}.pdf`, mediatype: 'application/pdf', inhoud: pdf })
    await tx.brief.update({ where: { id: briefId }, data: { documentId } })
  })
}
