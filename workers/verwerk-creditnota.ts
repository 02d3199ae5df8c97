import { verwerkCreditnota } from '@/lib/betaling/use-cases/verwerk-creditnota'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Carries a credit note through that waited for the answer of the bank. */
export const verwerkCreditnotaJob = ({ factuurId }: JobPayloads['verwerk-creditnota']): Promise<void> => verwerkCreditnota(factuurId)
