import { stelLijstVast } from '@/lib/loting/use-cases/stel-lijst-vast'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Fixes the list of participants of a draw. */
export const stelLijstVastJob = (payload: JobPayloads['stel-lijst-vast']): Promise<unknown> => stelLijstVast(payload)
