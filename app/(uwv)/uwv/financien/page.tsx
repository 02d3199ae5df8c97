import type { Metadata } from 'next'
import { GeenDag } from '@/app/(uwv)/uwv/financien/geen-dag'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Select } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent, sum } from '@/lib/base/money'
import { standSchema } from '@/lib/financien/schema'
import { REKENING_LABEL } from '@/lib/financien/texts'
import { getAansluitblad, getBoekjaren, getProefbalans, type BalansRij, type Balansregel } from '@/lib/financien/views'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'
import type { Rekening } from '@/lib/tijdvak/model'

export const metadata: Metadata = { title: 'Financiën' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The money of every tijdvak: the stand of every account at a day, of one year or of all, and the ways to what is behind it. */
export default async function FinancienPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const gevraagd = await searchParams
  const keuze = standSchema.parse(gevraagd)
  const op = keuze.op ?? await today()
  const [balans, { aansluiting, brug }, jaren] = await Promise.all([getProefbalans(medewerker, op, keuze.jaar), getAansluitblad(medewerker), getBoekjaren(medewerker)])
  const verschillen = aansluiting.filter(({ verschil }) => verschil !== 0)
  const regels = balans.regels.filter(({ debet, credit }) => debet !== 0 || credit !== 0)
  const geboekt = balans.rijen.filter(({ saldi }) => saldi.plafond !== 0 || STANDEN.some(({ key }) => saldi[key] !== 0))
  const welk = keuze.jaar === undefined ? '' : `, boekjaar ${String(keuze.jaar)}`
  return (
    <Stack>
      <PageTitle>Financiën</PageTitle>
      {verschillen.length === 0
        ? (
          <Alert kind={brug.openAantal === 0 ? 'ok' : 'info'} title={brug.openAantal === 0 ? 'Alles sluit aan' : 'Alles sluit aan, maar niet alles is uitgezocht'}>
            Grootboek, documenten, betaalbestanden en afschriften zeggen op de cent hetzelfde.{brug.openAantal > 0 && ` Op de rekening ${brug.openAantal === 1 ? 'staat 1 beweging' : `staan ${brug.openAantal.toLocaleString('nl-NL')} bewegingen`} waarvan nog niemand weet wat het is.`} <Link href="/uwv/financien/aansluiting">Bekijk de aansluiting</Link>
          </Alert>
        )
        : <Alert kind="error" title="Niet alles sluit aan">{verschillen.length === 1 ? 'Eén regel heeft een verschil.' : `${String(verschillen.length)} regels hebben een verschil.`} <Link href="/uwv/financien/aansluiting">Bekijk de aansluiting</Link></Alert>}
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="clock" href="/uwv/financien/ouderdom">Wat openstaat</ButtonLink>
        <ButtonLink variant="secondary" icon="coin-euro" href="/uwv/financien/verwachting">Kasprognose</ButtonLink>
        <ButtonLink variant="secondary" icon="calendar-event" href="/uwv/financien/jaren">Boekjaren</ButtonLink>
        <ButtonLink variant="secondary" icon="book" href="/beleid/jaarplafonds">Jaarplafonds</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`/uwv/financien/journaal${keuze.jaar === undefined ? '' : `?jaar=${String(keuze.jaar)}`}`}>Journaal (CSV)</ButtonLink>
      </ButtonGroup>
      <form method="get" action="/uwv/financien" className="stap-stapel">
        <DateInput name="op" label="Stand aan het eind van" defaultValue={formatDatumKort(op)} />
        <Field name="jaar" label="Boekjaar"><Select leeg="Alle jaren samen" defaultValue={keuze.jaar === undefined ? '' : String(keuze.jaar)} options={jaren.map(({ jaar }) => ({ value: String(jaar), label: String(jaar) }))} /></Field>
        <ButtonGroup><Button variant="secondary">Toon stand</Button></ButtonGroup>
      </form>
      <GeenDag gevraagd={gevraagd['op']} />
      <Table caption={`Proefbalans op ${formatDatum(op)}${welk}`} columns={rekeningColumns(op, keuze.jaar)} rows={regels} total={telOp(regels)} rowKey={({ rekening }) => rekening}
        empty={<EmptyState title={`Er is niets geboekt tot en met ${formatDatum(op)}`}>Kies een latere dag of een ander boekjaar. De eerste boeking is het plafond van een tijdvak.</EmptyState>} />
      {geboekt.length > 0 && <Table caption={`Per tijdvak op ${formatDatum(op)}${welk}`} columns={tijdvakColumns(op, keuze.jaar, geboekt)} rows={geboekt} total={totaalRij(balans.totaal)} rowKey={({ compartimentId }) => compartimentId} />}
      {geboekt.length < balans.rijen.length && geboekt.length > 0 && <Paragraph>Tijdvakken waarop niets staat, zijn weggelaten.</Paragraph>}
    </Stack>
  )
}

