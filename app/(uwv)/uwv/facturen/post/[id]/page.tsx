import type { Metadata } from 'next'
import { HandelPostAfFormulier } from '@/app/(uwv)/uwv/facturen/post/[id]/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { POSTBUS_REDEN } from '@/lib/betaling/texts'
import { getPost } from '@/lib/betaling/views/uwv'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Gemailde factuur' }

/** A mailed invoice of which we do not know whose it is, with what can be done about it. */
export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const post = await getPost(medewerker, (await params).id)
  if (post === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/facturen', label: 'Ontvangen facturen' }, { href: '/uwv/facturen/werklijst', label: 'Uit te zoeken' }]} />
      <PageTitle kicker="Gemailde factuur" lead={POSTBUS_REDEN[post.reden]}><span className="break-all">{post.naam}</span></PageTitle>
      <SummaryList rows={[
        { key: 'afzender', term: 'Afzender', value: <span className="break-all">{post.afzender ?? 'Onbekend'}</span> },
        { key: 'kvk', term: 'KvK-nummer in de factuur', value: post.kvk ?? 'Geen' },
        { key: 'opleider', term: 'Opleider met dat nummer', value: post.opleider ?? 'Niet in het register' },
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(post.ontvangenOp) },
      ]} />
      <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/uwv/facturen/post/${post.id}/bestand`}>Bericht downloaden</ButtonLink></ButtonGroup>
      {isAllowed(medewerker, 'factuur.beantwoorden') && <HandelPostAfFormulier berichtId={post.id} opleider={post.opleider} />}
    </Stack>
  )
}
