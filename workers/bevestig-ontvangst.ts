import { bevestigOntvangst } from '@/lib/beschikking/use-cases/bevestig-ontvangst'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Confirms the receipt of an aanvraag (Awb 4:3a). */
export const bevestigOntvangstJob = ({ aanvraagId }: JobPayloads['bevestig-ontvangst']): Promise<void> => bevestigOntvangst(aanvraagId)