type Somregel = Omit<Balansregel, 'rekening'> & { rekening: Rekening | 'totaal' }

function telOp(regels: readonly Balansregel[]): Somregel {
  return { rekening: 'totaal', debet: sum(regels.map(({ debet }) => debet)), credit: sum(regels.map(({ credit }) => credit)), saldo: sum(regels.map(({ saldo }) => saldo)) }
}

const totaalRij = (saldi: BalansRij['saldi']): BalansRij => ({ compartimentId: 'totaal', tijdvak: 'Totaal', compartiment: '', saldi })

/** The lines that a number is the sum of: on the same day and of the same year. */
function naarRegels(rekening: Rekening, op: PlainDate, jaar: number | undefined, compartiment?: string): string {
  return `/uwv/financien/regels?${new URLSearchParams({ rekening, op, ...(jaar !== undefined && { jaar: String(jaar) }), ...(compartiment !== undefined && { compartiment }) }).toString()}`
}

const rekeningColumns = (op: PlainDate, jaar: number | undefined): readonly Column<Somregel>[] => [
  { key: 'rekening', header: 'Rekening', rowHeader: true, cell: ({ rekening }) => (rekening === 'totaal' ? 'Totaal' : <Link href={naarRegels(rekening, op, jaar)}>{REKENING_LABEL[rekening]}</Link>) },
  { key: 'debet', header: 'Debet', numeric: true, cell: ({ debet }) => <Bedrag centen cent={debet} /> },
  { key: 'credit', header: 'Credit', numeric: true, cell: ({ credit }) => <Bedrag centen cent={credit} /> },
  { key: 'saldo', header: 'Saldo', numeric: true, cell: ({ saldo }) => <Bedrag centen cent={saldo} /> },
]

// Where the money of a tijdvak is, in the words of the budget; each number leads to the lines of its rekening.
const STANDEN = [
  { key: 'vrij', header: 'Vrij' },
  { key: 'gereserveerd', header: 'Gereserveerd' },
  { key: 'verplicht', header: 'Verplicht' },
  { key: 'crediteuren', header: 'Te betalen' },
  { key: 'betaald', header: 'Voorschot' },
  { key: 'vastgesteld', header: 'Vastgesteld' },
  { key: 'debiteuren', header: 'Te ontvangen' },
  { key: 'oninbaar', header: 'Oninbaar' },
] as const satisfies readonly { key: Rekening; header: string }[]

// A column in which nothing stands is left out: the table is wide enough.
const tijdvakColumns = (op: PlainDate, jaar: number | undefined, rijen: readonly BalansRij[]): readonly Column<BalansRij>[] => [
  { key: 'tijdvak', header: 'Tijdvak', rowHeader: true, cell: ({ tijdvak, compartiment }) => `${tijdvak} ${compartiment}`.trim() },
  { key: 'plafond', header: 'Plafond', numeric: true, cell: ({ saldi }) => <Bedrag centen cent={cent(0 - saldi.plafond)} /> },
  ...STANDEN.filter(({ key }) => rijen.some(({ saldi }) => saldi[key] !== 0)).map(({ key, header }): Column<BalansRij> => ({
    key, header, numeric: true,
    cell: ({ compartimentId, saldi }) => (saldi[key] === 0
      ? <Bedrag centen cent={saldi[key]} />
      : <Link href={naarRegels(key, op, jaar, compartimentId === 'totaal' ? undefined : compartimentId)}><Bedrag centen cent={saldi[key]} /></Link>),
  })),
]
