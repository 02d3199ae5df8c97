import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import type { JobPayloads } from '@/lib/platform/jobs'

/** Reads a message of the bank and books what it says. */
export const verwerkBankberichtJob = ({ berichtId }: JobPayloads['verwerk-bankbericht']): Promise<void> => verwerkBankbericht(berichtId)
