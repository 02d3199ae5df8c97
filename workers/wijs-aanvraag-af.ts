import { wijsAanvraagAf } from '@/lib/beschikking/use-cases/wijs-aanvraag-af'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Refuses an aanvraag that got no budget. */
export const wijsAanvraagAfJob = ({ aanvraagId }: JobPayloads['wijs-aanvraag-af']): Promise<void> => wijsAanvraagAf(aanvraagId)
