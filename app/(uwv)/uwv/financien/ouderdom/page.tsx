import type { Metadata } from 'next'
import { GeenDag } from '@/app/(uwv)/uwv/financien/geen-dag'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort } from '@/lib/base/date'
import { cent, sum } from '@/lib/base/money'
import { standSchema } from '@/lib/financien/schema'
import { getOuderdom, listOudste, type Ouderdom } from '@/lib/financien/views'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Wat openstaat' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Post = Awaited<ReturnType<typeof listOudste>>['crediteuren'][number]

/** What we owe and what is owed to us, by how long it has been open. */
export default async function OuderdomPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const gevraagd = await searchParams
  const op = standSchema.parse(gevraagd).op ?? await today()
  const [ouderdom, oudste] = await Promise.all([getOuderdom(medewerker, op), listOudste(medewerker, op)])
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead="De bedragen zijn die van de proefbalans op dezelfde dag. De dagen tellen vanaf de eerste boeking: wat de bank terugstuurt, wordt niet weer nieuw.">Wat openstaat</PageTitle>
      <form method="get" action="/uwv/financien/ouderdom" className="stap-stapel">
        <DateInput name="op" label="Stand aan het eind van" defaultValue={formatDatumKort(op)} />
        <ButtonGroup><Button variant="secondary">Toon stand</Button></ButtonGroup>
      </form>
      <GeenDag gevraagd={gevraagd['op']} />
      <Table caption={`Wat wij moeten betalen op ${formatDatum(op)}`} columns={crediteurColumns} rows={ouderdom} total={telOp(ouderdom)} rowKey={({ stap }) => stap} />
      <Table caption={`Wat wij moeten ontvangen op ${formatDatum(op)}`} columns={debiteurColumns} rows={ouderdom} total={telOp(ouderdom)} rowKey={({ stap }) => stap} />
      <Table caption="Langst te betalen" columns={postColumns.filter(({ key }) => key !== 'vordering')} rows={oudste.crediteuren} rowKey={sleutel} empty={<EmptyState title="Er is niets te betalen">Elke goedgekeurde factuur is betaald.</EmptyState>} />
      <Table caption="Langst te ontvangen" columns={postColumns} rows={oudste.debiteuren} rowKey={sleutel} empty={<EmptyState title="Er is niets te ontvangen">Er staat geen vordering open.</EmptyState>} />
    </Stack>
  )
}

const sleutel = ({ compartimentId, aanvraag }: Post) => `${compartimentId} ${aanvraag ?? ''}`

type Rij = Omit<Ouderdom, 'stap'> & { stap: Ouderdom['stap'] | 'totaal' }

function telOp(rijen: readonly Ouderdom[]): Rij {
  const som = (rekening: 'verplicht' | 'crediteuren' | 'rente-crediteuren' | 'debiteuren' | 'rente-debiteuren') => ({
    aantal: rijen.reduce((totaal, rij) => totaal + rij[rekening].aantal, 0), bedrag: sum(rijen.map((rij) => rij[rekening].bedrag)),
  })
  return {
    stap: 'totaal', label: 'Totaal', verplicht: som('verplicht'), crediteuren: som('crediteuren'), 'rente-crediteuren': som('rente-crediteuren'), debiteuren: som('debiteuren'), 'rente-debiteuren': som('rente-debiteuren'),
  }
}

const aantal = (getal: number) => getal.toLocaleString('nl-NL')

const crediteurColumns: readonly Column<Rij>[] = [
  { key: 'stap', header: 'Staat open', rowHeader: true, cell: ({ label }) => label },
  { key: 'ca', header: 'Te betalen', numeric: true, cell: ({ crediteuren }) => aantal(crediteuren.aantal) },
  { key: 'cb', header: 'Bedrag', numeric: true, cell: ({ crediteuren }) => <Bedrag centen cent={crediteuren.bedrag} /> },
  { key: 'rente', header: 'Rente', numeric: true, cell: (rij) => <Bedrag centen cent={rij['rente-crediteuren'].bedrag} /> },
  { key: 'va', header: 'Opdrachten zonder factuur', numeric: true, cell: ({ verplicht }) => aantal(verplicht.aantal) },
  { key: 'vb', header: 'Verplicht', numeric: true, cell: ({ verplicht }) => <Bedrag centen cent={verplicht.bedrag} /> },
]

const debiteurColumns: readonly Column<Rij>[] = [
  { key: 'stap', header: 'Staat open', rowHeader: true, cell: ({ label }) => label },
  { key: 'da', header: 'Vorderingen', numeric: true, cell: ({ debiteuren }) => aantal(debiteuren.aantal) },
  { key: 'db', header: 'Bedrag', numeric: true, cell: ({ debiteuren }) => <Bedrag centen cent={debiteuren.bedrag} /> },
  { key: 'rente', header: 'Rente en kosten', numeric: true, cell: (rij) => <Bedrag centen cent={rij['rente-debiteuren'].bedrag} /> },
]

const postColumns: readonly Column<Post>[] = [
  { key: 'aanvraag', header: 'Dossier', rowHeader: true, cell: ({ aanvraag, rekening }) => (aanvraag === null ? 'Zonder dossier' : <Link href={`/uwv/financien/regels?rekening=${rekening}&aanvraag=${aanvraag}`}><span className="whitespace-nowrap">{aanvraag}</span></Link>) },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider ?? '–' },
  { key: 'vordering', header: 'Vordering', cell: ({ vordering }) => (vordering === null ? '–' : <Link href={`/uwv/vorderingen/${vordering}`}><span className="whitespace-nowrap">{vordering}</span></Link>) },
  { key: 'dagen', header: 'Dagen', numeric: true, cell: ({ dagen }) => aantal(dagen) },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: (post) => <Bedrag centen cent={cent(post.cent)} /> },
]
