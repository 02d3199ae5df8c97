import { rolMaatregelTerug } from '@/lib/toezicht/use-cases/rol-maatregel-terug'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Restores what a maatregel touched, after it ended. */
export const rolMaatregelTerugJob = ({ maatregelId }: JobPayloads['rol-maatregel-terug']): Promise<void> => rolMaatregelTerug(maatregelId)
