import type { JobPayloads } from '@/lib/platform/jobs'
import { herinnerOpleider } from '@/lib/verantwoording/use-cases/herinner-opleider'

/** Reminds an opleider of what it still has to report. */
export const herinnerOpleiderJob = ({ berichtId }: JobPayloads['herinner-opleider']): Promise<void> => herinnerOpleider(berichtId)
