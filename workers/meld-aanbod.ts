import { meldAanbod } from '@/lib/beschikking/use-cases/meld-aanbod'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Tells a burger of the offer from the reserve list. */
export const meldAanbodJob = ({ aanvraagId }: JobPayloads['meld-aanbod']): Promise<void> => meldAanbod(aanvraagId)
