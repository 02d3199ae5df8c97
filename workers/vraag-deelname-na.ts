import type { JobPayloads } from '@/lib/platform/jobs'
import { vraagDeelnameNa } from '@/lib/verantwoording/use-cases/vraag-deelname-na'

/** Asks a burger how the scholing went, because nobody reported it. */
export const vraagDeelnameNaJob = ({ aanvraagId }: JobPayloads['vraag-deelname-na']): Promise<void> => vraagDeelnameNa(aanvraagId)
