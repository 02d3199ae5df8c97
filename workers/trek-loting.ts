import { trekLoting } from '@/lib/loting/use-cases/trek-loting'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Draws a tijdvak of which the seed is complete. */
export const trekLotingJob = ({ tijdvakId }: JobPayloads['trek-loting']): Promise<unknown> => trekLoting(tijdvakId)
