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
import { lijstSchema } from '@/lib/betaling/schema'
import { FACTUUR_LABEL, FACTUUR_TOON, SOORT_LABEL } from '@/lib/betaling/texts'
import { PAGINA, type FactuurRij } from '@/lib/betaling/views'
import { listEigenFacturen } from '@/lib/betaling/views/opleider'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Facturen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The invoices that this opleider sent, with what became of each. */
export default async function FacturenPage({ searchParams }: Props) {
  const opleider = await requireOpleider('factuur.indienen')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listEigenFacturen(opleider, { pagina })
  return (
    <Stack>
      <PageTitle lead="Elke factuur die u stuurde, met wat ermee gebeurde."
        actions={<><ButtonLink href="/opleider/facturen/nieuw" icon="upload">Factuur sturen</ButtonLink><ButtonLink variant="secondary" href="/opleider/opdrachten">Opdrachten</ButtonLink><ButtonLink variant="secondary" href="/opleider/facturen/afzenders">Mailen</ButtonLink></>}>
        Facturen
      </PageTitle>
      <Table caption="Uw facturen" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="U hebt nog geen facturen gestuurd" action={<ButtonLink href="/opleider/opdrachten">Naar uw opdrachten</ButtonLink>}>Maak een factuur van een opdracht, of stuur een e-factuur.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/opleider/facturen?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<FactuurRij>[] = [
  { key: 'nummer', header: 'Factuur', rowHeader: true, cell: ({ id, factuurnummer }) => <Link className="whitespace-nowrap" href={`/opleider/facturen/${id}`}>{factuurnummer}</Link> },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => SOORT_LABEL[soort] },
  { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge tone={FACTUUR_TOON[status]}>{FACTUUR_LABEL[status]}</StatusBadge> },
  { key: 'order', header: 'Opdracht', cell: ({ ordernummer }) => ordernummer ?? 'Onbekend' },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(ontvangenOp))}, {formatTijd(ontvangenOp)}</span> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => (bedrag === null ? 'Onbekend' : <Bedrag cent={bedrag} />) },
]
