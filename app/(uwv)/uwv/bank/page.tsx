import type { Metadata } from 'next'
import { BankberichtFormulier } from '@/app/(uwv)/uwv/bank/form'
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
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { bankLijstSchema } from '@/lib/bank/schema'
import { TOESTAND_LABEL, TOESTAND_TOON, VRAAG_TITEL } from '@/lib/bank/texts'
import { BANK_PAGINA, getAansluiting, listBerichten, listVragen, type BerichtRij, type Vraag } from '@/lib/bank/views'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Bank' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the bank says of our payments: what is still to be found out, and every message. */
export default async function BankPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina } = bankLijstSchema.parse(await searchParams)
  const [stand, vragen, { rijen, totaal }] = await Promise.all([getAansluiting(medewerker), listVragen(medewerker), listBerichten(medewerker, pagina)])
  return (
    <Stack>
      <PageTitle>Bank</PageTitle>
      <SummaryList rows={[
        { key: 'saldo', term: 'Saldo volgens het laatste afschrift', value: stand.saldo === null ? 'Nog geen afschrift' : <><Bedrag cent={stand.saldo} /> (afschrift {stand.afschrift})</> },
        { key: 'onderweg', term: 'Onderweg, nog niet op een afschrift', value: <>{stand.onderweg.aantal === 1 ? 'Eén betaling' : `${stand.onderweg.aantal.toLocaleString('nl-NL')} betalingen`}, samen <Bedrag cent={stand.onderweg.bedrag} /></> },
        ...(stand.wachtend === 0 ? [] : [{ key: 'wacht', term: 'Wacht op een eerder afschrift', value: stand.wachtend === 1 ? 'Eén afschrift' : `${String(stand.wachtend)} afschriften` }]),
      ]} />
      <Table caption={`Uit te zoeken (${String(stand.openVragen)})`} columns={vraagColumns} rows={vragen} rowKey={({ id }) => id}
        empty={<EmptyState title="Er is niets uit te zoeken">Alles wat de bank meldde, past op de cent bij wat wij betaalden.</EmptyState>} />
      <Table caption="Berichten van de bank" columns={berichtColumns} rows={rijen} rowKey={({ id }) => id}
        empty={<EmptyState title="Er zijn nog geen berichten van de bank">Een bericht komt binnen door de bankkoppeling. U kunt het hieronder ook zelf inlezen.</EmptyState>} />
      <Pagination page={pagina} pageSize={BANK_PAGINA} total={totaal} href={(page) => `/uwv/bank?pagina=${String(page)}`} />
      {isAllowed(medewerker, 'bank.verwerken') && <Details summary="Zelf een bestand inlezen"><BankberichtFormulier /></Details>}
    </Stack>
  )
}

const vraagColumns: readonly Column<Vraag>[] = [
  { key: 'soort', header: 'Wat', rowHeader: true, cell: ({ id, soort }) => <Link href={`/uwv/bank/vragen/${id}`}>{VRAAG_TITEL[soort]}</Link> },
  { key: 'datum', header: 'Boekdatum', cell: ({ boekdatum }) => (boekdatum === null ? '–' : formatDatumKort(boekdatum)) },
  { key: 'kenmerk', header: 'Kenmerk', cell: ({ endToEndId, betaling }) => <span className="whitespace-nowrap">{endToEndId ?? betaling?.endToEndId ?? '–'}</span> },
  { key: 'wie', header: 'Tegenpartij', cell: ({ tegenpartij }) => tegenpartij ?? '–' },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => (bedrag === null ? '–' : <Bedrag cent={bedrag} />) },
]

const berichtColumns: readonly Column<BerichtRij>[] = [
  { key: 'naam', header: 'Bericht', rowHeader: true, cell: ({ id, naam }) => <Link className="break-all" href={`/uwv/bank/${id}`}>{naam}</Link> },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => <span className="whitespace-nowrap">{soort ?? 'onbekend'}</span> },
  { key: 'toestand', header: 'Stand', cell: ({ toestand }) => <StatusBadge tone={TOESTAND_TOON[toestand]}>{TOESTAND_LABEL[toestand]}</StatusBadge> },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp, door }) => `${formatTijdstip(ontvangenOp)}, ${door}` },
  { key: 'mutaties', header: 'Regels', numeric: true, cell: ({ uitkomst }) => (uitkomst === null ? '–' : (uitkomst['mutaties'] ?? (uitkomst['goedgekeurd'] ?? 0) + (uitkomst['afgewezen'] ?? 0)).toLocaleString('nl-NL')) },
  { key: 'vragen', header: 'Vragen', numeric: true, cell: ({ uitkomst }) => uitkomst?.['vragen'] ?? '–' },
]
