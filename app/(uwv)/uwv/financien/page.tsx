import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort, formatMaand } from '@/lib/base/date'
import { standSchema } from '@/lib/financien/schema'
import { REKENING_LABEL } from '@/lib/financien/texts'
import { getAansluiting, getOuderdom, getProefbalans, getVerwachting, type Aansluiting, type BalansRij, type Ouderdom, type Verwachting } from '@/lib/financien/views'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'
import { REKENINGEN } from '@/lib/tijdvak/model'

export const metadata: Metadata = { title: 'Financiën' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The money of every tijdvak: the stand at a day, whether all books agree, what is owed and what is to come. */
export default async function FinancienPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const op = standSchema.parse(await searchParams).op ?? await today()
  const [balans, aansluiting, ouderdom, verwachting] = await Promise.all([
    getProefbalans(medewerker, op), getAansluiting(medewerker), getOuderdom(medewerker), getVerwachting(medewerker),
  ])
  const verschillen = aansluiting.filter(({ verschil }) => verschil !== 0)
  const geboekt = balans.rijen.filter(({ saldi }) => REKENINGEN.some((rekening) => saldi[rekening] !== 0))
  return (
    <Stack>
      <PageTitle actions={<ButtonLink variant="secondary" icon="download" href="/uwv/financien/journaal">Journaal voor de accountant (CSV)</ButtonLink>}>Financiën</PageTitle>
      {verschillen.length === 0
        ? <Alert kind="ok" title="Alles sluit aan">Grootboek, betaalbestanden en afschriften zeggen op de cent hetzelfde.</Alert>
        : <Alert kind="error" title="Niet alles sluit aan">{verschillen.length === 1 ? 'Eén regel heeft een verschil.' : `${String(verschillen.length)} regels hebben een verschil.`} Zie de tabel Aansluiting.</Alert>}
      <form method="get" action="/uwv/financien" className="stap-stapel">
        <DateInput name="op" label="Stand aan het eind van" defaultValue={formatDatumKort(op)} />
        <ButtonGroup><Button variant="secondary">Toon stand</Button></ButtonGroup>
      </form>
      <Table caption={`Proefbalans op ${formatDatum(op)}`} columns={balansColumns} rows={geboekt.length === 0 ? [] : [...geboekt, totaalRij(balans.totaal)]} rowKey={({ compartimentId }) => compartimentId}
        empty={<EmptyState title={`Er is niets geboekt tot en met ${formatDatum(op)}`}>Kies een latere dag. De eerste boeking is het plafond van een tijdvak.</EmptyState>} />
      {geboekt.length < balans.rijen.length && geboekt.length > 0 && <Paragraph>Tijdvakken waarop niets staat, zijn weggelaten.</Paragraph>}
      <Table caption="Aansluiting" columns={aansluitColumns} rows={aansluiting} rowKey={({ wat }) => wat} />
      <Table caption="Ouderdom van wat openstaat" columns={ouderdomColumns} rows={ouderdom} rowKey={({ stap }) => stap} />
      <Table caption="Verwachte betalingen per maand" columns={verwachtColumns} rows={verwachting} rowKey={({ maand }) => maand}
        empty={<EmptyState title="Er staan geen betalingen open">Zodra er opdrachten zijn, staat hier per maand wat er nodig is.</EmptyState>} />
    </Stack>
  )
}

const totaalRij = (saldi: BalansRij['saldi']): BalansRij => ({ compartimentId: 'totaal', tijdvak: 'Totaal', compartiment: '', saldi })

const balansColumns: readonly Column<BalansRij>[] = [
  { key: 'tijdvak', header: 'Tijdvak', rowHeader: true, cell: ({ tijdvak, compartiment }) => `${tijdvak} ${compartiment}`.trim() },
  ...REKENINGEN.map((rekening): Column<BalansRij> => ({
    key: rekening, header: REKENING_LABEL[rekening], numeric: true,
    cell: ({ compartimentId, saldi }) => (compartimentId === 'totaal' || saldi[rekening] === 0
      ? <Bedrag cent={saldi[rekening]} />
      : <Link href={`/uwv/financien/regels?compartiment=${compartimentId}&rekening=${rekening}`}><Bedrag cent={saldi[rekening]} /></Link>),
  })),
]

const aansluitColumns: readonly Column<Aansluiting>[] = [
  { key: 'wat', header: 'Rekening', rowHeader: true, cell: ({ wat }) => wat },
  { key: 'grootboek', header: 'Bij ons', numeric: true, cell: ({ grootboek }) => <Bedrag cent={grootboek} /> },
  { key: 'bron', header: 'Vergeleken met', cell: ({ bron }) => bron },
  { key: 'ernaast', header: 'Daar', numeric: true, cell: ({ ernaast }) => <Bedrag cent={ernaast} /> },
  { key: 'verschil', header: 'Verschil', numeric: true, cell: ({ verschil }) => (verschil === 0 ? 'Geen' : <strong><Bedrag cent={verschil} /></strong>) },
]

const ouderdomColumns: readonly Column<Ouderdom>[] = [
  { key: 'stap', header: 'Staat open', rowHeader: true, cell: ({ label }) => label },
  { key: 'va', header: 'Opdrachten', numeric: true, cell: ({ verplicht }) => verplicht.aantal.toLocaleString('nl-NL') },
  { key: 'vb', header: 'Verplicht', numeric: true, cell: ({ verplicht }) => <Bedrag cent={verplicht.bedrag} /> },
  { key: 'ca', header: 'Facturen', numeric: true, cell: ({ crediteuren }) => crediteuren.aantal.toLocaleString('nl-NL') },
  { key: 'cb', header: 'Te betalen', numeric: true, cell: ({ crediteuren }) => <Bedrag cent={crediteuren.bedrag} /> },
]

const verwachtColumns: readonly Column<Verwachting>[] = [
  { key: 'maand', header: 'Maand', rowHeader: true, cell: ({ maand }) => formatMaand(maand) },
  { key: 'aantal', header: 'Betalingen', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]
