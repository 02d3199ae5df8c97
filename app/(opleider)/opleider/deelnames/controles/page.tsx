import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import { CONTROLE_OORDEEL_LABEL } from '@/lib/verantwoording/texts'
import { listEigenControles } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Controles van deelnames' }

type Rij = Awaited<ReturnType<typeof listEigenControles>>[number]

/** Reports of which the Toetsingskamer wants to see the documents. */
export default async function ControlesPage() {
  const rijen = await listEigenControles(await requireOpleider('deelname.melden'))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }]} />
      <PageTitle lead="Elke maand controleert de Toetsingskamer een steekproef van de meldingen. Staat er een deelnemer van u bij? Dan stuurt u hier de stukken.">Controles</PageTitle>
      <Table caption="Controles" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="U hoeft geen stukken te sturen">Vraagt de Toetsingskamer om stukken? Dan krijgt u een bericht en staat het hier.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ id, deelnemer }) => <Link href={`/opleider/deelnames/controles/${id}`}>{deelnemer}</Link> },
  { key: 'stand', header: 'Stand', cell: ({ oordeel, ingeleverdOp, stukken }) => oordeel !== null
    ? <StatusBadge tone={oordeel === 'goed' ? 'goed' : 'fout'}>{CONTROLE_OORDEEL_LABEL[oordeel]}</StatusBadge>
    : ingeleverdOp !== null ? <StatusBadge tone="info">Ingeleverd</StatusBadge> : <StatusBadge tone="let-op">{stukken.length === 0 ? 'Stukken sturen' : 'Nog niet afgesloten'}</StatusBadge> },
  { key: 'uiterlijk', header: 'Uiterlijk', cell: ({ uiterlijkOp }) => <span className="whitespace-nowrap">{formatDatumKort(uiterlijkOp)}</span> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
]
