import type { Metadata } from 'next'
import { z } from 'zod'
import { voerBewerkingUitAction } from '@/app/(opleider)/opleider/opleidingen/bewerken/[id]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { beschrijfOpdracht, OVERSLAAN_TEKST, overslaanTekst } from '@/lib/kwaliteit/texts'
import { getBewerking, type BewerkingDetail, type Voorbeeld } from '@/lib/kwaliteit/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Veel tegelijk wijzigen' }

type Props = { params: Promise<{ id: string }> }

/** One change to many opleidingen: first what it does, then how far it is, then what it did. */
export default async function BewerkingPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const bewerking = id.success ? await getBewerking(opleider, id.data) : undefined
  if (bewerking === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={opleidingen(bewerking.totaal)}>{beschrijfOpdracht(bewerking.opdracht)}</PageTitle>
      {bewerking.status === 'voorbeeld' && <Voorbeelden bewerking={bewerking} />}
      {bewerking.status === 'wacht' && (
        <>
          <Alert title="Wij voeren de wijziging door" live>U kunt deze pagina sluiten. De wijziging gaat gewoon door.</Alert>
          <ProgressBar value={bewerking.gedaan} max={bewerking.totaal} label={`${bewerking.gedaan.toLocaleString('nl-NL')} van ${opleidingen(bewerking.totaal)}`} />
          <ButtonGroup><ButtonLink variant="secondary" href={`/opleider/opleidingen/bewerken/${bewerking.id}`} icon="refresh">Opnieuw kijken</ButtonLink></ButtonGroup>
        </>
      )}
      {bewerking.status === 'klaar' && <Resultaat bewerking={bewerking} />}
    </Stack>
  )
}

const opleidingen = (aantal: number): string => (aantal === 1 ? '1 opleiding' : `${aantal.toLocaleString('nl-NL')} opleidingen`)

function Voorbeelden({ bewerking: { id, totaal, voorbeelden } }: { bewerking: BewerkingDetail }) {
  return (
    <>
      <Alert>Er is nog niets gewijzigd. Hieronder ziet u wat er verandert{totaal > voorbeelden.length ? ` bij de eerste ${String(voorbeelden.length)}` : ''}.</Alert>
      <Table caption="Wat er verandert" captionHidden columns={columns} rows={voorbeelden} rowKey={(rij) => rij.id} />
      <ActionForm action={voerBewerkingUitAction}>
        <input type="hidden" name="bewerkingId" value={id} />
        <ButtonGroup><Button>Doorvoeren bij {opleidingen(totaal)}</Button><ButtonLink variant="secondary" href="/opleider/opleidingen">Niet doen</ButtonLink></ButtonGroup>
      </ActionForm>
    </>
  )
}

const columns: readonly Column<Voorbeeld>[] = [
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ id, titel }) => <Link href={`/opleider/opleidingen/${id}`}>{titel === '' ? '(zonder titel)' : titel}</Link> },
  { key: 'voor', header: 'Prijs nu', numeric: true, cell: ({ voor }) => (voor === null ? 'Ontbreekt' : <Bedrag cent={voor} />) },
  { key: 'na', header: 'Prijs straks', numeric: true, cell: ({ na }) => (na === null ? 'Ontbreekt' : <Bedrag cent={na} />) },
  { key: 'wat', header: 'Wat gebeurt er?', cell: ({ isAnders, overslaan }) => (overslaan !== null ? `Blijft zo. ${OVERSLAAN_TEKST[overslaan]}` : isAnders ? 'Wordt gewijzigd' : 'De gegevens van de opleiding blijven gelijk') },
]

function Resultaat({ bewerking: { totaal, gewijzigd, ongewijzigd, overgeslagen } }: { bewerking: BewerkingDetail }) {
  return (
    <>
      <Alert kind="ok" title="De wijziging is doorgevoerd" live />
      <SummaryList rows={[
        { key: 'totaal', term: 'Gekozen', value: opleidingen(totaal) },
        { key: 'gewijzigd', term: 'Gewijzigd', value: opleidingen(gewijzigd) },
        { key: 'gelijk', term: 'Was al zo', value: opleidingen(ongewijzigd) },
        ...overgeslagen.map(({ reden, aantal, ids }) => ({
          key: reden, term: `Overgeslagen (${aantal.toLocaleString('nl-NL')})`,
          value: <>{overslaanTekst(reden)} {reden !== 'niet-gevonden' && ids.slice(0, 3).map((id, index) => <span key={id}>{index > 0 && ', '}<Link href={`/opleider/opleidingen/${id}`}>Bekijk nummer {index + 1}</Link></span>)}</>,
        })),
      ]} />
      <ButtonGroup><ButtonLink href="/opleider/opleidingen">Terug naar uw opleidingen</ButtonLink></ButtonGroup>
    </>
  )
}
