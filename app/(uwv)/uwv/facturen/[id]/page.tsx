import type { Metadata } from 'next'
import { FactuurFouten } from '@/components/dossier/factuur-fouten'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { FACTUUR_LABEL, FACTUUR_TOON } from '@/lib/betaling/texts'
import { getFactuur } from '@/lib/betaling/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Factuur' }

type Props = { params: Promise<{ id: string }> }

/** One invoice as the financial department sees it, with the sentences the opleider got. */
export default async function OntvangenFactuurPage({ params }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const factuur = await getFactuur(medewerker, (await params).id)
  if (factuur === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/facturen', label: 'Ontvangen facturen' }]} />
      <PageTitle kicker={factuur.opleider}>{factuur.factuurnummer}</PageTitle>
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={FACTUUR_TOON[factuur.status]}>{FACTUUR_LABEL[factuur.status]}</StatusBadge> },
        { key: 'order', term: 'Opdracht', value: factuur.ordernummer ?? 'Onbekend' },
        { key: 'bedrag', term: 'Te betalen', value: factuur.bedrag === null ? 'Onbekend' : <Bedrag cent={factuur.bedrag} /> },
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(factuur.ontvangenOp) },
      ]} />
      {factuur.fouten.length > 0 && (
        <section className="stap-stapel" aria-labelledby="fouten">
          <Heading level={2} id="fouten">Waarom deze factuur is afgekeurd</Heading>
          <FactuurFouten fouten={factuur.fouten} />
        </section>
      )}
      <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/uwv/facturen/${factuur.id}/bestand`}>E-factuur downloaden</ButtonLink></ButtonGroup>
    </Stack>
  )
}
