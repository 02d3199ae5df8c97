import { maakBriefPdf } from '@/lib/beschikking/use-cases/maak-brief-pdf'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Makes the PDF of a letter that was sent. */
export const maakBriefPdfJob = ({ briefId }: JobPayloads['maak-brief-pdf']): Promise<void> => maakBriefPdf(briefId)
