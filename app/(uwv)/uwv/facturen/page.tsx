import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijd } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { FACTUUR_STATUSSEN, type FactuurStatus } from '@/lib/betaling/model'
import { lijstSchema } from '@/lib/betaling/schema'
import { FACTUUR_LABEL, FACTUUR_TOON, SOORT_LABEL } from '@/lib/betaling/texts'
import { PAGINA, type FactuurRij } from '@/lib/betaling/views'
import { listOntvangenFacturen } from '@/lib/betaling/views/uwv'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Ontvangen facturen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every invoice that came in, refused ones with their reasons. */
export default async function OntvangenFacturenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina, status } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listOntvangenFacturen(medewerker, { pagina, status })
  return (
    <Stack>
      <PageTitle actions={<ButtonLink href="/uwv/facturen/werklijst">Uit te zoeken</ButtonLink>}>Ontvangen facturen</PageTitle>
      <nav aria-label="Filter op status">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          <FilterLink huidig={status} />
          {FACTUUR_STATUSSEN.map((keuze) => <FilterLink key={keuze} huidig={status} status={keuze} />)}
        </ul>
      </nav>
      <Table caption="Facturen" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="Geen facturen">Zodra een opleider een factuur stuurt, staat die hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => hrefOf(status, page)} />
    </Stack>
  )
}

function FilterLink({ huidig, status }: { huidig: FactuurStatus | undefined; status?: FactuurStatus }) {
  const label = status === undefined ? 'Alle' : FACTUUR_LABEL[status]
  return <li>{huidig === status ? <strong aria-current="true">{label}</strong> : <Link href={hrefOf(status)}>{label}</Link>}</li>
}

function hrefOf(status: FactuurStatus | undefined, pagina = 1): string {
  const query = new URLSearchParams({ ...(status !== undefined && { status }), ...(pagina > 1 && { pagina: String(pagina) }) }).toString()
  return query === '' ? '/uwv/facturen' : `/uwv/facturen?${query}`
}

const columns: readonly Column<FactuurRij>[] = [
  { key: 'nummer', header: 'Factuur', rowHeader: true, cell: ({ id, factuurnummer }) => <Link className="whitespace-nowrap" href={`/uwv/facturen/${id}`}>{factuurnummer}</Link> },
  { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge tone={FACTUUR_TOON[status]}>{FACTUUR_LABEL[status]}</StatusBadge> },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => SOORT_LABEL[soort] },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'order', header: 'Opdracht', cell: ({ ordernummer }) => <span className="whitespace-nowrap">{ordernummer ?? 'Onbekend'}</span> },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(ontvangenOp))}, {formatTijd(ontvangenOp)}</span> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => (bedrag === null ? 'Onbekend' : <Bedrag cent={bedrag} />) },
  { key: 'fouten', header: 'Fouten', cell: ({ fouten }) => (fouten.length === 0 ? '–' : fouten.map(({ code }) => code).join(', ')) },
]
