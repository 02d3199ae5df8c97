import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatMaand } from '@/lib/base/date'
import { cent, sum } from '@/lib/base/money'
import { getVerwachting, type Verwachting } from '@/lib/financien/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Kasprognose' }

/** What is expected to go out and come in, month by month. */
export default async function VerwachtingPage() {
  const verwachting = await getVerwachting(await requireMedewerker('betaling.lezen'))
  const totaal: Verwachting = {
    maand: 'totaal', aantal: verwachting.reduce((som, { aantal }) => som + aantal, 0), facturen: sum(verwachting.map(({ facturen }) => facturen)), opdrachten: sum(verwachting.map(({ opdrachten }) => opdrachten)),
    eruit: sum(verwachting.map(({ eruit }) => eruit)), erin: sum(verwachting.map(({ erin }) => erin)),
  }
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead="Facturen betalen we in deze maand. Een opdracht telt in de maand waarin de opleider kan factureren. Een vordering telt in de maand waarin zij betaald moet zijn.">Kasprognose</PageTitle>
      <Table caption="Verwacht per maand" columns={columns} rows={verwachting} total={totaal} rowKey={({ maand }) => maand}
        empty={<EmptyState title="Er wordt niets verwacht">Zodra er opdrachten, facturen of vorderingen zijn, staat hier per maand wat er nodig is.</EmptyState>} />
    </Stack>
  )
}

const columns: readonly Column<Verwachting>[] = [
  { key: 'maand', header: 'Maand', rowHeader: true, cell: ({ maand }) => (maand === 'totaal' ? 'Totaal' : formatMaand(maand)) },
  { key: 'facturen', header: 'Facturen', numeric: true, cell: ({ facturen }) => <Bedrag centen cent={facturen} /> },
  { key: 'opdrachten', header: 'Opdrachten', numeric: true, cell: ({ opdrachten }) => <Bedrag centen cent={opdrachten} /> },
  { key: 'eruit', header: 'Gaat eruit', numeric: true, cell: ({ eruit }) => <strong><Bedrag centen cent={eruit} /></strong> },
  { key: 'erin', header: 'Komt erin', numeric: true, cell: ({ erin }) => <Bedrag centen cent={erin} /> },
  { key: 'nodig', header: 'Nodig', numeric: true, cell: ({ eruit, erin }) => <Bedrag centen cent={cent(eruit - erin)} /> },
]
