import type { JobPayloads } from '@/lib/platform/jobs'
import { verversZoekindex } from '@/lib/voorportaal/use-cases/ververs-zoekindex'

/** Brings what search knows up to date with the register. */
export const verversZoekindexJob = async (wat: JobPayloads['ververs-zoekindex']): Promise<void> => {
  await verversZoekindex(wat)
}
