import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatMaand } from '@/lib/base/date'
import { cent, sum } from '@/lib/base/money'
import { getVerwachting, type Verwachting } from '@/lib/financien/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Kasprognose' }

/** What is expected to go out and come in, month by month. */
export default async function VerwachtingPage() {
  const { maanden: verwachting, opgeschort } = await getVerwachting(await requireMedewerker('betaling.lezen'))
  const totaal: Verwachting = {
    maand: 'totaal', aantal: verwachting.reduce((som, { aantal }) => som + aantal, 0), facturen: sum(verwachting.map(({ facturen }) => facturen)), opdrachten: sum(verwachting.map(({ opdrachten }) => opdrachten)),
    toegezegd: sum(verwachting.map(({ toegezegd }) => toegezegd)), teruggaven: sum(verwachting.map(({ teruggaven }) => teruggaven)),
    eruit: sum(verwachting.map(({ eruit }) => eruit)), erin: sum(verwachting.map(({ erin }) => erin)),
  }
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead="Facturen, rente en teruggaven betalen we in deze maand. Een opdracht of toezegging telt in de maand waarin de opleider kan factureren. Een vordering telt in de maand waarin zij betaald moet zijn, of per termijn als dat is afgesproken. Wat te laat is, telt in deze maand.">Kasprognose</PageTitle>
      <Table caption="Verwacht per maand" columns={columns} rows={verwachting} total={totaal} rowKey={({ maand }) => maand}
        empty={<EmptyState title="Er wordt niets verwacht">Zodra er opdrachten, facturen of vorderingen zijn, staat hier per maand wat er nodig is.</EmptyState>} />
      {opgeschort > 0 && <Paragraph>Voor <Bedrag centen cent={opgeschort} /> aan facturen is de betaling opgeschort. Dat bedrag staat er niet bij, omdat niet vaststaat wanneer het wordt betaald. <Link href="/toetsingskamer/opschortingen">Bekijk de opschortingen</Link></Paragraph>}
    </Stack>
  )
}

const columns: readonly Column<Verwachting>[] = [
  { key: 'maand', header: 'Maand', rowHeader: true, cell: ({ maand }) => (maand === 'totaal' ? 'Totaal' : formatMaand(maand)) },
  { key: 'facturen', header: 'Facturen en rente', numeric: true, cell: ({ facturen }) => <Bedrag centen cent={facturen} /> },
  { key: 'opdrachten', header: 'Opdrachten', numeric: true, cell: ({ opdrachten }) => <Bedrag centen cent={opdrachten} /> },
  { key: 'toegezegd', header: 'Toegezegd', numeric: true, cell: ({ toegezegd }) => <Bedrag centen cent={toegezegd} /> },
  { key: 'teruggaven', header: 'Teruggaven', numeric: true, cell: ({ teruggaven }) => <Bedrag centen cent={teruggaven} /> },
  { key: 'eruit', header: 'Gaat eruit', numeric: true, cell: ({ eruit }) => <strong><Bedrag centen cent={eruit} /></strong> },
  { key: 'erin', header: 'Komt erin', numeric: true, cell: ({ erin }) => <Bedrag centen cent={erin} /> },
  { key: 'nodig', header: 'Nodig', numeric: true, cell: ({ eruit, erin }) => <Bedrag centen cent={cent(eruit - erin)} /> },
]
