import type { Metadata } from 'next'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'U blijft ingelogd' }

/** Opening this page is what lengthens the session: for somebody without JavaScript who is filling in a long form in another tab. */
export default async function VerlengenPage() {
  await requireActor('sessie.eigen')
  return (
    <Stack>
      <PageTitle lead="U hebt weer 15 minuten de tijd.">U blijft ingelogd</PageTitle>
      <Paragraph>Sluit dit tabblad en ga verder waar u was. Na 8 uur logt u altijd opnieuw in.</Paragraph>
    </Stack>
  )
}
