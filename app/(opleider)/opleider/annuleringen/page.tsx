import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { listAnnuleringen, type AnnuleringRegel } from '@/lib/annulering/views'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Annuleringen' }

const SIZE = 50

/** Who stopped, and what this opleider charged for it. */
export default async function AnnuleringenPage({ searchParams }: { searchParams: Promise<{ pagina?: string }> }) {
  const opleider = await requireOpleider('annulering.melden')
  const { pagina } = await searchParams
  const page = Math.max(1, Math.trunc(Number(pagina ?? '1')) || 1)
  const { regels, totaal } = await listAnnuleringen(opleider, { page, size: SIZE })
  return (
    <Stack>
      <PageTitle lead="Deelnemers die stopten na een toekenning. Rekende u annuleringskosten? Meld die hier.">Annuleringen</PageTitle>
      <Table
        caption="Deelnemers die stopten"
        columns={COLUMNS}
        rows={regels}
        rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er is niemand gestopt">Stopt een deelnemer, dan krijgt u bericht en staat de deelnemer hier. Wilt u zelf een scholing afzeggen? Dat doet u bij de startdatum of bij de <Link href="/opleider/opdrachten">opdracht</Link>.</EmptyState>}
      />
      <Pagination page={page} pageSize={SIZE} total={totaal} href={(nummer) => `/opleider/annuleringen?pagina=${String(nummer)}`} label="Pagina’s met annuleringen" />
    </Stack>
  )
}

const COLUMNS = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ kenmerk, deelnemer, opleiding }: AnnuleringRegel) => (
    <><Link href={`/opleider/annuleringen/${kenmerk}`}>{deelnemer}</Link><span className="block text-s font-normal text-ink-soft">{opleiding}</span></>
  ) },
  { key: 'start', header: 'Start', cell: ({ startdatum }: AnnuleringRegel) => formatDatumKort(startdatum) },
  { key: 'door', header: 'Gestopt', cell: ({ oorzaak }: AnnuleringRegel) => <StatusBadge tone={oorzaak === 'opleider' ? 'let-op' : 'neutraal'}>{oorzaak === 'opleider' ? 'U zegde af' : 'Deelnemer stopte'}</StatusBadge> },
  { key: 'kosten', header: 'Annuleringskosten', numeric: true, cell: ({ kosten }: AnnuleringRegel) => (kosten === null ? 'Niet gemeld' : <Bedrag cent={kosten} />) },
] as const
