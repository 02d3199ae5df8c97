import type { JobPayloads } from '@/lib/platform/jobs'
import { vraagReactie } from '@/lib/verantwoording/use-cases/vraag-reactie'

/** Asks a burger whether the report of the opleider is right. */
export const vraagReactieJob = ({ aanvraagId }: JobPayloads['vraag-reactie']): Promise<void> => vraagReactie(aanvraagId)
