import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Makes the payment file of an approved batch and hands it to the bank. */
export const maakBetaalbestandJob = ({ batchId }: JobPayloads['maak-betaalbestand']): Promise<void> => maakBetaalbestand(batchId)
