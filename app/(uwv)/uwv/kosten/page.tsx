import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { AANDACHT_LABEL } from '@/lib/annulering/texts'
import { listKostenmeldingen, type KostenmeldingRij } from '@/lib/annulering/views'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Gemelde kosten' }

const PAGINA = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Private fees that participants who stopped tell of, and nobody decided about yet. */
export default async function GemeldeKostenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listKostenmeldingen(medewerker, { page: pagina, size: PAGINA })
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/deelnames', label: 'Deelnames' }]} />
      <PageTitle lead="Deelnemers die stopten, melden hier wat de opleider hun rekende. De opleider heeft er een brief over gekregen.">Gemelde kosten</PageTitle>
      <Table caption={`Wacht op een besluit (${totaal.toLocaleString('nl-NL')})`} columns={COLUMNS} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er is niets gemeld">Meldt een deelnemer die stopte kosten van de opleider? Dan staat dat hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/kosten?pagina=${String(page)}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<KostenmeldingRij>[] = [
  { key: 'wie', header: 'Deelnemer', rowHeader: true, cell: ({ kenmerk, deelnemer }) => <Link href={`/uwv/kosten/${kenmerk}`}>{deelnemer}</Link> },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'waarom', header: 'Waarom een mens kijkt', cell: ({ aandacht }) => aandacht.map((een) => AANDACHT_LABEL[een]).join('. ') || '–' },
  { key: 'wanneer', header: 'Gemeld', cell: ({ gemeldOp }) => formatTijdstip(gemeldOp) },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]
