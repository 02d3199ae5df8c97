import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { GROND_LABEL, TOESTAND_LABEL } from '@/lib/opschorting/texts'
import { listAlleOpschortingen, type OpschortingRegel } from '@/lib/opschorting/views'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opschortingen' }

const PAGE_SIZE = 50

/** Payment that is or was suspended. */
export default async function Opschortingen({ searchParams }: { searchParams: Promise<{ pagina?: string }> }) {
  const medewerker = await requireMedewerker('opschorting.lezen')
  const page = Math.max(1, Math.trunc(Number((await searchParams).pagina ?? '1')) || 1)
  const { regels, totaal } = await listAlleOpschortingen(medewerker, { page, size: PAGE_SIZE })
  return (
    <Stack>
      <PageTitle
        lead="De betaling wordt alleen opgeschort op een ernstig vermoeden (artikel 4:56 Awb) of op een besluit tot verwijderen. Een onderzoek is niet genoeg."
        actions={isAllowed(medewerker, 'opschorting.opleggen') ? <ButtonLink href="/toetsingskamer/opschortingen/nieuw" icon="plus">Betaling opschorten</ButtonLink> : undefined}
      >
        Opschortingen
      </PageTitle>
      <Table caption="Alle opschortingen" columns={COLUMNS} rows={regels} rowKey={({ id }) => id} empty={<EmptyState title="Er is geen betaling opgeschort">Een opschorting begint met een brief aan de opleider en stopt vanzelf.</EmptyState>} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={totaal} href={(pagina) => `/toetsingskamer/opschortingen?pagina=${String(pagina)}`} label="Pagina’s met opschortingen" />
    </Stack>
  )
}

const COLUMNS = [
  { key: 'wie', header: 'Voor wie', rowHeader: true, cell: ({ id, opleider, opleiding, aanvraagKenmerk }: OpschortingRegel) => (
    <><Link href={`/toetsingskamer/opschortingen/${id}`}>{aanvraagKenmerk ?? opleiding ?? opleider}</Link><span className="block text-s font-normal text-ink-soft">{opleiding === null ? 'Hele opleider' : opleider}</span></>
  ) },
  { key: 'zaak', header: 'Zaak', cell: ({ zaak }: OpschortingRegel) => zaak },
  { key: 'grond', header: 'Grond', cell: ({ grond }: OpschortingRegel) => GROND_LABEL[grond].label },
  { key: 'stand', header: 'Stand', cell: ({ toestand }: OpschortingRegel) => <StatusBadge tone={TOESTAND_LABEL[toestand].toon}>{TOESTAND_LABEL[toestand].label}</StatusBadge> },
  { key: 'vanaf', header: 'Vanaf', cell: ({ ingangsdatum }: OpschortingRegel) => formatDatumKort(ingangsdatum) },
  { key: 'tot', header: 'Tot en met', cell: ({ totEnMet, beeindigdOp }: OpschortingRegel) => (beeindigdOp !== null ? formatDatumKort(beeindigdOp) : totEnMet === null ? 'zolang het besluit geldt' : formatDatumKort(totEnMet)) },
] as const
