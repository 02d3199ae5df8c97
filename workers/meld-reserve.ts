import { meldReserve } from '@/lib/beschikking/use-cases/meld-reserve'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Tells a burger of the place on the reserve list. */
export const meldReserveJob = ({ aanvraagId }: JobPayloads['meld-reserve']): Promise<void> => meldReserve(aanvraagId)
