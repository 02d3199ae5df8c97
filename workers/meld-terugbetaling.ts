import type { JobPayloads } from '@/lib/platform/jobs'
import { meldTerugbetaling } from '@/lib/vordering/use-cases/meld-terugbetaling'

/** Tells who gets money back where it goes, or asks to which account. */
export const meldTerugbetalingJob = ({ terugbetalingId }: JobPayloads['meld-terugbetaling']): Promise<void> => meldTerugbetaling(terugbetalingId)
