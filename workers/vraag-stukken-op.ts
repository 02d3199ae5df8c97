import type { JobPayloads } from '@/lib/platform/jobs'
import { vraagStukkenOp } from '@/lib/verantwoording/use-cases/lever-stukken-in'

/** Asks an opleider for the documents behind a report. */
export const vraagStukkenOpJob = ({ gevalId }: JobPayloads['vraag-stukken-op']): Promise<void> => vraagStukkenOp(gevalId)
