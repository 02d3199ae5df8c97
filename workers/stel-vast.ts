import type { JobPayloads } from '@/lib/platform/jobs'
import { stelVast } from '@/lib/verantwoording/use-cases/stel-vast'

/** Settles an aanvraag of which the opleider and the burger agree that the scholing was completed. */
export const stelVastJob = ({ aanvraagId }: JobPayloads['stel-vast']): Promise<void> => stelVast(aanvraagId)
