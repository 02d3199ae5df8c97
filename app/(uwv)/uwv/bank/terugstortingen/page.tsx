import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { bankLijstSchema } from '@/lib/bank/schema'
import { BANK_PAGINA, listTerugstortingen, type TerugstortingRij } from '@/lib/bank/views'
import { requireMedewerker } from '@/lib/platform/session'
import { TERUGSTORTING_LABEL, TERUGSTORTING_TOON } from '@/lib/vordering/texts'

export const metadata: Metadata = { title: 'Terugstortingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Money that belonged to no claim and goes back to where it came from. */
export default async function TerugstortingenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina } = bankLijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listTerugstortingen(medewerker, pagina)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/bank', label: 'Bank' }]} />
      <PageTitle kicker="Bank" lead="Geld dat bij geen terugvordering hoort, gaat terug naar de rekening waar het vandaan kwam. Het gaat mee met de volgende batch, zodra de naam van de rekening klopt.">Terugstortingen</PageTitle>
      <Table caption={`Wat teruggaat of terugging (${totaal.toLocaleString('nl-NL')})`} columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er gaat niets terug">Krijgt UWV geld dat nergens bij hoort? Dan kiest u bij de vraag van de bank voor terugstorten.</EmptyState>} />
      <Pagination page={pagina} pageSize={BANK_PAGINA} total={totaal} href={(page) => `/uwv/bank/terugstortingen?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<TerugstortingRij>[] = [
  { key: 'kenmerk', header: 'Kenmerk', rowHeader: true, cell: ({ kenmerk }) => <Link className="whitespace-nowrap" href={`/uwv/bank/terugstortingen/${kenmerk}`}>{kenmerk}</Link> },
  { key: 'van', header: 'Ontvangen van', cell: ({ van }) => van ?? '–' },
  { key: 'op', header: 'Ontvangen op', cell: ({ boekdatum }) => formatDatumKort(boekdatum) },
  { key: 'stand', header: 'Stand', cell: ({ status }) => <StatusBadge tone={TERUGSTORTING_TOON[status]}>{TERUGSTORTING_LABEL[status]}</StatusBadge> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]
