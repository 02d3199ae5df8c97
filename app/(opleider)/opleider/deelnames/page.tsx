import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import { DEELNAME_FILTERS, deelnameLijstSchema, type DeelnameFilter } from '@/lib/verantwoording/schema'
import { UITKOMST_LABEL } from '@/lib/verantwoording/texts'
import { countTeLeverenStukken, listDeelnemers, PAGINA, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnames' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const FILTER_LABEL: Readonly<Record<DeelnameFilter, string>> = { alle: 'Alle deelnemers', 'te-melden': 'Nu te melden', 'te-laat': 'Te laat', gemeld: 'Gemeld' }

/** The participants with STAP-budget and how their scholing ended: what is late and what can be reported first. */
export default async function DeelnamesPage({ searchParams }: Props) {
  const opleider = await requireOpleider('deelname.melden')
  const { pagina, filter } = deelnameLijstSchema.parse(await searchParams)
  const [{ rijen, totaal, open, teLaat }, stukken] = await Promise.all([listDeelnemers(opleider, pagina, filter), countTeLeverenStukken(opleider)])
  return (
    <Stack>
      <PageTitle
        lead={open === 0 ? 'U hebt alles gemeld wat u nu kunt melden.' : `Van ${deelnemers(open)} kunt u de uitkomst melden.`}
        actions={<><ButtonLink href="/opleider/deelnames/bestand" icon="upload">Melden met een bestand</ButtonLink><ButtonLink href="/opleider/deelnames/controles" variant="secondary" icon="checklist">Controles</ButtonLink></>}
      >
        Deelnames
      </PageTitle>
      {teLaat > 0 && (
        <Alert kind="warning" title={`Van ${deelnemers(teLaat)} is de termijn voorbij`}>
          <p>Meld de uitkomst zo snel mogelijk. Meldt u niets, dan vraagt UWV het aan de deelnemer en kan UWV het betaalde bedrag bij u terugvragen.</p>
          {filter !== 'te-laat' && <p><Link href="/opleider/deelnames?filter=te-laat">Bekijk wie te laat is</Link></p>}
        </Alert>
      )}
      {stukken > 0 && <Alert kind="warning" title="De Toetsingskamer vraagt om stukken"><p><Link href="/opleider/deelnames/controles">Stuur de stukken van {deelnemers(stukken)}</Link></p></Alert>}
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex flex-col gap-1">
          <label htmlFor="filter" className="utrecht-form-label">Welke deelnemers?</label>
          <Select id="filter" name="filter" defaultValue={filter} options={DEELNAME_FILTERS.map((value) => ({ value, label: FILTER_LABEL[value] }))} />
        </div>
        <Button variant="secondary" icon="search">Tonen</Button>
      </form>
      <Table caption="Deelnemers met STAP-budget" captionHidden columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={filter === 'alle'
          ? <EmptyState title="U hebt nog geen deelnemers met STAP-budget">Krijgt een deelnemer STAP-budget? Dan staat die hier, en meldt u na afloop hoe het ging.</EmptyState>
          : <EmptyState title="Er zijn geen deelnemers in deze lijst">Kies ‘Alle deelnemers’ om iedereen te zien.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/opleider/deelnames?filter=${filter}&pagina=${String(page)}`} />
    </Stack>
  )
}

const deelnemers = (aantal: number): string => (aantal === 1 ? 'één deelnemer' : `${aantal.toLocaleString('nl-NL')} deelnemers`)

const columns: readonly Column<DeelnemerRij>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ kenmerk, deelnemer }) => <Link href={`/opleider/deelnames/${kenmerk}`}>{deelnemer}</Link> },
  { key: 'status', header: 'Uitkomst', cell: (rij) => <Stand rij={rij} /> },
  { key: 'kenmerk', header: 'Aanvraag', cell: ({ kenmerk }) => <span className="whitespace-nowrap">{kenmerk}</span> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'einde', header: 'Einde', cell: ({ einddatum }) => <span className="whitespace-nowrap">{formatDatumKort(einddatum)}</span> },
  { key: 'melden', header: 'Melden uiterlijk', cell: ({ meldenVoor }) => <span className="whitespace-nowrap">{formatDatumKort(meldenVoor)}</span> },
]

function Stand({ rij: { deelname, aanvraagStatus, stand } }: { rij: DeelnemerRij }) {
  if (aanvraagStatus === 'vastgesteld') return <StatusBadge tone="goed">Vastgesteld</StatusBadge>
  if (aanvraagStatus === 'betwist') return <StatusBadge tone="fout">Deelnemer is het oneens</StatusBadge>
  if (deelname !== null) return <StatusBadge tone="info">{UITKOMST_LABEL[deelname.uitkomst]}, gemeld</StatusBadge>
  switch (stand) {
    case 'te-laat': return <StatusBadge tone="fout">Te laat</StatusBadge>
    case 'te-melden': return <StatusBadge tone="let-op">Nog melden</StatusBadge>
    case 'loopt': return <StatusBadge tone="neutraal">Bezig</StatusBadge>
    case 'nog-niet-begonnen': return <StatusBadge tone="neutraal">Nog niet begonnen</StatusBadge>
  }
}
