import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatDatum, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import type { BetalingsregelingStatus, RekeningStatus, TerugbetalingStatus, VorderingGrond, VorderingMutatie, VorderingStatus } from '@/lib/vordering/model'
import type { Termijn } from '@/lib/vordering/rules/betalingsregeling'
import { GROND, MUTATIE_LABEL, STATUS_LABEL, STATUS_TOON } from '@/lib/vordering/texts'

/** What is drawn of a claim. `lopend` is the arrangement that was asked or holds. */
type Vordering = {
  readonly kenmerk: string; readonly status: VorderingStatus; readonly grond: VorderingGrond; readonly opleiding: string; readonly iban: string
  readonly bedrag: Cent; readonly open: Cent; readonly isTeLaat: boolean
  readonly vervaltOp: PlainDate; readonly aanmaningVervaltOp: PlainDate | null; readonly uitstelTot: PlainDate | null; readonly bezwaarUiterlijkOp: PlainDate
  readonly lopend: { readonly status: BetalingsregelingStatus; readonly termijn: Cent; readonly termijnen: readonly Termijn[] } | undefined
  readonly mutaties: readonly Mutatie[]
  readonly terug: readonly Terug[]
}
type Mutatie = VorderingMutatie & { readonly id: string }
type Terug = { readonly id: string; readonly bedrag: Cent; readonly status: TerugbetalingStatus; readonly betaaldOp: PlainDate | null }
/** The account of a burger as a screen shows it. */
type Rekening = { readonly status: RekeningStatus; readonly rekening: string; readonly tenaamstelling: string }

/** The latest of the days that were given: an aanmaning or more time comes after the first one. */
function uiterlijkOp({ vervaltOp, aanmaningVervaltOp, uitstelTot }: Vordering): PlainDate {
  return [vervaltOp, aanmaningVervaltOp ?? vervaltOp, uitstelTot ?? vervaltOp].toSorted().at(-1) ?? vervaltOp
}

/** How to pay: the amount, the day, the account and the reference, for whoever owes it. */
function Betaalwijze({ vordering }: { vordering: Vordering }) {
  const { open, kenmerk, iban, lopend } = vordering
  const inTermijnen = lopend?.status === 'toegewezen'
  return (
    <SummaryList rows={[
      { key: 'bedrag', term: inTermijnen ? 'Nog te betalen, in termijnen' : 'Te betalen', value: <strong><Bedrag cent={open} /></strong> },
      ...(inTermijnen ? [] : [{ key: 'dag', term: 'Uiterlijk op', value: formatDatum(uiterlijkOp(vordering)) }]),
      { key: 'rekening', term: 'Op rekening', value: <span className="whitespace-nowrap">{iban} van UWV</span> },
      { key: 'kenmerk', term: 'Zet in de omschrijving', value: <strong className="whitespace-nowrap">{kenmerk}</strong> },
    ]} />
  )
}

/** One claim in the list of who owes it, with what to do now. */
export function Vorderingkaart({ vordering, basis }: { vordering: Vordering; basis: string }) {
  const { kenmerk, status, open, bedrag, opleiding, grond, lopend, isTeLaat } = vordering
  const terug = sum(vordering.terug.filter((een) => NOG_TERUG.includes(een.status)).map((een) => een.bedrag))
  return (
    <Card emphasis={open > 0 || terug > 0}>
      <div><StatusBadge tone={isTeLaat ? 'fout' : STATUS_TOON[status]}>{isTeLaat && lopend === undefined ? 'Te laat' : STATUS_LABEL[status]}</StatusBadge></div>
      <Heading level={2}>{opleiding}</Heading>
      <Paragraph>{GROND[grond].zin}</Paragraph>
      <Paragraph>
        {open > 0 ? <>U moet nog <Bedrag cent={open} /> betalen.{lopend === undefined && <> Doe dat uiterlijk op {formatDatum(uiterlijkOp(vordering))}.</>}</> : <>Het ging om <Bedrag cent={bedrag} />. U hoeft niets meer te betalen.</>}
        {terug > 0 && <> U krijgt <strong><Bedrag cent={terug} /></strong> van ons terug.</>}
        {lopend?.status === 'toegewezen' && ' U betaalt in termijnen.'}
        {lopend?.status === 'aangevraagd' && ' Wij kijken naar uw voorstel om anders te betalen.'}
      </Paragraph>
      <div className="stap-knoppen"><ButtonLink href={`${basis}/${kenmerk}`} variant={open > 0 ? 'primary' : 'secondary'} iconEnd="arrow-right">{open > 0 ? 'Betalen of een afspraak maken' : 'Bekijken'}</ButtonLink></div>
    </Card>
  )
}

