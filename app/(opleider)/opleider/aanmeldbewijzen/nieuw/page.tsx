import type { Metadata } from 'next'
import { z } from 'zod'
import { UitgeefForm } from '@/app/(opleider)/opleider/aanmeldbewijzen/nieuw/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import type { OpleiderActor } from '@/lib/base/actor'
import { formatDatumKort, formatPeriode } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getKeuze, listKeuzes } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijs uitgeven' }

type Search = Promise<{ q?: string | string[]; activiteit?: string | string[] }>
type Keuze = Awaited<ReturnType<typeof listKeuzes>>[number]

/** First which scholingsactiviteit, then who: two short pages instead of one long one. */
export default async function NieuwPage({ searchParams }: { searchParams: Search }) {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const { q, activiteit } = await searchParams
  if (typeof activiteit === 'string') return <Wie opleider={opleider} activiteitId={activiteit} />
  const zoek = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const keuzes = await listKeuzes(opleider, zoek)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }]} />
      <PageTitle lead="Stap 1 van 2. U ziet startdatums die open zijn en over minstens vier weken beginnen.">Voor welke scholing?</PageTitle>
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex min-w-60 flex-col gap-1">
          <label htmlFor="q" className="utrecht-form-label">Zoek op naam van de opleiding</label>
          <TextInput id="q" name="q" type="search" defaultValue={zoek} autoComplete="off" />
        </div>
        <Button variant="secondary" icon="search">Zoeken</Button>
      </form>
      <Table
        caption="Scholingsactiviteiten" captionHidden columns={COLUMNS} rows={keuzes} rowKey={({ id }) => id}
        empty={<EmptyState title="Geen startdatums gevonden" action={<Link href="/opleider/opleidingen">Naar uw opleidingen</Link>}>Voeg bij een opleiding een startdatum toe, of zoek op een andere naam.</EmptyState>}
      />
    </Stack>
  )
}

const COLUMNS: readonly Column<Keuze>[] = [
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ id, titel }) => <Link href={`/opleider/aanmeldbewijzen/nieuw?activiteit=${id}`}>{titel}</Link> },
  { key: 'start', header: 'Start', cell: ({ startdatum }) => <span className="whitespace-nowrap">{formatDatumKort(startdatum)}</span> },
  { key: 'plaats', header: 'Plaats', cell: ({ plaats }) => plaats ?? 'Online' },
  { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ catalogusprijsCent }) => <Bedrag cent={catalogusprijsCent} /> },
  { key: 'subsidiabel', header: 'Subsidiabel', numeric: true, cell: ({ subsidiabelCent }) => <Bedrag cent={subsidiabelCent} /> },
]

async function Wie({ opleider, activiteitId }: { opleider: OpleiderActor; activiteitId: string }) {
  const keuze = z.guid().safeParse(activiteitId).success ? await getKeuze(opleider, activiteitId) : undefined
  if (keuze === undefined) return toonNietGevonden()
  const { id, titel, startdatum, einddatum, plaats, catalogusprijsCent, subsidiabelCent, voorstelCent, maximumCent } = keuze
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }, { href: '/opleider/aanmeldbewijzen/nieuw', label: 'Voor welke scholing?' }]} />
      <PageTitle lead="Stap 2 van 2. Neem naam en geboortedatum over van het identiteitsbewijs.">Voor wie?</PageTitle>
      <SummaryList
        rows={[
          { key: 'titel', term: 'Opleiding', value: titel, change: { href: '/opleider/aanmeldbewijzen/nieuw', what: 'opleiding' } },
          { key: 'wanneer', term: 'Wanneer', value: formatPeriode(startdatum, einddatum) },
          { key: 'waar', term: 'Waar', value: plaats ?? 'Online' },
          { key: 'prijs', term: 'Prijs', value: <Bedrag cent={catalogusprijsCent} /> },
          { key: 'subsidiabel', term: 'Subsidiabele kosten', value: <Bedrag cent={subsidiabelCent} /> },
        ]}
      />
      <UitgeefForm scholingsactiviteitId={id} voorstel={formatBedrag(voorstelCent).replace('€ ', '')} maximum={formatBedrag(maximumCent)} />
    </Stack>
  )
}
