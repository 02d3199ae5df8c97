import type { Metadata } from 'next'
import { BriefWeergave } from '@/components/dossier/brief'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Paragraph, Stack } from '@/components/ui/text'
import { leesBericht } from '@/lib/beschikking/use-cases/lees-bericht'
import { getBericht } from '@/lib/beschikking/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Bericht' }

/** One letter of the burger, with its PDF; opening it marks it as read. */
export default async function Bericht({ params }: { params: Promise<{ id: string }> }) {
  const burger = await requireBurger('brief.lezen')
  const { id } = await params
  const bericht = await getBericht(burger, id)
  if (bericht === undefined) toonNietGevonden()
  await leesBericht(burger, id)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: '/mijn/berichten', label: 'Berichten' }]} />
      <BriefWeergave brief={bericht.brief} />
      <ButtonGroup>
        {bericht.hasPdf && <ButtonLink href={`/mijn/berichten/${id}/pdf`} icon="download">Download als pdf</ButtonLink>}
        {bericht.aanvraagKenmerk !== null && <ButtonLink href={`/mijn/aanvragen/${bericht.aanvraagKenmerk}`} variant="secondary">Naar uw aanvraag</ButtonLink>}
      </ButtonGroup>
      {!bericht.hasPdf && <Paragraph>De pdf van deze brief wordt gemaakt. Open deze pagina over een minuut opnieuw.</Paragraph>}
    </Stack>
  )
}
