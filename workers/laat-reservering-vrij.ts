import type { JobPayloads } from '@/lib/platform/jobs'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'

export const laatReserveringVrijJob = ({ aanvraagId }: JobPayloads['laat-reservering-vrij']): Promise<void> => laatReserveringVrij(aanvraagId)
