import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Ends the order of an aanvraag that was withdrawn. */
export const laatVerplichtingVervallenJob = ({ aanvraagId }: JobPayloads['laat-verplichting-vervallen']): Promise<void> => laatVerplichtingVervallen(aanvraagId)
