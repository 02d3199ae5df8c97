import type { Metadata } from 'next'
import { BevrorenForm } from '@/app/(duo)/duo/registratiestop/[code]/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { BEVROREN_OORDELEN } from '@/lib/toelating/model'
import { BEVROREN_LABEL } from '@/lib/toelating/texts'
import { getBevroren, type BevrorenRij } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Bevroren register' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ q?: string | string[]; oordeel?: string | string[]; pagina?: string | string[] }> }

/** The register as it was frozen for a tijdvak, the latest registrations first: those were seen the least. */
export default async function BevrorenPage({ params, searchParams }: Props) {
  const medewerker = await requireMedewerker('register.lezen')
  const code = decodeURIComponent((await params).code)
  const { q, oordeel: gekozen, pagina: gevraagd } = await searchParams
  const zoek = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const oordeel = gekozen === 'geen' ? 'geen' as const : BEVROREN_OORDELEN.find((one) => one === gekozen) ?? null
  const pagina = Math.min(100_000, Math.max(1, Math.trunc(Number(gevraagd)) || 1))
  const lijst = await getBevroren(code, { zoek, oordeel, pagina })
  if (lijst === undefined) return toonNietGevonden()
  const columns = isAllowed(medewerker, 'register.beoordelen') ? [...COLUMNS, oordeelColumn(code)] : COLUMNS
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/duo/registratiestop', label: 'Registratiestop' }]} />
      <PageTitle kicker={code} lead={`Stand van ${formatTijdstip(lijst.registratiestopOp)}. ${lijst.total.toLocaleString('nl-NL')} ${lijst.total === 1 ? 'opleiding' : 'opleidingen'}. Wat het laatst is geregistreerd, staat bovenaan.`} actions={<ButtonLink href={`/duo/registratiestop/${encodeURIComponent(code)}/lijst`} variant="secondary" icon="download">Hele lijst (CSV)</ButtonLink>}>Bevroren register</PageTitle>
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex min-w-60 flex-col gap-1">
          <label htmlFor="q" className="utrecht-form-label">Zoek op opleiding, opleider of KvK-nummer</label>
          <TextInput id="q" name="q" type="search" defaultValue={zoek} autoComplete="off" />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor="oordeel" className="utrecht-form-label">Oordeel</label>
          <Select id="oordeel" name="oordeel" defaultValue={oordeel ?? ''} leeg="Alle" options={[{ value: 'geen', label: 'Nog niet bekeken' }, ...BEVROREN_OORDELEN.map((value) => ({ value, label: BEVROREN_LABEL[value] }))]} />
        </div>
        <Button variant="secondary" icon="search">Tonen</Button>
      </form>
      <Table caption="Bevroren register" captionHidden columns={columns} rows={lijst.rijen} rowKey={({ opleidingId }) => opleidingId} empty={<EmptyState title="Niets gevonden">Kies een ander oordeel of zoek op iets anders.</EmptyState>} />
      <Pagination page={pagina} pageSize={lijst.perPage} total={lijst.total} href={(page) => `?${new URLSearchParams({ q: zoek, oordeel: oordeel ?? '', pagina: String(page) }).toString()}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<BevrorenRij>[] = [
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ opleidingId, titelBijStop, titel, versie, versieBijStop }) => <><Link href={`/opleidingen/${opleidingId}`}>{titelBijStop}</Link>{versieBijStop !== null && versieBijStop !== versie && <span className="block text-s">sindsdien gewijzigd{titel !== titelBijStop && `: ${titel}`}</span>}</> },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider, kvk }) => <>{opleider}<span className="block text-s">KvK {kvk}</span></> },
  { key: 'starts', header: 'Startdata', numeric: true, cell: ({ activiteiten }) => activiteiten.toLocaleString('nl-NL') },
  { key: 'laatste', header: 'Laatste registratie', cell: ({ laatsteRegistratie }) => formatDatumKort(amsterdamDate(laatsteRegistratie)) },
  { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijsCent }) => <Bedrag cent={prijsCent} /> },
  { key: 'stand', header: 'Oordeel', cell: ({ oordeel, toelichting }) => (oordeel === null ? 'Nog niet bekeken' : <><Tag tone={oordeel === 'akkoord' ? 'goed' : 'let-op'}>{BEVROREN_LABEL[oordeel]}</Tag>{toelichting !== null && <span className="block text-s">{toelichting}</span>}</>) },
]

const oordeelColumn = (code: string): Column<BevrorenRij> => ({
  key: 'doe', header: 'Beoordelen', cell: ({ opleidingId, titelBijStop }) => <BevrorenForm code={code} opleidingId={opleidingId} titel={titelBijStop} />,
})
