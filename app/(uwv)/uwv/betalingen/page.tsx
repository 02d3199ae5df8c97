import type { Metadata } from 'next'
import { StelSamenFormulier } from '@/app/(uwv)/uwv/betalingen/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { listRekeningWerk } from '@/lib/bankrekening/views'
import { lijstSchema } from '@/lib/betaling/schema'
import { BATCH_LABEL, BATCH_TOON, BELETSEL_LABEL } from '@/lib/betaling/texts'
import { PAGINA } from '@/lib/betaling/views'
import { countWachtredenen, listBatches, listGeblokkeerd, type BatchRij, type GeblokkeerdRij, type WachtredenRij } from '@/lib/betaling/views/uwv'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Betalingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The payment batches, and what waits to be paid. */
export default async function BetalingenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina } = lijstSchema.parse(await searchParams)
  const [{ rijen, totaal, wachtend }, werk, geblokkeerd, redenen] = await Promise.all([
    listBatches(medewerker, pagina), listRekeningWerk(medewerker), listGeblokkeerd(medewerker), countWachtredenen(medewerker),
  ])
  // What waits for money stands in the table below, with its amount; another number that was asked for holds nothing back.
  const teBeoordelen = werk.filter(({ waarom }) => waarom === 'te-beoordelen').length
  return (
    <Stack>
      <PageTitle actions={<><ButtonLink variant="secondary" href="/uwv/betalingen/rekeningen" icon="building-bank">Rekeningen van opleiders</ButtonLink><ButtonLink variant="secondary" href="/uwv/facturen" icon="file-invoice">Ontvangen facturen</ButtonLink></>}>Betalingen</PageTitle>
      {teBeoordelen > 0 && (
        <Alert kind="warning" title={teBeoordelen === 1 ? 'Eén ander rekeningnummer wacht op een oordeel' : `${String(teBeoordelen)} andere rekeningnummers wachten op een oordeel`}>
          <p>De wachttijd is voorbij en de naam klopt niet. <Link href="/uwv/betalingen/rekeningen">Bekijk de rekeningen</Link> en beslis erover.</p>
        </Alert>
      )}
      <Paragraph>
        {wachtend.aantal === 0
          ? 'Er wacht nu geen goedgekeurde factuur op betaling.'
          : <>{wachtend.aantal === 1 ? 'Eén goedgekeurde factuur wacht' : `${wachtend.aantal.toLocaleString('nl-NL')} goedgekeurde facturen wachten`} op betaling, samen <Bedrag cent={wachtend.bedrag} />.</>}{' '}
        Elke nacht om 02.00 uur komt alles wat betaald mag worden in een batch.
      </Paragraph>
      {isAllowed(medewerker, 'betaling.batch.opstellen') && wachtend.aantal > 0 && <StelSamenFormulier />}
      {redenen.length > 0 && <Table caption="Goedgekeurd, maar gaat vannacht niet mee" columns={REDENEN} rows={redenen} rowKey={({ reden }) => reden} />}
      {geblokkeerd.length > 0 && <Table caption="Geblokkeerde facturen" columns={BLOKKADES} rows={geblokkeerd} rowKey={({ factuurId }) => factuurId} />}
      <Table caption="Batches" columns={columns} rows={rijen} rowKey={({ msgId }) => msgId}
        empty={<EmptyState title="Er zijn nog geen batches">Een batch ontstaat ’s nachts, of als u er hier een samenstelt.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/betalingen?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<BatchRij>[] = [
  { key: 'msgId', header: 'Batch', rowHeader: true, cell: ({ msgId }) => <Link className="whitespace-nowrap" href={`/uwv/betalingen/${msgId}`}>{msgId}</Link> },
  { key: 'totaal', header: 'Totaal', numeric: true, cell: ({ totaal }) => <Bedrag cent={totaal} /> },
  { key: 'status', header: 'Status', cell: (rij) => <BatchStand batch={rij} /> },
  { key: 'aantal', header: 'Betalingen', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'opgesteld', header: 'Opgesteld', cell: ({ opgesteldOp, opgesteldDoor }) => <><span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(opgesteldOp))}, {formatTijd(opgesteldOp)}</span><span className="text-s text-ink-soft block">{opgesteldDoor}</span></> },
  { key: 'goed', header: 'Goedgekeurd door', cell: ({ goedgekeurdDoor }) => (goedgekeurdDoor.length === 0 ? 'Nog niemand' : goedgekeurdDoor.join(' en ')) },
]

const REDENEN: readonly Column<WachtredenRij>[] = [
  { key: 'reden', header: 'Waarom niet', rowHeader: true, cell: ({ reden }) => <Reden reden={reden} /> },
  { key: 'aantal', header: 'Facturen', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'bedrag', header: 'Samen', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]

/** Where somebody looks further into what holds a payment back. */
const WAAR: Readonly<Partial<Record<WachtredenRij['reden'], string>>> = { opgeschort: '/toetsingskamer/opschortingen', 'rekening-klopt-niet': '/uwv/betalingen/rekeningen' }

function Reden({ reden }: Pick<WachtredenRij, 'reden'>) {
  const href = WAAR[reden]
  return href === undefined ? BELETSEL_LABEL[reden] : <Link href={href}>{BELETSEL_LABEL[reden]}</Link>
}

const BLOKKADES: readonly Column<GeblokkeerdRij>[] = [
  { key: 'factuur', header: 'Factuur', rowHeader: true, cell: ({ factuurId, factuurnummer }) => <Link href={`/uwv/facturen/${factuurId}`}>{factuurnummer}</Link> },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
  { key: 'waarom', header: 'Waarom', cell: ({ reden, door, op }) => `${reden} (${door}, ${formatTijdstip(op)})` },
]

function BatchStand({ batch: { status, vrijgegevenOp } }: { batch: BatchRij }) {
  return vrijgegevenOp === null
    ? <StatusBadge tone={BATCH_TOON[status]}>{BATCH_LABEL[status]}</StatusBadge>
    : <StatusBadge tone="goed">Bij de bank</StatusBadge>
}
