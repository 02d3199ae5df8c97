import type { Metadata } from 'next'
import { FactuurFouten } from '@/components/dossier/factuur-fouten'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { FACTUUR_LABEL, FACTUUR_TOON } from '@/lib/betaling/texts'
import { getFactuur, type FactuurRij } from '@/lib/betaling/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Factuur' }

type Props = { params: Promise<{ id: string }> }

/** What became of one invoice; where the opleider lands after sending it. */
export default async function FactuurPage({ params }: Props) {
  const opleider = await requireOpleider('factuur.indienen')
  const factuur = await getFactuur(opleider, (await params).id)
  if (factuur === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/facturen', label: 'Facturen' }]} />
      <PageTitle kicker="Factuur">{factuur.factuurnummer}</PageTitle>
      <Uitslag factuur={factuur} />
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={FACTUUR_TOON[factuur.status]}>{FACTUUR_LABEL[factuur.status]}</StatusBadge> },
        { key: 'order', term: 'Opdracht', value: factuur.ordernummer ?? 'Niet gevonden in de factuur' },
        { key: 'bedrag', term: 'Te betalen bedrag', value: factuur.bedrag === null ? 'Niet gevonden in de factuur' : <Bedrag cent={factuur.bedrag} /> },
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(factuur.ontvangenOp) },
      ]} />
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="download" href={`/opleider/facturen/${factuur.id}/bestand`}>E-factuur downloaden</ButtonLink>
        {factuur.status === 'afgekeurd' && <ButtonLink icon="upload" href="/opleider/facturen/nieuw">Verbeterde factuur sturen</ButtonLink>}
      </ButtonGroup>
    </Stack>
  )
}

function Uitslag({ factuur: { status, fouten } }: { factuur: FactuurRij }) {
  if (status === 'betaald') return <Alert kind="ok" title="Betaald">Wij hebben het bedrag aan de bank doorgegeven. Het staat binnen enkele werkdagen op uw rekening.</Alert>
  if (status !== 'afgekeurd') return <Alert kind="ok" title="De factuur is goedgekeurd">U hoeft niets meer te doen. Wij betalen na controle door twee medewerkers, uiterlijk binnen zes weken.</Alert>
  return (
    <section className="stap-stapel" aria-labelledby="fouten">
      <Alert kind="error" title="De factuur is afgekeurd">Wij betalen deze factuur niet. Verander wat hieronder staat en stuur hem opnieuw.</Alert>
      <Heading level={2} id="fouten">{fouten.length === 1 ? 'Wat u moet veranderen' : `Wat u moet veranderen (${String(fouten.length)})`}</Heading>
      <FactuurFouten fouten={fouten} />
    </section>
  )
}
