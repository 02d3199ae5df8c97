import { betaalVraagOpnieuw } from '@/lib/bank/use-cases/betaal-vraag-opnieuw'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Puts the payments that the bank refused ready to be made again, when a person decided so for all of them. */
export const betaalVraagOpnieuwJob = ({ vraagId }: JobPayloads['betaal-vraag-opnieuw']): Promise<void> => betaalVraagOpnieuw(vraagId)
