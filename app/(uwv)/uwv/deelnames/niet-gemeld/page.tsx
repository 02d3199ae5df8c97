import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireMedewerker } from '@/lib/platform/session'
import { NAVRAAG_LABEL } from '@/lib/verantwoording/texts'
import { listNietGemeld, PAGINA } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnames die niet zijn gemeld' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Rij = Awaited<ReturnType<typeof listNietGemeld>>['rijen'][number]

/** What can be settled of office: nobody reported, and the burger was asked (Awb 4:47). */
export default async function NietGemeldPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listNietGemeld(medewerker, pagina)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/deelnames', label: 'Deelnames te laat' }]} />
      <PageTitle lead="De opleider meldde niets, ook niet na drie herinneringen. De deelnemer is gevraagd. U stelt het budget ambtshalve vast (Awb 4:47).">Niet gemeld</PageTitle>
      <Table caption="Ambtshalve vast te stellen" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ kenmerk }) => kenmerk} empty={<EmptyState title="Er is niets ambtshalve vast te stellen">Antwoordt een deelnemer, of is zijn termijn voorbij? Dan staat het hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/deelnames/niet-gemeld?pagina=${String(page)}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'kenmerk', header: 'Aanvraag', rowHeader: true, cell: ({ kenmerk }) => <Link className="whitespace-nowrap" href={`/uwv/vaststellingen/${kenmerk}`}>{kenmerk}</Link> },
  { key: 'antwoord', header: 'Deelnemer zegt', cell: ({ antwoord }) => antwoord === null ? <StatusBadge tone="let-op">Geen antwoord</StatusBadge> : NAVRAAG_LABEL[antwoord] },
  { key: 'deelnemer', header: 'Deelnemer', cell: ({ deelnemer }) => deelnemer },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'einde', header: 'Einde', cell: ({ einddatum }) => <span className="whitespace-nowrap">{formatDatumKort(einddatum)}</span> },
]
