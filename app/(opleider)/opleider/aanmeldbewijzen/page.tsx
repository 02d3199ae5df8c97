import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import type { AanmeldbewijsStatus } from '@/lib/vooraanmelding/model'
import { STATUS_LABEL } from '@/lib/vooraanmelding/texts'
import { listAanmeldbewijzen, type BewijsRegel } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijzen' }

const TONEN: Readonly<Record<AanmeldbewijsStatus, Tone>> = { uitgegeven: 'info', gebruikt: 'goed', ingetrokken: 'neutraal' }

type Search = Promise<{ q?: string | string[]; pagina?: string | string[] }>

/** The aanmeldbewijzen of this opleider, the newest first. */
export default async function AanmeldbewijzenPage({ searchParams }: { searchParams: Search }) {
  const opleider = await requireOpleider('aanmeldbewijs.lezen')
  const { q, pagina: gevraagd } = await searchParams
  const zoek = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const pagina = Math.min(10_000, Math.max(1, Math.trunc(Number(gevraagd)) || 1))
  const { regels, total, perPage } = await listAanmeldbewijzen(opleider, { pagina, zoek })
  return (
    <Stack>
      <PageTitle lead="Een deelnemer heeft een aanmeldbewijs nodig om STAP-budget aan te vragen." actions={<ButtonLink href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Aanmeldbewijs uitgeven</ButtonLink>}>
        Aanmeldbewijzen
      </PageTitle>
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex min-w-60 flex-col gap-1">
          <label htmlFor="q" className="utrecht-form-label">Zoek op achternaam, studentnummer of code</label>
          <TextInput id="q" name="q" type="search" defaultValue={zoek} autoComplete="off" />
        </div>
        <Button variant="secondary" icon="search">Zoeken</Button>
      </form>
      <Table
        caption="Uitgegeven aanmeldbewijzen" captionHidden columns={COLUMNS} rows={regels} rowKey={({ id }) => id}
        empty={zoek === ''
          ? <EmptyState title="U hebt nog geen aanmeldbewijzen uitgegeven" action={<ButtonLink href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Eerste aanmeldbewijs uitgeven</ButtonLink>}>Hier ziet u straks wie een aanmeldbewijs heeft en of het is gebruikt.</EmptyState>
          : <EmptyState title={`Niets gevonden voor “${zoek}”`} action={<Link href="/opleider/aanmeldbewijzen">Toon alles</Link>}>Controleer de spelling of zoek op een deel van de naam.</EmptyState>}
      />
      <Pagination page={pagina} pageSize={perPage} total={total} href={(page) => `?${new URLSearchParams({ q: zoek, pagina: String(page) }).toString()}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<BewijsRegel>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ id, deelnemer }) => <Link href={`/opleider/aanmeldbewijzen/${id}`}>{deelnemer}</Link> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'start', header: 'Start', cell: ({ startdatum }) => <span className="whitespace-nowrap">{formatDatumKort(startdatum)}</span> },
  { key: 'bedrag', header: 'Gevraagd', numeric: true, cell: ({ gevraagdCent }) => <Bedrag cent={gevraagdCent} /> },
  { key: 'code', header: 'Code', cell: ({ code }) => <span className="whitespace-nowrap tabular-nums">{code}</span> },
  { key: 'op', header: 'Uitgegeven', cell: ({ uitgegevenOp }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(uitgegevenOp))}</span> },
  { key: 'status', header: 'Stand', cell: ({ status }) => <Tag tone={TONEN[status]}>{STATUS_LABEL[status]}</Tag> },
]
