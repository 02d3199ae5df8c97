import { toetsVooraf } from '@/lib/beschikking/use-cases/toets-vooraf'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Checks an aanvraag before the draw of its tijdvak. */
export const toetsVoorafJob = ({ aanvraagId }: JobPayloads['toets-vooraf']): Promise<void> => toetsVooraf(aanvraagId)