/** What was asked, paid, remitted, newest first. */
export function Mutaties({ vordering }: { vordering: Vordering }) {
  const heeftKosten = vordering.mutaties.some(({ kosten }) => kosten !== 0)
  return <Table caption="Bedragen" columns={mutatieColumns.filter(({ key }) => key !== 'kosten' || heeftKosten)} rows={vordering.mutaties} rowKey={({ id }) => id} />
}

/** What adds as it is, what comes off with a minus before it. */
function Verschil({ bedrag }: { bedrag: Cent }) {
  if (bedrag === 0) return '–'
  return bedrag > 0 ? <Bedrag cent={bedrag} /> : <span className="whitespace-nowrap">− <Bedrag cent={cent(0 - bedrag)} /></span>
}

const mutatieColumns: readonly Column<Mutatie>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: ({ soort, dag }) => <>{MUTATIE_LABEL[soort]} <span className="text-ink-soft block font-normal whitespace-nowrap">{formatDatumKort(dag)}</span></> },
  { key: 'hoofdsom', header: 'Bedrag', numeric: true, cell: ({ hoofdsom }) => <Verschil bedrag={hoofdsom} /> },
  { key: 'kosten', header: 'Kosten en rente', numeric: true, cell: ({ kosten }) => <Verschil bedrag={kosten} /> },
]

/** Every instalment of an arrangement. */
export function Termijnen({ termijnen }: { termijnen: readonly Termijn[] }) {
  return <Table caption="Termijnen" columns={termijnColumns} rows={termijnen} rowKey={({ dag }) => dag} />
}
const termijnColumns: readonly Column<Termijn>[] = [
  { key: 'dag', header: 'Uiterlijk op', rowHeader: true, cell: ({ dag }) => formatDatum(dag) },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]

/** What who owes it can do now, on the page of one claim. `brieven` leads to each letter. */
export function EigenVordering({ vordering, basis, kanVragen, brieven, terug }: { vordering: Vordering; basis: string; kanVragen: boolean; brieven: ReactNode; terug?: ReactNode }) {
  const { open, lopend, kenmerk, isTeLaat } = vordering
  return (
    <>
      {open > 0 && isTeLaat && lopend === undefined && <Alert kind="warning" title="De eerste betaaldag is voorbij"><p>Betaal zo snel mogelijk, of vraag om betalen in termijnen. Zo voorkomt u dat er kosten bij komen.</p></Alert>}
      {terug}
      {open > 0 && <section className="stap-stapel" aria-labelledby="betalen"><Heading id="betalen">Zo betaalt u</Heading><Betaalwijze vordering={vordering} /></section>}
      {lopend?.status === 'aangevraagd' && <Alert kind="info" title="Wij kijken naar uw voorstel"><p>U stelde voor om <Bedrag cent={lopend.termijn} /> per maand te betalen. Een medewerker beslist. U krijgt een brief. Tot dan sturen wij geen aanmaning.</p></Alert>}
      {lopend?.status === 'toegewezen' && <section className="stap-stapel" aria-labelledby="afspraak"><Heading id="afspraak">Uw afspraak</Heading><Paragraph>Betaal elke termijn op tijd. Meer of eerder betalen mag altijd.</Paragraph><Termijnen termijnen={lopend.termijnen} /></section>}
      {kanVragen && (
        <section className="stap-stapel" aria-labelledby="anders">
          <Heading id="anders">Kunt u dit niet in één keer betalen?</Heading>
          <Paragraph>Doe zelf een voorstel. U kunt in termijnen betalen, of alles op een latere dag.</Paragraph>
          <div className="stap-knoppen"><ButtonLink href={`${basis}/${kenmerk}/regeling`} variant="secondary" icon="calendar-event">Voorstel doen</ButtonLink></div>
        </section>
      )}
      <Mutaties vordering={vordering} />
      <section className="stap-stapel" aria-labelledby="brieven"><Heading id="brieven">Brieven hierover</Heading>{brieven}</section>
      <Paragraph>Bent u het er niet mee eens? In de eerste brief staat hoe u bezwaar maakt. Dat kan tot en met {formatDatum(vordering.bezwaarUiterlijkOp)}. <Link href="/contact">Neem contact op</Link> als u vragen hebt.</Paragraph>
    </>
  )
}

