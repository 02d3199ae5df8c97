import type { JobPayloads } from '@/lib/platform/jobs'
import { sendMail } from '@/lib/platform/mail'

export async function verstuurMail({ mailId }: JobPayloads['verstuur-mail']): Promise<void> {
  await sendMail(mailId)
}
