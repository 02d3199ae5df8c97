import type { JobPayloads } from '@/lib/platform/jobs'
import { herinnerReactie } from '@/lib/verantwoording/use-cases/vraag-reactie'

/** Reminds a burger that the term to answer ends. */
export const herinnerReactieJob = ({ aanvraagId }: JobPayloads['herinner-reactie']): Promise<void> => herinnerReactie(aanvraagId)
