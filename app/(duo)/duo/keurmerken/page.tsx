import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import type { KeurmerkStatus } from '@/lib/toelating/model'
import { KEURMERK_LABEL } from '@/lib/toelating/texts'
import { listKeurmerken } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Keurmerken' }

const TONEN: Readonly<Record<KeurmerkStatus, Tone>> = { ingediend: 'let-op', toegelaten: 'goed', afgewezen: 'neutraal' }
type Rij = Awaited<ReturnType<typeof listKeurmerken>>[number]

/** The keurmerken that ask to admit opleiders (toetsingskader). */
export default async function KeurmerkenPage() {
  await requireMedewerker('keurmerk.lezen')
  const rijen = await listKeurmerken()
  return (
    <Stack>
      <PageTitle lead="Organisaties die opleiders willen toelaten tot het register. Zij moeten een klachten- en een geschillenprocedure hebben." actions={<ButtonLink href="/duo/keurmerken/nieuw" icon="plus">Aanvraag invoeren</ButtonLink>}>Keurmerken</PageTitle>
      <Table caption="Keurmerken" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Er zijn nog geen aanvragen">Voer hier de aanvraag van een keurmerk in. Een collega besluit.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'naam', header: 'Keurmerk', rowHeader: true, cell: ({ id, naam }) => <Link href={`/duo/keurmerken/${id}`}>{naam}</Link> },
  { key: 'organisatie', header: 'Organisatie', cell: ({ organisatie }) => organisatie },
  { key: 'op', header: 'Ingediend', cell: ({ ingediendOp }) => formatDatumKort(amsterdamDate(ingediendOp)) },
  { key: 'stand', header: 'Stand', cell: ({ status }) => <Tag tone={TONEN[status]}>{KEURMERK_LABEL[status]}</Tag> },
]
