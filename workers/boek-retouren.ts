import { boekRetouren } from '@/lib/betaling/use-cases/boek-retouren'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Books what the bank sent back of an aanvraag of which something was claimed or withdrawn, with what follows. */
export const boekRetourenJob = ({ aanvraagId }: JobPayloads['boek-retouren']): Promise<void> => boekRetouren(aanvraagId)
