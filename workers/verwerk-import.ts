import type { JobPayloads } from '@/lib/platform/jobs'
import { verwerkImport } from '@/lib/register/use-cases/verwerk-import'

export async function verwerkImportJob({ importId }: JobPayloads['verwerk-import']): Promise<void> {
  await verwerkImport(importId)
}
