import { beoordeelAanvraag } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Runs the automatic checks on an aanvraag that got budget. */
export const beoordeelAanvraagJob = ({ aanvraagId }: JobPayloads['beoordeel-aanvraag']): Promise<void> => beoordeelAanvraag(aanvraagId)
