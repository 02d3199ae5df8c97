import type { JobPayloads } from '@/lib/platform/jobs'
import { verwerkImport } from '@/lib/aanlevering/use-cases/verwerk-import'

export async function verwerkImportJob({ importId }: JobPayloads['verwerk-import']): Promise<void> {
  await verwerkImport(importId)
}
