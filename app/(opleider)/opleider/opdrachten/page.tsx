import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { VERPLICHTING_LABEL, VERPLICHTING_TOON } from '@/lib/betaling/texts'
import { PAGINA } from '@/lib/betaling/views'
import { listOpdrachten, type OpdrachtRij } from '@/lib/betaling/views/opleider'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opdrachten' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What UWV ordered from this opleider: one order for each participant with STAP-budget. */
export default async function OpdrachtenPage({ searchParams }: Props) {
  const opleider = await requireOpleider('factuur.indienen')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listOpdrachten(opleider, pagina)
  return (
    <Stack>
      <PageTitle lead="Voor elke deelnemer met STAP-budget krijgt u een opdracht van UWV. Stuur voor elke opdracht een factuur.">Opdrachten</PageTitle>
      <Table caption="Uw opdrachten" captionHidden columns={columns} rows={rijen} rowKey={({ ordernummer }) => ordernummer}
        empty={<EmptyState title="U hebt nog geen opdrachten">Krijgt een deelnemer STAP-budget? Dan staat de opdracht hier, en krijgt u een bericht.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/opleider/opdrachten?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<OpdrachtRij>[] = [
  { key: 'order', header: 'Opdracht', rowHeader: true, cell: ({ ordernummer }) => <Link className="whitespace-nowrap" href={`/opleider/opdrachten/${ordernummer}`}>{ordernummer}</Link> },
  { key: 'status', header: 'Status', cell: (rij) => <Stand rij={rij} /> },
  { key: 'deelnemer', header: 'Deelnemer', cell: ({ deelnemer }) => deelnemer },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'start', header: 'Start', cell: ({ startdatum }) => <span className="whitespace-nowrap">{formatDatumKort(startdatum)}</span> },
  { key: 'bedrag', header: 'Bedrag met btw', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]

function Stand({ rij: { status, isTeVroeg, vanaf } }: { rij: OpdrachtRij }) {
  if ((status === 'open' || status === 'deels-gefactureerd') && isTeVroeg) return <StatusBadge tone="neutraal">Factuur kan vanaf {formatDatumKort(vanaf)}</StatusBadge>
  return <StatusBadge tone={VERPLICHTING_TOON[status]}>{VERPLICHTING_LABEL[status]}</StatusBadge>
}
