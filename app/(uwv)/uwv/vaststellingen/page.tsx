import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireMedewerker } from '@/lib/platform/session'
import { UITKOMST_LABEL } from '@/lib/verantwoording/texts'
import { listVaststellingen, PAGINA, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Vaststellingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What could not be settled by itself, the longest waiting on top. */
export default async function VaststellingenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listVaststellingen(medewerker, pagina)
  return (
    <Stack>
      <PageTitle lead="Opleider en deelnemer zijn het niet eens, of de opleiding is niet afgerond. U stelt het budget vast.">Vaststellingen</PageTitle>
      <Table caption="Vast te stellen" captionHidden columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er is niets vast te stellen">Zijn opleider en deelnemer het eens dat de opleiding is afgerond? Dan stelt het systeem het budget zelf vast.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/vaststellingen?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<DeelnemerRij>[] = [
  { key: 'kenmerk', header: 'Aanvraag', rowHeader: true, cell: ({ kenmerk }) => <Link className="whitespace-nowrap" href={`/uwv/vaststellingen/${kenmerk}`}>{kenmerk}</Link> },
  { key: 'deelnemer', header: 'Deelnemer', cell: ({ deelnemer }) => deelnemer },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'uitkomst', header: 'Opleider meldt', cell: ({ deelname }) => deelname !== null && UITKOMST_LABEL[deelname.uitkomst] },
  { key: 'reactie', header: 'Deelnemer', cell: ({ deelname }) => (deelname?.reactie === 'betwist' ? <StatusBadge tone="fout">Oneens</StatusBadge> : <StatusBadge tone="goed">Eens</StatusBadge>) },
  { key: 'sinds', header: 'Wacht sinds', cell: ({ deelname }) => deelname?.reactieOp && formatTijdstip(deelname.reactieOp) },
]
