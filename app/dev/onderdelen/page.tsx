import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { StatusBadge, Tag } from '@/components/ui/tag'
import { TaskList } from '@/components/ui/task-list'
import { Stack } from '@/components/ui/text'
import { Timeline } from '@/components/ui/timeline'
import { cent } from '@/lib/base/money'
import { ProefFormulier } from './form'

export const metadata: Metadata = { title: 'Onderdelen' }

const RIJEN = [
  { naam: 'Praktijkdiploma boekhouden', plaats: 'Utrecht', prijs: cent(99_500) },
  { naam: 'Arbeidsongeschiktheidsverzekeringsdeskundige', plaats: '’s-Hertogenbosch', prijs: cent(100_000) },
  { naam: 'Heftruckchauffeur', plaats: 'Online', prijs: cent(24_950) },
]

/** Every part of components/ui once, to look at. */
export default function Page() {
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/', label: 'Start' }, { href: '/dev', label: 'Ontwikkeling' }]} />
      <PageTitle kicker="Ontwikkeling" lead="Alle bouwstenen op één pagina, om ze te bekijken." actions={<ButtonLink href="/" variant="secondary">Terug</ButtonLink>}>Onderdelen</PageTitle>
      <ButtonGroup><Button>Aanvraag indienen</Button><Button variant="secondary" icon="edit">Wijzigen</Button><Button variant="subtle">Annuleren</Button><Button variant="danger" icon="trash">Intrekken</Button></ButtonGroup>
      <Alert title="Uw aanvraag staat klaar"><p>U kunt hem versturen vanaf dinsdag 1 november 2022 om 10.00 uur.</p></Alert>
      <Alert kind="ok" title="Opgeslagen" />
      <Alert kind="warning" title="Uw aanmeldbewijs verloopt"><p>Vraag de opleider om een nieuw bewijs.</p></Alert>
      <Alert kind="error" title="Dit is niet gelukt"><p>Probeer het opnieuw.</p></Alert>
      <p className="flex flex-wrap gap-2"><StatusBadge tone="goed">Verleend</StatusBadge><StatusBadge tone="info">In behandeling</StatusBadge><StatusBadge tone="let-op">Aangehouden</StatusBadge><StatusBadge tone="fout">Afgewezen</StatusBadge><StatusBadge tone="neutraal">Concept</StatusBadge><Tag tone="geld">€ 1.000</Tag></p>
      <Card emphasis><TaskList tasks={[
        { key: 'a', title: 'Opleiding kiezen', href: '/dev/onderdelen', status: { tone: 'goed', label: 'Klaar' } },
        { key: 'b', title: 'Aanmeldbewijs', href: '/dev/onderdelen', description: 'De opleider moet nog bevestigen', status: { tone: 'info', label: 'Wacht op opleider' } },
        { key: 'c', title: 'Versturen', status: { tone: 'neutraal', label: 'Kan nog niet' } },
      ]} /></Card>
      <SummaryList rows={[
        { key: 'o', term: 'Opleiding', value: 'Praktijkdiploma boekhouden', change: { href: '/dev/onderdelen', what: 'de opleiding' } },
        { key: 'p', term: 'Bedrag', value: <Bedrag cent={cent(99_500)} /> },
      ]} />
      <Table caption="Opleidingen" rows={RIJEN} rowKey={({ naam }) => naam} columns={[
        { key: 'naam', header: 'Opleiding', cell: ({ naam }) => naam, rowHeader: true },
        { key: 'plaats', header: 'Plaats', cell: ({ plaats }) => plaats },
        { key: 'prijs', header: 'Prijs', cell: ({ prijs }) => <Bedrag cent={prijs} />, numeric: true },
      ]} />
      <Pagination page={2} pageSize={20} total={1250} href={(page) => `/dev/onderdelen?pagina=${String(page)}`} />
      <ProgressBar money value={12_300_000} max={49_500_000} label="€ 12.300.000 over van € 49.500.000" />
      <Timeline moments={[
        { key: '1', title: 'UWV beslist', when: 'uiterlijk dinsdag 29 november 2022', next: true },
        { key: '2', title: 'U hebt uw aanvraag verstuurd', when: 'dinsdag 1 november 2022 om 10.02 uur', dateTime: '2022-11-01T10:02+01:00', children: <p>Uw volgnummer is 12.345.</p> },
        { key: '3', title: 'U hebt uw aanvraag klaargezet', when: 'zondag 30 oktober 2022 om 20.15 uur' },
      ]} />
      <Details summary="Wat gebeurt er met mijn gegevens?"><p>Die bewaren wij versleuteld.</p></Details>
      <EmptyState title="U hebt nog geen aanvragen" action={<ButtonLink href="/opleidingen">Zoek een opleiding</ButtonLink>}>Als u een aanmeldbewijs hebt, kunt u hier uw aanvraag klaarzetten.</EmptyState>
      <ProefFormulier />
    </Stack>
  )
}
