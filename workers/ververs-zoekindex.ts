import type { JobPayloads } from '@/lib/platform/jobs'
import { verversZoektekst } from '@/lib/register/use-cases/ververs-zoektekst'

export async function verversZoekindexJob(wat: JobPayloads['ververs-zoekindex']): Promise<void> {
  await verversZoektekst(wat)
}
