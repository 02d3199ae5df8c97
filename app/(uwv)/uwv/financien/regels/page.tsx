import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { JournaalRegel } from '@/lib/financien/rules/journaal'
import { regelsSchema } from '@/lib/financien/schema'
import { REKENING_LABEL, soortLabel } from '@/lib/financien/texts'
import { listRegels } from '@/lib/financien/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Grootboekregels' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The lines behind a number of the ledger, newest first. */
export default async function RegelsPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const filter = regelsSchema.parse(await searchParams)
  const { rijen, volgende, aantal, som } = await listRegels(medewerker, filter)
  const titel = filter.rekening === undefined ? 'Grootboekregels' : REKENING_LABEL[filter.rekening]
  const verder = new URLSearchParams(Object.entries({ ...filter, voor: volgende }).flatMap(([naam, waarde]) => (waarde === undefined || waarde === null ? [] : [[naam, String(waarde)]])))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle kicker="Grootboek">{titel}</PageTitle>
      <SummaryList rows={[
        ...(filter.op === undefined ? [] : [{ key: 'op', term: 'Tot en met', value: formatDatum(filter.op) }]),
        ...(filter.jaar === undefined ? [] : [{ key: 'jaar', term: 'Boekjaar', value: String(filter.jaar) }]),
        ...(filter.boeking === undefined ? [] : [{ key: 'boeking', term: 'Boeking', value: <Link href={`/uwv/financien/boekingen/${String(filter.boeking)}`}>{filter.boeking}</Link> }]),
        ...(filter.aanvraag === undefined ? [] : [{ key: 'aanvraag', term: 'Dossier', value: filter.aanvraag }]),
        { key: 'aantal', term: 'Regels', value: aantal.toLocaleString('nl-NL') },
        ...(filter.rekening === undefined ? [] : [{ key: 'som', term: 'Samen', value: <Bedrag centen cent={som} /> }]),
      ]} />
      <Table caption="Regels, nieuwste eerst" columns={filter.rekening === undefined ? columns : columns.filter(({ key }) => key !== 'rekening')} rows={rijen} rowKey={({ regel }) => String(regel)} empty={<EmptyState title="Er zijn geen regels">Op deze rekening is niets geboekt.</EmptyState>} />
      {volgende !== null && <ButtonGroup><ButtonLink variant="secondary" href={`/uwv/financien/regels?${verder.toString()}`}>Oudere regels</ButtonLink></ButtonGroup>}
    </Stack>
  )
}

const columns: readonly Column<JournaalRegel>[] = [
  { key: 'boeking', header: 'Boeking', rowHeader: true, cell: ({ boeking }) => <Link href={`/uwv/financien/boekingen/${String(boeking)}`}>{boeking}</Link> },
  { key: 'op', header: 'Moment', cell: ({ geboektOp }) => formatTijdstip(geboektOp) },
  { key: 'soort', header: 'Wat', cell: ({ soort }) => soortLabel(soort) },
  { key: 'rekening', header: 'Rekening', cell: ({ rekening }) => REKENING_LABEL[rekening] },
  { key: 'waar', header: 'Tijdvak', cell: ({ tijdvak, compartiment }) => `${tijdvak} ${compartiment}` },
  { key: 'aanvraag', header: 'Aanvraag', cell: ({ aanvraag }) => <span className="whitespace-nowrap">{aanvraag ?? '–'}</span> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedragCent }) => <Bedrag centen cent={cent(bedragCent)} /> },
]
