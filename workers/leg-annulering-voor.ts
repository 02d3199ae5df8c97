import { legAnnuleringVoor } from '@/lib/wijziging/use-cases/leg-annulering-voor'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Puts a start date that does not go ahead to everybody who wanted to follow it. */
export const legAnnuleringVoorJob = ({ activiteitId }: JobPayloads['leg-annulering-voor']): Promise<void> => legAnnuleringVoor(activiteitId)
