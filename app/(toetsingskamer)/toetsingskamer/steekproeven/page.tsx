import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort, formatMaand } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { listDeelnamecontroles } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Controles van deelnames' }

type Rij = Awaited<ReturnType<typeof listDeelnamecontroles>>[number]

/** The monthly samples of reports, and how far they are. */
export default async function SteekproevenPage() {
  const rijen = await listDeelnamecontroles(await requireMedewerker('toezicht.lezen'))
  return (
    <Stack>
      <PageTitle lead="Elke maand loten wij meldingen waarvan wij de stukken bekijken. Een melding met signalen heeft meer loten.">Controles van deelnames</PageTitle>
      <Table caption="Steekproeven per maand" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Er is nog geen steekproef">Op de eerste dag van een maand wordt geloot uit de meldingen van de maand ervoor.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'maand', header: 'Gemeld in', rowHeader: true, cell: ({ id, maand }) => <Link href={`/toetsingskamer/steekproeven/${id}`}>{formatMaand(maand)}</Link> },
  { key: 'stand', header: 'Stand', cell: ({ open, ingeleverd }) => open === 0 ? <StatusBadge tone="goed">Klaar</StatusBadge> : <StatusBadge tone={ingeleverd > 0 ? 'let-op' : 'info'}>{ingeleverd > 0 ? `${String(ingeleverd)} te beoordelen` : 'Wacht op stukken'}</StatusBadge> },
  { key: 'aantal', header: 'Geloot', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'uit', header: 'Uit', numeric: true, cell: ({ populatie }) => populatie.toLocaleString('nl-NL') },
  { key: 'open', header: 'Open', numeric: true, cell: ({ open }) => open.toLocaleString('nl-NL') },
  { key: 'niet', header: 'Niet in orde', numeric: true, cell: ({ onvoldoende }) => onvoldoende.toLocaleString('nl-NL') },
  { key: 'uiterlijk', header: 'Stukken uiterlijk', cell: ({ uiterlijkOp }) => <span className="whitespace-nowrap">{formatDatumKort(uiterlijkOp)}</span> },
]
