import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort, formatMaand } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { STAND_LABEL } from '@/lib/toelating/texts'
import { getErkenner, listSteekproeven } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Steekproeven' }

type Rij = Awaited<ReturnType<typeof listSteekproeven>>[number]
const TONEN = { klaar: 'goed', loopt: 'info', 'te-laat': 'fout' } as const

export default async function SteekproevenPage() {
  const erkenner = await getErkenner(await requireMedewerker('toelating.beheren'))
  const rijen = erkenner === undefined ? [] : await listSteekproeven(erkenner.id)
  return (
    <Stack>
      <PageTitle lead="Elke maand kiest het lot opleidingen van uw opleiders. U bekijkt ze en zegt of ze in orde zijn.">Steekproeven</PageTitle>
      <Table caption="Steekproeven" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Er is nog geen steekproef getrokken">Dat gebeurt vanzelf, op de eerste dag van elke maand.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'maand', header: 'Maand', rowHeader: true, cell: ({ id, maand }) => <Link href={`/erkenner/steekproef/${id}`}>{formatMaand(maand)}</Link> },
  { key: 'aantal', header: 'Opleidingen', numeric: true, cell: ({ aantal, populatie }) => `${String(aantal)} van ${populatie.toLocaleString('nl-NL')}` },
  { key: 'open', header: 'Te bekijken', numeric: true, cell: ({ open }) => String(open) },
  { key: 'niet', header: 'Niet in orde', numeric: true, cell: ({ nietInOrde }) => String(nietInOrde) },
  { key: 'uiterlijk', header: 'Uiterlijk', cell: ({ uiterlijkOp }) => formatDatumKort(uiterlijkOp) },
  { key: 'stand', header: 'Stand', cell: ({ stand }) => <Tag tone={TONEN[stand]}>{STAND_LABEL[stand]}</Tag> },
]
