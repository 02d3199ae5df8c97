import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { getHulp } from '@/lib/hulp/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Ontvangstbewijs' }

/** The proof of receipt to print and hand over (Awb 4:3a). */
export default async function WerkpleinOntvangstPage({ params }: { params: Promise<{ hulpId: string }> }) {
  const { hulpId } = await params
  const hulp = await getHulp(await requireMedewerker('werkplein.helpen'), hulpId)
  if (hulp === undefined || hulp.ontvangst === null) toonNietGevonden()
  const { kenmerk, volgnummer, ontvangenOp, titel, opleider, bedragCent, beslisUiterlijkOp, isFormeel } = hulp.ontvangst
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/werkplein', label: 'Werkplein' }, { href: `/werkplein/${hulpId}`, label: hulp.naam ?? 'Aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead="Geef dit mee aan de aanvrager. Printen kan met Ctrl+P.">Wij hebben de aanvraag ontvangen</PageTitle>
      <SummaryList rows={[
        { key: 'naam', term: 'Naam', value: hulp.naam ?? '' },
        { key: 'kenmerk', term: 'Kenmerk', value: <strong>{kenmerk}</strong> },
        { key: 'nummer', term: 'Volgnummer', value: volgnummer.toLocaleString('nl-NL') },
        { key: 'op', term: 'Ontvangen op', value: formatTijdstip(ontvangenOp) },
        { key: 'opleiding', term: 'Opleiding', value: `${titel}, ${opleider}` },
        { key: 'bedrag', term: 'Bedrag', value: formatBedrag(bedragCent) },
      ]} />
      <Paragraph>
        {isFormeel ? 'Er is gevraagd om het besluit dat er geen budget meer is.' : 'Ontvangen is nog niet toegekend.'} De aanvrager krijgt
        {beslisUiterlijkOp === null ? ' een brief met het besluit.' : ` uiterlijk op ${formatDatum(beslisUiterlijkOp)} een brief met het besluit.`}
      </Paragraph>
    </Stack>
  )
}
