import type { Metadata } from 'next'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'

export const metadata: Metadata = { title: 'U bent uitgelogd' }

export default function UitgelogdPage() {
  return (
    <Stack>
      <PageTitle lead="Niemand kan op dit apparaat nog bij uw gegevens.">U bent uitgelogd</PageTitle>
      <Paragraph>Gebruikt u een computer van een ander, bijvoorbeeld in de bibliotheek? Sluit dan ook de browser.</Paragraph>
      <ButtonGroup>
        <ButtonLink href="/">Naar de startpagina</ButtonLink>
        <ButtonLink href="/inloggen" variant="secondary" icon="login">Opnieuw inloggen</ButtonLink>
      </ButtonGroup>
    </Stack>
  )
}