const NOG_TERUG: readonly TerugbetalingStatus[] = ['open', 'in-batch', 'teruggekomen']
/** Whether it waits for an account, or can still go to another one. */
const isTeKiezen = (status: TerugbetalingStatus): boolean => status === 'open' || status === 'teruggekomen'

/** What an opleider gets back, and when: on its own account. */
export function TerugVoorOpleider({ terug }: { terug: readonly Terug[] }) {
  return terug.map(({ id, bedrag, status, betaaldOp }) => <Terugregel key={id} bedrag={bedrag} status={status} betaaldOp={betaaldOp}>{NOG_TERUG.includes(status) && <p>{status === 'in-batch' ? 'De betaling is op weg naar uw bank.' : 'Het gaat mee met een van onze volgende betalingen, naar uw eigen rekening. U hoeft niets te doen.'} <Link href="/opleider/rekening">Rekening bekijken</Link></p>}</Terugregel>)
}

/** What a burger gets back, and what the burger must still do for it: say on which account. */
export function TerugVoorBurger({ terug, kenmerk, lopend, voorstel }: { terug: readonly Terug[]; kenmerk: string; lopend: Rekening | undefined; voorstel: Rekening | undefined }) {
  const kiezenBij = terug.find(({ status }) => isTeKiezen(status))?.id
  return (
    <>
      {terug.map(({ id, bedrag, status, betaaldOp }) => (
        <Terugregel key={id} bedrag={bedrag} status={status} betaaldOp={betaaldOp}>
          {status === 'in-batch' && <p>De betaling is op weg naar uw bank.</p>}
          {status === 'teruggekomen' && <p>De bank stuurde onze betaling terug.</p>}
          {isTeKiezen(status) && lopend === undefined && <p>{voorstel === undefined ? 'Wij weten nog niet op welke rekening. Geef een rekening op. Daarna betalen wij.' : 'Bevestig eerst op welke rekening. Daarna betalen wij.'}</p>}
          {isTeKiezen(status) && lopend !== undefined && <p>{REKENING_ZIN[lopend.status] ?? ''} Het gaat om de rekening {lopend.rekening} op naam van {lopend.tenaamstelling}.</p>}
          {id === kiezenBij && <p><ButtonLink href={`/mijn/vorderingen/${kenmerk}/rekening`} variant={lopend === undefined ? 'primary' : 'secondary'} iconEnd="arrow-right">{lopend !== undefined ? 'Andere rekening opgeven' : voorstel === undefined ? 'Rekening opgeven' : 'Rekening bevestigen'}</ButtonLink></p>}
        </Terugregel>
      ))}
    </>
  )
}

const REKENING_ZIN: Readonly<Partial<Record<RekeningStatus, string>>> = {
  akkoord: 'Het gaat mee met een van onze volgende betalingen. U hoeft niets te doen.',
  bevestigd: 'Wij vragen de bank nog of de naam bij de rekening hoort. U hoeft niets te doen.',
  'te-beoordelen': 'De naam hoort volgens de bank niet zeker bij de rekening. Een medewerker kijkt ernaar. U kunt ook een andere rekening opgeven.',
}

function Terugregel({ bedrag, status, betaaldOp, children }: { bedrag: Cent; status: TerugbetalingStatus; betaaldOp: PlainDate | null; children?: ReactNode }) {
  if (status === 'verrekend') return null
  if (status === 'betaald') return <Alert kind="ok" title="Wij hebben geld teruggestuurd"><p>Wij betaalden <Bedrag cent={bedrag} /> aan u terug{betaaldOp === null ? '' : ` op ${formatDatum(betaaldOp)}`}.</p></Alert>
  return <Alert kind={status === 'teruggekomen' ? 'warning' : 'info'} title="U krijgt geld terug"><p>Wij betalen <Bedrag cent={bedrag} /> aan u terug.</p>{children}</Alert>
}

/** A list of links to letters. */
export function Brieflijst({ brieven }: { brieven: readonly { href: string; onderwerp: string; dag: string }[] }) {
  return <ul className="flex flex-col gap-2">{brieven.map(({ href, onderwerp, dag }) => <li key={href}><Link href={href}>{onderwerp}</Link> <span className="text-ink-soft whitespace-nowrap">{dag}</span></li>)}</ul>
}
