import type { Metadata } from 'next'
import { JaarplafondFormulier } from '@/app/(beleid)/beleid/jaarplafonds/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { getJaarplafonds, type Jaarplafond, type Jaarplafondwijziging } from '@/lib/tijdvak/views'

export const metadata: Metadata = { title: 'Jaarplafonds' }

/** What may be given in a year altogether, how much of it is divided over tijdvakken, and by which besluiten. */
export default async function JaarplafondsPage() {
  const medewerker = await requireMedewerker('jaarplafond.lezen')
  const { jaren, wijzigingen } = await getJaarplafonds()
  const magWijzigen = isAllowed(medewerker, 'jaarplafond.wijzigen')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/beleid', label: 'Regeling' }]} />
      <PageTitle lead="De tijdvakken van een jaar krijgen samen nooit meer dan het jaarplafond. Gaat budget naar een ander jaar, dan gaat het plafond mee.">Jaarplafonds</PageTitle>
      {magWijzigen && <ButtonGroup><ButtonLink variant="secondary" icon="coin-euro" href="/beleid/overheveling">Budget overhevelen</ButtonLink></ButtonGroup>}
      <Table caption="Per jaar" columns={jaarColumns} rows={jaren} rowKey={({ jaar }) => String(jaar)} empty={<EmptyState title="Er is nog geen jaar">Een jaar staat hier zodra het een tijdvak of een plafond heeft.</EmptyState>} />
      <Table caption="Besluiten, nieuwste eerst" columns={wijzigingColumns} rows={wijzigingen} rowKey={({ id }) => String(id)} empty={<EmptyState title="Er is nog geen besluit">Zolang er geen besluit is, begrenst alleen het plafond van elk tijdvak wat er uitgaat.</EmptyState>} />
      {magWijzigen && <Heading>Jaarplafond vastleggen</Heading>}
      {magWijzigen && <JaarplafondFormulier />}
    </Stack>
  )
}

const jaarColumns: readonly Column<Jaarplafond>[] = [
  { key: 'jaar', header: 'Jaar', rowHeader: true, cell: ({ jaar }) => jaar },
  { key: 'besloten', header: 'Besloten', numeric: true, cell: ({ beslotenCent }) => (beslotenCent === null ? 'Geen besluit' : <Bedrag cent={cent(beslotenCent)} />) },
  { key: 'overgeheveld', header: 'Van of naar andere jaren', numeric: true, cell: ({ overgeheveldCent }) => <Bedrag cent={cent(overgeheveldCent)} /> },
  { key: 'plafond', header: 'Jaarplafond', numeric: true, cell: ({ plafondCent }) => (plafondCent === null ? '–' : <strong><Bedrag cent={plafondCent} /></strong>) },
  { key: 'verdeeld', header: 'Over tijdvakken verdeeld', numeric: true, cell: ({ verdeeldCent }) => <Bedrag cent={cent(verdeeldCent)} /> },
  { key: 'ruimte', header: 'Nog te verdelen', numeric: true, cell: ({ ruimteCent }) => (ruimteCent === null ? '–' : <Bedrag cent={ruimteCent} />) },
  { key: 'status', header: 'Boekjaar', cell: ({ isGesloten }) => <StatusBadge tone={isGesloten ? 'goed' : 'info'}>{isGesloten ? 'Gesloten' : 'Open'}</StatusBadge> },
]

const wijzigingColumns: readonly Column<Jaarplafondwijziging>[] = [
  { key: 'jaar', header: 'Jaar', rowHeader: true, cell: ({ jaar }) => jaar },
  { key: 'op', header: 'Vastgelegd', cell: ({ op }) => formatDatumKort(amsterdamDate(op)) },
  { key: 'besluit', header: 'Besluit', cell: ({ besluit }) => besluit },
  { key: 'reden', header: 'Reden', cell: ({ reden }) => reden },
  { key: 'door', header: 'Door', cell: ({ door }) => door ?? 'Systeem' },
  { key: 'bedrag', header: 'Verandering', numeric: true, cell: ({ bedragCent }) => <Bedrag cent={cent(bedragCent)} /> },
]
