import type { Metadata } from 'next'
import { BeginFormulier } from '@/app/(uwv)/werkplein/form'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge, Tag } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { STATUS_TEKST } from '@/lib/aanvraag/texts'
import { amsterdamDate, formatTijd } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { listHulp, type HulpRegel } from '@/lib/hulp/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Werkplein' }

/** The desk: begin with somebody, or go on with whom you helped. */
export default async function WerkpleinPage() {
  const regels = await listHulp(await requireMedewerker('werkplein.helpen'))
  return (
    <Stack>
      <PageTitle lead="U doet de aanvraag samen met iemand die het niet zelf online kan. De regels en de kans zijn dezelfde als online.">Werkplein</PageTitle>
      <Card>
        <Heading level={2}>Iemand helpen</Heading>
        <BeginFormulier />
      </Card>
      <Table caption="Door u geholpen" columns={COLUMNS} rows={regels} rowKey={({ hulpId }) => hulpId}
        empty={<EmptyState title="U hebt nog niemand geholpen">Hier staan straks de mensen die u hielp, met hun plaats in de wachtkamer.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<HulpRegel>[] = [
  { key: 'naam', header: 'Persoon', rowHeader: true, cell: ({ hulpId, naam }) => <Link href={`/werkplein/${hulpId}`}>{naam ?? 'Nog geen aanvraag'}</Link> },
  { key: 'stand', header: 'Stand', cell: ({ status }) => (status === null ? <Tag>Begonnen</Tag> : <StatusBadge tone={STATUS_TEKST[status].toon}>{STATUS_TEKST[status].label}</StatusBadge>) },
  { key: 'plaats', header: 'Plaats', cell: (regel) => <Plaats {...regel} /> },
  { key: 'titel', header: 'Opleiding', cell: ({ titel }) => titel ?? '' },
  { key: 'begonnen', header: 'Begonnen', cell: ({ begonnenOp }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(begonnenOp))}, {formatTijd(begonnenOp)}</span> },
  { key: 'reden', header: 'Reden', cell: ({ reden }) => reden },
]

function Plaats({ hasPlaats, plaats, isAanDeBeurt, status }: HulpRegel) {
  if (isAanDeBeurt) return <StatusBadge tone="goed">Aan de beurt</StatusBadge>
  if (!hasPlaats) return status === 'gereed' ? <StatusBadge tone="let-op">Nog geen plaats</StatusBadge> : null
  return plaats === null ? 'Wacht op de loting' : `Plaats ${plaats.toLocaleString('nl-NL')}`
}
