import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireMedewerker } from '@/lib/platform/session'
import { listTeLaat, PAGINA } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnames te laat' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Rij = Awaited<ReturnType<typeof listTeLaat>>['rijen'][number]

/** Which opleiders are late with their reports, the most first. */
export default async function DeelnamesTeLaatPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listTeLaat(medewerker, pagina)
  return (
    <Stack>
      <PageTitle
        lead={totaal === 0 ? 'Geen opleider is te laat.' : `${totaal === 1 ? 'Eén opleider is' : `${totaal.toLocaleString('nl-NL')} opleiders zijn`} te laat met melden. Het systeem herinnert hen voor en na de termijn.`}
        actions={<><ButtonLink href="/uwv/deelnames/niet-gemeld" icon="gavel">Niet gemeld, vast te stellen</ButtonLink><ButtonLink href="/uwv/kosten" icon="wallet" variant="secondary">Gemelde kosten</ButtonLink></>}
      >
        Deelnames te laat
      </PageTitle>
      <Table caption="Opleiders die te laat zijn" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Er is niets te laat">Komt een termijn voorbij zonder melding? Dan staat de opleider hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/deelnames?pagina=${String(page)}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'naam', header: 'Opleider', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'aantal', header: 'Te laat', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'oudste', header: 'Oudste had er moeten zijn op', cell: ({ oudste }) => <span className="whitespace-nowrap">{formatDatumKort(oudste)}</span> },
  { key: 'email', header: 'E-mailadres', cell: ({ email }) => email },
]
