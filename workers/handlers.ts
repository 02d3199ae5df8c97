import { maakBriefPdfJob } from '@/workers/maak-brief-pdf'
import type { Handlers } from '@/lib/platform/relay'
import { verstuurMail } from '@/workers/verstuur-mail'

/** Every job with the file that does it: a job without a handler does not compile. */
export const handlers: Handlers = {
  'verstuur-mail': verstuurMail,
  'maak-brief-pdf': maakBriefPdfJob,
}
