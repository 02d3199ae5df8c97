import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { lijstSchema, VORDERING_FILTERS } from '@/lib/vordering/schema'
import { FILTER_LABEL, STATUS_LABEL, STATUS_TOON, TE_DOEN_LABEL } from '@/lib/vordering/texts'
import { getVorderingenStand, listVorderingen, VORDERING_PAGINA, type VorderingFilter, type VorderingRegel } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Terugvorderingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every claim, what waits for an employee first. */
export default async function VorderingenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('vordering.lezen')
  const keuze = lijstSchema.parse(await searchParams)
  const [stand, { rijen, totaal }] = await Promise.all([getVorderingenStand(medewerker), listVorderingen(medewerker, keuze)])
  return (
    <Stack>
      <PageTitle>Terugvorderingen</PageTitle>
      <SummaryList rows={[
        { key: 'doen', term: 'Wacht op u', value: stand.teDoen === 1 ? 'Eén terugvordering' : `${stand.teDoen.toLocaleString('nl-NL')} terugvorderingen` },
        { key: 'open', term: 'Nog te ontvangen', value: <><Bedrag cent={stand.open} /> in {stand.aantal.toLocaleString('nl-NL')} {stand.aantal === 1 ? 'terugvordering' : 'terugvorderingen'}</> },
        { key: 'laat', term: 'Waarvan te laat', value: <Bedrag cent={stand.teLaat} /> },
      ]} />
      <form method="get" className="stap-stapel" role="search">
        <input type="hidden" name="toon" value={keuze.toon} />
        <Field name="zoek" label="Zoek op kenmerk of opleider" description="Bijvoorbeeld VORD-0000123-44." defaultValue={keuze.zoek} />
        <div className="stap-knoppen"><Button variant="secondary" icon="search">Zoeken</Button></div>
      </form>
      <nav aria-label="Filter">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {VORDERING_FILTERS.map((filter) => <li key={filter}>{filter === keuze.toon ? <strong aria-current="true">{FILTER_LABEL[filter]}</strong> : <Link href={hrefOf(filter, keuze.zoek)}>{FILTER_LABEL[filter]}</Link>}</li>)}
        </ul>
      </nav>
      <Table caption="Terugvorderingen" captionHidden columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title={keuze.toon === 'te-doen' ? 'Er is niets te beslissen' : 'Geen terugvorderingen'}>Kies een ander filter om andere terugvorderingen te zien.</EmptyState>} />
      <Pagination page={keuze.pagina} pageSize={VORDERING_PAGINA} total={totaal} href={(page) => hrefOf(keuze.toon, keuze.zoek, page)} />
    </Stack>
  )
}

function hrefOf(toon: VorderingFilter, zoek: string, pagina = 1): string {
  return `/uwv/vorderingen?${new URLSearchParams({ toon, ...(zoek === '' ? {} : { zoek }), ...(pagina > 1 ? { pagina: String(pagina) } : {}) }).toString()}`
}

const columns: readonly Column<VorderingRegel>[] = [
  { key: 'kenmerk', header: 'Kenmerk', rowHeader: true, cell: ({ kenmerk }) => <Link className="whitespace-nowrap" href={`/uwv/vorderingen/${kenmerk}`}>{kenmerk}</Link> },
  { key: 'wie', header: 'Wie', cell: ({ schuldenaar, aan }) => `${schuldenaar} (${aan})` },
  { key: 'status', header: 'Status', cell: ({ status, isTeLaat }) => <StatusBadge tone={isTeLaat ? 'fout' : STATUS_TOON[status]}>{isTeLaat ? `${STATUS_LABEL[status]}, te laat` : STATUS_LABEL[status]}</StatusBadge> },
  { key: 'vervalt', header: 'Te betalen voor', cell: ({ vervaltOp }) => <span className="whitespace-nowrap">{formatDatumKort(vervaltOp)}</span> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
  { key: 'open', header: 'Open', numeric: true, cell: ({ open }) => <Bedrag cent={open} /> },
  { key: 'doen', header: 'Te doen', cell: ({ teDoen }) => (teDoen.length === 0 ? '–' : teDoen.map((een) => TE_DOEN_LABEL[een]).join(', ')) },
]
