import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Commits the amount of a verlening to the opleider. */
export const maakVerplichtingJob = ({ aanvraagId }: JobPayloads['maak-verplichting']): Promise<void> => maakVerplichting(aanvraagId)
