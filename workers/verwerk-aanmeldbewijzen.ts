import type { JobPayloads } from '@/lib/platform/jobs'
import { verwerkAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/verwerk-bestand'

export async function verwerkAanmeldbewijzenJob({ bestandId }: JobPayloads['verwerk-aanmeldbewijzen']): Promise<void> {
  await verwerkAanmeldbewijzen(bestandId)
}
