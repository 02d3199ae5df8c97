import { amsterdamDate, amsterdamInstant } from '@/lib/base/amsterdam'
import { isNacht } from '@/lib/opendata/rules/nacht'
import { leesDump } from '@/lib/opendata/use-cases/lees-dump'
import { maakDump } from '@/lib/opendata/use-cases/maak-dump'
import { now } from '@/lib/platform/clock'
import { forgetOldAnswers } from '@/lib/platform/idempotency'

/** Makes the open data anew every night, and at once when there is none yet. Forgets in passing what the API's need for a day only. */
export async function werkDumpBij(): Promise<void> {
  const [nu, dump] = await Promise.all([now(), leesDump()])
  if (dump === undefined) {
    await maakDump()
    return
  }
  const dag = amsterdamDate(nu)
  if (!isNacht({ nu, van: amsterdamInstant(dag, '03:00'), tot: amsterdamInstant(dag, '06:00'), laatste: new Date(dump.gemaaktOp) })) return
  await maakDump()
  await forgetOldAnswers()
}
