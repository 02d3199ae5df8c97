import type { Metadata } from 'next'
import { BankberichtFormulier } from '@/app/(uwv)/uwv/bank/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijd } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { bankLijstSchema } from '@/lib/bank/schema'
import { TOESTAND_LABEL, TOESTAND_TOON, VRAAG_TITEL } from '@/lib/bank/texts'
import { BANK_PAGINA, getAansluiting, listBerichten, listStil, listTerugstortingen, listVragen, type BerichtRij, type StilleBatch, type Vraag } from '@/lib/bank/views'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Bank' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the bank says of our payments: what is still to be found out, and every message. */
export default async function BankPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina, vragen: vragenpagina } = bankLijstSchema.parse(await searchParams)
  const [stand, stil, vragen, terug, { rijen, totaal }] = await Promise.all([
    getAansluiting(medewerker), listStil(medewerker), listVragen(medewerker, vragenpagina), listTerugstortingen(medewerker, 1), listBerichten(medewerker, pagina),
  ])
  return (
    <Stack>
      <PageTitle>Bank</PageTitle>
      <SummaryList rows={[
        { key: 'saldo', term: 'Saldo volgens het laatste afschrift', value: stand.saldo === null ? 'Nog geen afschrift' : <><Bedrag cent={stand.saldo} /> (afschrift {stand.afschrift})</> },
        { key: 'onderweg', term: 'Onderweg, nog niet op een afschrift', value: stand.onderweg.aantal === 0 ? 'Niets' : <>{stand.onderweg.aantal === 1 ? 'Eén betaling' : `${stand.onderweg.aantal.toLocaleString('nl-NL')} betalingen`}, samen <Bedrag cent={stand.onderweg.bedrag} /></> },
        ...(terug.totaal === 0 ? [] : [{ key: 'terug', term: 'Geld dat nergens bij hoort', value: <><Link href="/uwv/bank/terugstortingen">{terug.totaal === 1 ? 'Eén terugstorting' : `${terug.totaal.toLocaleString('nl-NL')} terugstortingen`}</Link>{terug.teDoen === 0 ? '' : `, ${String(terug.teDoen)} ${terug.teDoen === 1 ? 'wacht' : 'wachten'} op u`}</> }]),
        ...(stand.wachtend === 0 ? [] : [{ key: 'wacht', term: 'Wacht op een eerder afschrift', value: stand.wachtend === 1 ? 'Eén afschrift' : `${String(stand.wachtend)} afschriften` }]),
      ]} />
      {stil.length > 0 && <Stil stil={stil} />}
      <Table caption={`Uit te zoeken (${vragen.totaal.toLocaleString('nl-NL')})`} columns={vraagColumns} rows={vragen.rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="Er is niets uit te zoeken">Alles wat de bank meldde, past op de cent bij wat wij betaalden.</EmptyState>} />
      <Pagination page={vragenpagina} pageSize={BANK_PAGINA} total={vragen.totaal} href={(page) => `/uwv/bank?vragen=${String(page)}`} />
      <Table caption="Berichten van de bank" columns={berichtColumns} rows={rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="Er zijn nog geen berichten van de bank">Een bericht komt binnen door de bankkoppeling. U kunt het hieronder ook zelf inlezen.</EmptyState>} />
      <Pagination page={pagina} pageSize={BANK_PAGINA} total={totaal} href={(page) => `/uwv/bank?pagina=${String(page)}`} />
      {isAllowed(medewerker, 'bank.verwerken') && <Details summary="Zelf een bestand inlezen"><BankberichtFormulier /></Details>}
    </Stack>
  )
}

/** What the bank should have answered by now. */
function Stil({ stil }: { stil: readonly StilleBatch[] }) {
  return (
    <>
      <Alert kind="warning" title="De bank zegt niets over deze betalingen">Ze hadden al op een afschrift moeten staan. Vraag de bank wat ermee is gebeurd, en om het afschrift of het statusbericht. Betaal ze niet opnieuw voordat u dat weet.</Alert>
      <Table caption="Betalingen zonder antwoord" columns={stilColumns} rows={stil} rowKey={({ msgId }) => msgId} />
    </>
  )
}

const stilColumns: readonly Column<StilleBatch>[] = [
  { key: 'batch', header: 'Batch', rowHeader: true, cell: ({ msgId }) => <Link className="whitespace-nowrap" href={`/uwv/betalingen/${msgId}`}>{msgId}</Link> },
  { key: 'dag', header: 'Uit te voeren op', cell: ({ uitvoeringsdag }) => formatDatumKort(uitvoeringsdag) },
  { key: 'aantal', header: 'Betalingen', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
  { key: 'bedrag', header: 'Samen', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]

const vraagColumns: readonly Column<Vraag>[] = [
  { key: 'soort', header: 'Wat', rowHeader: true, cell: ({ id, soort, batch }) => <Link href={`/uwv/bank/vragen/${id}`}>{VRAAG_TITEL[soort]}{batch !== null && batch.aantal > 1 ? ` (${batch.aantal.toLocaleString('nl-NL')} betalingen)` : ''}</Link> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => (bedrag === null ? '–' : <Bedrag cent={bedrag} />) },
  { key: 'datum', header: 'Boekdatum', cell: ({ boekdatum }) => (boekdatum === null ? '–' : formatDatumKort(boekdatum)) },
  { key: 'kenmerk', header: 'Kenmerk', cell: ({ endToEndId, betaling, batch }) => <span className="whitespace-nowrap">{endToEndId ?? betaling?.endToEndId ?? batch?.msgId ?? '–'}</span> },
  { key: 'wie', header: 'Van of aan wie, en waarvoor', cell: ({ tegenpartij, omschrijving }) => <>{tegenpartij ?? (omschrijving === null ? '–' : '')}{omschrijving !== null && <span className="text-s text-ink-soft block break-words">{omschrijving}</span>}</> },
]

const berichtColumns: readonly Column<BerichtRij>[] = [
  { key: 'naam', header: 'Bericht', rowHeader: true, cell: ({ id, naam }) => <Link className="break-all" href={`/uwv/bank/${id}`}>{naam}</Link> },
  { key: 'toestand', header: 'Stand', cell: ({ toestand }) => <StatusBadge tone={TOESTAND_TOON[toestand]}>{TOESTAND_LABEL[toestand]}</StatusBadge> },
  { key: 'mutaties', header: 'Regels', numeric: true, cell: ({ uitkomst }) => (uitkomst === null ? '–' : (uitkomst['mutaties'] ?? (uitkomst['goedgekeurd'] ?? 0) + (uitkomst['afgewezen'] ?? 0)).toLocaleString('nl-NL')) },
  { key: 'vragen', header: 'Vragen', numeric: true, cell: ({ uitkomst }) => uitkomst?.['vragen'] ?? '–' },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp, door }) => <><span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(ontvangenOp))}, {formatTijd(ontvangenOp)}</span><span className="text-s text-ink-soft block">{door}</span></> },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => <span className="whitespace-nowrap">{soort ?? 'onbekend'}</span> },
]
