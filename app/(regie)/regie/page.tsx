import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { TOESTAND_LABELS, TOESTAND_TONES } from '@/lib/tijdvak/texts'
import { listTijdvakOverzicht, type TijdvakOverzicht } from '@/lib/tijdvak/views'

export const metadata: Metadata = { title: 'Regiekamer' }

/** Which tijdvak to look at: what runs or comes next stands on top. */
export default async function RegiePage() {
  await requireMedewerker('regie.lezen')
  const tijdvakken = await listTijdvakOverzicht()
  const rijen = [...tijdvakken.filter(({ toestand }) => toestand !== 'gesloten'), ...tijdvakken.filter(({ toestand }) => toestand === 'gesloten').toReversed()]
  return (
    <Stack>
      <PageTitle lead="Kies een tijdvak om te zien hoe de opening verloopt, en om haar te sturen.">Regiekamer</PageTitle>
      <Table caption="Tijdvakken" columns={COLUMNS} rows={rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="Er zijn nog geen tijdvakken">Ze staan hier zodra ze zijn vastgelegd.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<TijdvakOverzicht>[] = [
  { key: 'code', header: 'Tijdvak', rowHeader: true, cell: ({ code }) => <Link href={`/regie/${code}`} className="whitespace-nowrap">{code}</Link> },
  { key: 'toestand', header: 'Stand', cell: ({ toestand }) => <StatusBadge tone={TOESTAND_TONES[toestand]}>{TOESTAND_LABELS[toestand]}</StatusBadge> },
  { key: 'opent', header: 'Opent', cell: ({ opentOp }) => formatTijdstip(opentOp) },
  { key: 'laatste', header: 'Laatste dag', cell: ({ laatsteDag }) => <span className="whitespace-nowrap">{formatDatumKort(laatsteDag)}</span> },
  { key: 'plafond', header: 'Plafond', numeric: true, cell: ({ plafondCent }) => <Bedrag cent={plafondCent} /> },
  { key: 'over', header: 'Over', numeric: true, cell: ({ overCent }) => <Bedrag cent={overCent} /> },
]
