import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { maatregelTekst } from '@/lib/register/texts'
import { STAND_LABEL } from '@/lib/toezicht/texts'
import { listMaatregelOverzicht, type MaatregelRegel } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Toezicht' }

const PAGE_SIZE = 50

/** The maatregelen of the Toetsingskamer: those that run first. */
export default async function Toezicht({ searchParams }: { searchParams: Promise<{ pagina?: string }> }) {
  const medewerker = await requireMedewerker('toezicht.lezen')
  const page = Math.max(1, Math.trunc(Number((await searchParams).pagina ?? '1')) || 1)
  const { regels, totaal, lopend } = await listMaatregelOverzicht(medewerker, { page, size: PAGE_SIZE })
  return (
    <Stack>
      <PageTitle
        lead={lopend === 0 ? 'Er loopt nu geen maatregel.' : lopend === 1 ? 'Er is 1 maatregel die niet is opgeheven.' : `Er zijn ${lopend.toLocaleString('nl-NL')} maatregelen die niet zijn opgeheven.`}
        actions={isAllowed(medewerker, 'toezicht.maatregel') ? <ButtonLink href="/toetsingskamer/maatregelen/nieuw" icon="plus">Maatregel opleggen</ButtonLink> : undefined}
      >
        Toezicht
      </PageTitle>
      <Table
        caption="Maatregelen"
        columns={COLUMNS}
        rows={regels}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Er zijn nog geen maatregelen">Kies ‘Maatregel opleggen’ om een opleider of opleiding te onderzoeken, te blokkeren of te verwijderen.</EmptyState>}
      />
      <Pagination page={page} pageSize={PAGE_SIZE} total={totaal} href={(pagina) => `/toetsingskamer?pagina=${String(pagina)}`} label="Pagina’s met maatregelen" />
    </Stack>
  )
}

const COLUMNS = [
  { key: 'wie', header: 'Opleider of opleiding', rowHeader: true, cell: ({ id, opleider, opleiding }: MaatregelRegel) => (
    <><Link href={`/toetsingskamer/maatregelen/${id}`}>{opleiding ?? opleider}</Link><span className="block text-s font-normal text-ink-soft">{opleiding === null ? 'Hele opleider' : opleider}</span></>
  ) },
  { key: 'soort', header: 'Maatregel', cell: ({ soort }: MaatregelRegel) => maatregelTekst(soort).label },
  { key: 'stand', header: 'Stand', cell: ({ stand }: MaatregelRegel) => <StatusBadge tone={STAND_LABEL[stand].toon}>{STAND_LABEL[stand].label}</StatusBadge> },
  { key: 'vanaf', header: 'Vanaf', cell: ({ vanaf }: MaatregelRegel) => vanaf },
  { key: 'tot', header: 'Tot', cell: ({ tot }: MaatregelRegel) => tot ?? 'geen einddatum' },
] as const
