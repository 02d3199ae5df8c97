import type { JobPayloads } from '@/lib/platform/jobs'
import { pasReserveringAan } from '@/lib/toewijzing/use-cases/pas-reservering-aan'

export const pasReserveringAanJob = ({ aanvraagId }: JobPayloads['pas-reservering-aan']): Promise<void> => pasReserveringAan(aanvraagId)
