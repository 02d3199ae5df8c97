import type { JobPayloads } from '@/lib/platform/jobs'
import { werkBewerkingAf } from '@/lib/kwaliteit/use-cases/voer-bewerking-uit'

export async function voerBewerkingUitJob({ bewerkingId }: JobPayloads['voer-bewerking-uit']): Promise<void> {
  await werkBewerkingAf(bewerkingId)
}
