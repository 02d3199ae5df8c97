import { pasMaatregelToe } from '@/lib/toezicht/use-cases/pas-maatregel-toe'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Puts the waiting aanvragen of a maatregel aside. */
export const pasMaatregelToeJob = ({ maatregelId }: JobPayloads['pas-maatregel-toe']): Promise<void> => pasMaatregelToe(maatregelId)
