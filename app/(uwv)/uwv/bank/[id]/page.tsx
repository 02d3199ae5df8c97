import type { Metadata } from 'next'
import { leesOpnieuwAction } from '@/app/(uwv)/uwv/bank/[id]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
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
import { MUTATIE_LABEL, TOESTAND_LABEL, TOESTAND_TOON } from '@/lib/bank/texts'
import { BANK_PAGINA, getBericht, type BerichtDetail } from '@/lib/bank/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Bericht van de bank' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** One message of the bank: what it says, and what became of it. */
export default async function BankberichtPage({ params, searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina } = bankLijstSchema.parse(await searchParams)
  const bericht = await getBericht(medewerker, (await params).id, pagina)
  if (bericht === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/bank', label: 'Bank' }]} />
      <PageTitle kicker="Bericht van de bank"><span className="break-all">{bericht.naam}</span></PageTitle>
      {bericht.reden !== null && <Alert kind={bericht.toestand === 'wacht' ? 'info' : 'error'} title={TOESTAND_LABEL[bericht.toestand]}>{bericht.reden}</Alert>}
      {bericht.toestand === 'ontvangen' && <Alert kind="info" title="Het bericht wordt gelezen"><p>Dat duurt een paar tellen.</p><p><ButtonLink href={`/uwv/bank/${bericht.id}`} variant="secondary" icon="refresh">Kijk opnieuw</ButtonLink></p></Alert>}
      <SummaryList rows={[
        { key: 'stand', term: 'Stand', value: <StatusBadge tone={TOESTAND_TOON[bericht.toestand]}>{TOESTAND_LABEL[bericht.toestand]}</StatusBadge> },
        { key: 'soort', term: 'Soort', value: bericht.soort ?? 'Nog niet gelezen' },
        { key: 'ontvangen', term: 'Ontvangen', value: `${formatTijdstip(bericht.ontvangenOp)}, ${bericht.door}` },
        ...telling(bericht),
        { key: 'sha', term: 'Controlegetal van het bestand (SHA-256)', value: <code className="break-all">{bericht.sha256}</code> },
      ]} />
      {bericht.isBewaard && <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/uwv/bank/${bericht.id}/bestand`}>Bestand downloaden</ButtonLink></ButtonGroup>}
      {bericht.isBewaard && bericht.toestand === 'geweigerd' && isAllowed(medewerker, 'bank.verwerken') && (
        <ActionForm action={leesOpnieuwAction}><input type="hidden" name="berichtId" value={bericht.id} /><ButtonGroup><Button variant="secondary" icon="refresh">Lees opnieuw</Button></ButtonGroup></ActionForm>
      )}
      {bericht.afschriften.length > 0 && <Table caption="Afschriften" columns={afschriftColumns} rows={bericht.afschriften} rowKey={({ kenmerk }) => kenmerk} />}
      {bericht.mutaties.length > 0 && <Table caption={`Mutaties (${bericht.totaal.toLocaleString('nl-NL')})`} columns={mutatieColumns} rows={bericht.mutaties} rowKey={({ id }) => id} />}
      <Pagination page={pagina} pageSize={BANK_PAGINA} total={bericht.totaal} href={(page) => `/uwv/bank/${bericht.id}?pagina=${String(page)}`} />
    </Stack>
  )
}

const TELLING = [
  ['bevestigd', 'Betalingen bevestigd'], ['goedgekeurd', 'Betalingen aangenomen'], ['afgewezen', 'Betalingen afgewezen'], ['terug', 'Betalingen teruggekomen'], ['vragen', 'Uit te zoeken'],
] as const

function telling({ uitkomst }: BerichtDetail) {
  return TELLING.flatMap(([key, term]) => (uitkomst?.[key] === undefined ? [] : [{ key, term, value: uitkomst[key].toLocaleString('nl-NL') }]))
}

const afschriftColumns: readonly Column<BerichtDetail['afschriften'][number]>[] = [
  { key: 'kenmerk', header: 'Kenmerk', rowHeader: true, cell: ({ kenmerk }) => kenmerk },
  { key: 'nummer', header: 'Volgnummer', numeric: true, cell: ({ volgnummer }) => volgnummer ?? '–' },
  { key: 'begin', header: 'Beginsaldo', numeric: true, cell: ({ begin }) => <Bedrag cent={begin} /> },
  { key: 'eind', header: 'Eindsaldo', numeric: true, cell: ({ eind }) => <Bedrag cent={eind} /> },
  { key: 'aantal', header: 'Mutaties', numeric: true, cell: ({ aantal }) => aantal.toLocaleString('nl-NL') },
]

const mutatieColumns: readonly Column<BerichtDetail['mutaties'][number]>[] = [
  { key: 'datum', header: 'Boekdatum', rowHeader: true, cell: ({ boekdatum }) => formatDatumKort(boekdatum) },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => MUTATIE_LABEL[soort] },
  { key: 'kenmerk', header: 'Kenmerk', cell: ({ endToEndId }) => <span className="whitespace-nowrap">{endToEndId ?? '–'}</span> },
  { key: 'batch', header: 'Batch', cell: ({ msgId }) => (msgId === null ? '–' : <Link className="whitespace-nowrap" href={`/uwv/betalingen/${msgId}`}>{msgId}</Link>) },
  { key: 'wie', header: 'Tegenpartij', cell: ({ tegenpartij, omschrijving }) => tegenpartij ?? omschrijving ?? '–' },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]
