import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { getBoekjaren } from '@/lib/financien/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Boekjaren' }

type Rij = Awaited<ReturnType<typeof getBoekjaren>>[number]

/** Every year of the ledger: whether it is closed, and its report. */
export default async function JarenPage() {
  const jaren = await getBoekjaren(await requireMedewerker('betaling.lezen'))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead="Na 1 januari sluit u het jaar ervoor. Wat is toegezegd of openstaat gaat mee naar het nieuwe jaar. Wat vrij is, valt terug.">Boekjaren</PageTitle>
      <Table caption="Boekjaren, nieuwste eerst" columns={columns} rows={jaren} rowKey={({ jaar }) => String(jaar)} />
    </Stack>
  )
}

const columns: readonly Column<Rij>[] = [
  { key: 'jaar', header: 'Boekjaar', rowHeader: true, cell: ({ jaar }) => <Link href={`/uwv/financien/jaren/${String(jaar)}`}>{jaar}</Link> },
  { key: 'status', header: 'Status', cell: ({ geslotenOp, voorgesteldOp }) => (geslotenOp !== null ? <StatusBadge tone="goed">Gesloten</StatusBadge> : voorgesteldOp !== null ? <StatusBadge tone="let-op">Afsluiting voorgesteld</StatusBadge> : <StatusBadge tone="info">Open</StatusBadge>) },
  { key: 'op', header: 'Gesloten op', cell: ({ geslotenOp }) => (geslotenOp === null ? '–' : formatDatumKort(amsterdamDate(geslotenOp))) },
  { key: 'boekingen', header: 'Boekingen', numeric: true, cell: ({ boekingen }) => boekingen.toLocaleString('nl-NL') },
]
