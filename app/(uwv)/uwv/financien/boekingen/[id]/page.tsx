import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import type { Bron } from '@/lib/financien/rules/bron'
import type { JournaalRegel } from '@/lib/financien/rules/journaal'
import { oorzaakLabel, REKENING_LABEL, soortLabel } from '@/lib/financien/texts'
import { getBoeking } from '@/lib/financien/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Boeking' }

/** One boeking: its lines, what caused it, and the document behind it. */
export default async function BoekingPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const boeking = await getBoeking(medewerker, (await params).id)
  const eerste = boeking?.regels[0]
  if (boeking === undefined || eerste === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle kicker={`Boeking ${String(eerste.boeking)}`}>{soortLabel(eerste.soort)}</PageTitle>
      <SummaryList rows={[
        { key: 'op', term: 'Geboekt', value: formatTijdstip(eerste.geboektOp) },
        { key: 'jaar', term: 'Boekjaar', value: String(eerste.boekjaar) },
        { key: 'door', term: 'Door', value: boeking.door },
        { key: 'oorzaak', term: 'Oorzaak', value: <Oorzaak eerste={eerste} regels={boeking.regels} bron={boeking.bron} /> },
        ...(boeking.reden === null ? [] : [{ key: 'reden', term: 'Reden', value: boeking.reden }]),
      ]} />
      <Table caption={boeking.aantal > boeking.regels.length ? `De eerste ${boeking.regels.length.toLocaleString('nl-NL')} van ${boeking.aantal.toLocaleString('nl-NL')} regels` : 'Regels'} columns={columns} rows={boeking.regels} rowKey={({ regel }) => String(regel)} />
      {boeking.aantal > boeking.regels.length && <ButtonGroup><ButtonLink variant="secondary" href={`/uwv/financien/regels?boeking=${String(eerste.boeking)}`}>Alle regels van deze boeking</ButtonLink></ButtonGroup>}
    </Stack>
  )
}

function Oorzaak({ eerste, regels, bron }: { eerste: JournaalRegel; regels: readonly JournaalRegel[]; bron: Bron | null }) {
  if (bron === null) return <>{oorzaakVan(eerste, regels)}</>
  return bron.href === null ? <>{bron.naam}</> : <Link href={bron.href}>{bron.naam}</Link>
}

// The number of the cause stands in the journal for the accountant; here the aanvraag or the tijdvak says more.
function oorzaakVan({ oorzaak, tijdvak, compartiment }: JournaalRegel, regels: readonly JournaalRegel[]): string {
  const [aanvraag, nogEen] = new Set(regels.flatMap((regel) => regel.aanvraag ?? []))
  return `${oorzaakLabel(oorzaak)} ${aanvraag === undefined || nogEen !== undefined ? `${tijdvak} ${compartiment}` : aanvraag}`
}

const columns: readonly Column<JournaalRegel>[] = [
  { key: 'rekening', header: 'Rekening', rowHeader: true, cell: ({ rekening }) => REKENING_LABEL[rekening] },
  { key: 'waar', header: 'Tijdvak', cell: ({ tijdvak, compartiment }) => `${tijdvak} ${compartiment}` },
  { key: 'aanvraag', header: 'Aanvraag', cell: ({ aanvraag }) => (aanvraag === null ? '–' : <Link href={`/uwv/financien/regels?aanvraag=${aanvraag}`}><span className="whitespace-nowrap">{aanvraag}</span></Link>) },
  { key: 'opleider', header: 'KvK opleider', cell: ({ opleider }) => opleider ?? '–' },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedragCent }) => <Bedrag centen cent={cent(bedragCent)} /> },
]
