import type { JobPayloads } from '@/lib/platform/jobs'
import { leesDeelnames } from '@/lib/verantwoording/use-cases/lees-deelnames'

/** Reads a file with deelnames, to be shown to the opleider. */
export const leesDeelnamesJob = ({ bestandId }: JobPayloads['verwerk-deelnames']): Promise<void> => leesDeelnames(bestandId)
