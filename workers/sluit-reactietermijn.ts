import type { JobPayloads } from '@/lib/platform/jobs'
import { sluitReactietermijn } from '@/lib/verantwoording/use-cases/vraag-reactie'

/** Takes a report as not disputed, because nobody answered within the term. */
export const sluitReactietermijnJob = ({ aanvraagId }: JobPayloads['sluit-reactietermijn']): Promise<void> => sluitReactietermijn(aanvraagId)
