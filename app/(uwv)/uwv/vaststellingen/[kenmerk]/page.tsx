import type { Metadata } from 'next'
import { VaststelFormulier } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/form'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Stack } from '@/components/ui/text'
import { formatPeriode } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import { proposeGrond } from '@/lib/verantwoording/rules/vaststelling'
import { getVaststelling } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Vaststelling' }

type Props = { params: Promise<{ kenmerk: string }> }

/** One case: what both sides say, and the besluit. */
export default async function VaststellingPage({ params }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const zaak = await getVaststelling(medewerker, (await params).kenmerk)
  if (zaak?.deelname === null || zaak === undefined) toonNietGevonden()
  const { deelname } = zaak
  const isOpen = zaak.aanvraagStatus !== 'vastgesteld' && decideVervolg(deelname.uitkomst, deelname.reactie) === 'leg-voor'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/vaststellingen', label: 'Vaststellingen' }]} />
      <PageTitle kicker={`Vaststelling ${zaak.kenmerk}`} lead={`${zaak.opleiding}, bij ${zaak.opleider}.`}>{zaak.deelnemer}</PageTitle>
      {zaak.aanvraagStatus === 'betwist' && <Alert kind="warning" title="De deelnemer is het niet eens met de melding">{deelname.reactieToelichting}</Alert>}
      <SummaryList rows={[
        { key: 'verleend', term: 'Verleend', value: formatBedrag(zaak.verleend) },
        { key: 'periode', term: 'Opleiding', value: formatPeriode(zaak.startdatum, zaak.einddatum) },
      ]} />
      <Heading level={2}>Wat opleider en deelnemer zeggen</Heading>
      <DeelnameMelding melding={deelname} bewijsHref={`/uwv/vaststellingen/${zaak.kenmerk}/bewijs`} />
      {isOpen && isAllowed(medewerker, 'uwv.besluiten') && (
        <section className="stap-stapel" aria-labelledby="besluit">
          <Heading level={2} id="besluit">Besluit</Heading>
          <VaststelFormulier kenmerk={zaak.kenmerk} grond={deelname.reactie === 'betwist' ? undefined : proposeGrond(deelname.uitkomst, deelname.oorzaak)} verleend={formatBedrag(zaak.verleend)} />
        </section>
      )}
      {zaak.aanvraagStatus === 'vastgesteld' && <Alert kind="ok" title="Vastgesteld">Het besluit staat in de brief aan de deelnemer.</Alert>}
    </Stack>
  )
}
