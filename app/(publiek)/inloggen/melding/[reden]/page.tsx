import type { Metadata } from 'next'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { MELDINGEN, isMelding } from '@/app/(publiek)/inloggen/meldingen'
import { toonNietGevonden } from '@/lib/platform/not-found'

export const metadata: Metadata = { title: 'Inloggen is niet gelukt' }

/** Why somebody was not logged in, and how to mend it. */
export default async function InlogmeldingPage({ params }: { params: Promise<{ reden: string }> }) {
  const { reden } = await params
  if (!isMelding(reden)) return toonNietGevonden()
  const { titel, uitleg, doen } = MELDINGEN[reden]
  return (
    <Stack>
      <PageTitle lead={uitleg}>{titel}</PageTitle>
      <Paragraph>{doen}</Paragraph>
      <ButtonGroup>
        <ButtonLink href="/inloggen" icon="login">Opnieuw inloggen</ButtonLink>
        <ButtonLink href="/" variant="secondary">Naar de startpagina</ButtonLink>
      </ButtonGroup>
    </Stack>
  )
}
