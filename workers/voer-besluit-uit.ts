import type { JobPayloads } from '@/lib/platform/jobs'
import { voerBesluitUit } from '@/lib/verantwoording/use-cases/beslis-voornemen'

/** Carries out an intrekking or wijziging on the day from which it counts. */
export const voerBesluitUitJob = ({ besluitId }: JobPayloads['voer-besluit-uit']): Promise<void> => voerBesluitUit(besluitId)
