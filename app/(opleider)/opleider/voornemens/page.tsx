import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireOpleider } from '@/lib/platform/session'
import { listEigenVoornemens, PAGINA } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Voornemens' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Rij = Awaited<ReturnType<typeof listEigenVoornemens>>['rijen'][number]

/** What UWV means to decide about money of this opleider, what waits for a reaction first. */
export default async function VoornemensPage({ searchParams }: Props) {
  const opleider = await requireOpleider('voornemen.reageren')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listEigenVoornemens(opleider, pagina)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider', label: 'Overzicht' }]} />
      <PageTitle lead="Wil UWV geld van u terugvragen, of minder betalen voor een deelnemer? Dan leest u hier waarom. U kunt reageren voordat UWV beslist.">Voornemens</PageTitle>
      <Table caption="Voornemens over uw deelnemers" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er zijn geen voornemens">Wil UWV iets besluiten over geld dat u kreeg of krijgt? Dan krijgt u een bericht en staat het hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/opleider/voornemens?pagina=${String(page)}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ kenmerk, deelnemer }) => (
    <><Link href={`/opleider/voornemens/${kenmerk}`}>{deelnemer}</Link><span className="block whitespace-nowrap text-s font-normal text-ink-soft">{kenmerk}</span></>
  ) },
  { key: 'stand', header: 'Stand', cell: (rij) => <Stand rij={rij} /> },
  { key: 'tot', header: 'Reageren tot en met', cell: ({ reagerenTot, status }) => (status === 'open' ? <span className="whitespace-nowrap">{formatDatumKort(reagerenTot)}</span> : 'Niet meer nodig') },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
]

function Stand({ rij: { status, isGereageerd } }: { rij: Rij }) {
  if (status === 'besloten') return <StatusBadge tone="info">Besloten</StatusBadge>
  if (status === 'vervallen') return <StatusBadge tone="goed">Gaat niet door</StatusBadge>
  return isGereageerd ? <StatusBadge tone="info">U hebt gereageerd</StatusBadge> : <StatusBadge tone="let-op">Wacht op uw reactie</StatusBadge>
}
