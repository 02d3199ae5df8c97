import type { Metadata } from 'next'
import { MaatregelLabel } from '@/components/dossier/maatregel'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { getErkenner, listToegelaten, type ToegelatenRij } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Opleiders' }

type Search = Promise<{ q?: string | string[]; pagina?: string | string[] }>

/** The opleiders that this erkenner admitted. */
export default async function OpleidersPage({ searchParams }: { searchParams: Search }) {
  const erkenner = await getErkenner(await requireMedewerker('toelating.beheren'))
  const { q, pagina: gevraagd } = await searchParams
  const zoek = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const pagina = Math.min(10_000, Math.max(1, Math.trunc(Number(gevraagd)) || 1))
  const { rijen, total, perPage } = erkenner === undefined ? { rijen: [], total: 0, perPage: 25 } : await listToegelaten(erkenner.id, { pagina, zoek })
  return (
    <Stack>
      <PageTitle lead="Wie u hebt toegelaten. Opleiders met een maatregel staan bovenaan." actions={<ButtonLink href="/erkenner/opleiders/nieuw" icon="plus">Opleider toelaten</ButtonLink>}>Opleiders</PageTitle>
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex min-w-60 flex-col gap-1">
          <label htmlFor="q" className="utrecht-form-label">Zoek op naam of KvK-nummer</label>
          <TextInput id="q" name="q" type="search" defaultValue={zoek} autoComplete="off" />
        </div>
        <Button variant="secondary" icon="search">Zoeken</Button>
      </form>
      <Table caption="Toegelaten opleiders" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title={zoek === '' ? 'U hebt nog geen opleider toegelaten' : 'Niets gevonden'}>{zoek === '' ? 'Een opleider die u toelaat, kan opleidingen in het register zetten.' : 'Controleer de spelling of zoek op een deel van de naam.'}</EmptyState>} />
      <Pagination page={pagina} pageSize={perPage} total={total} href={(page) => `?${new URLSearchParams({ q: zoek, pagina: String(page) }).toString()}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<ToegelatenRij>[] = [
  { key: 'naam', header: 'Opleider', rowHeader: true, cell: ({ id, naam, maatregel }) => <span className="flex flex-wrap items-center gap-2"><Link href={`/erkenner/opleiders/${id}`}>{naam}</Link>{maatregel !== null && <MaatregelLabel soort={maatregel} />}</span> },
  { key: 'kvk', header: 'KvK', cell: ({ kvk }) => kvk },
  { key: 'plaats', header: 'Plaats', cell: ({ plaats }) => plaats },
  { key: 'sinds', header: 'Toegelaten', cell: ({ sinds, isHeel }) => <><span className="whitespace-nowrap">{formatDatumKort(sinds)}</span>{!isHeel && <span className="block text-s">alleen losse opleidingen</span>}</> },
  { key: 'opleidingen', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => opleidingen.toLocaleString('nl-NL') },
  { key: 'fouten', header: 'Fouten', numeric: true, cell: ({ fouten }) => (fouten === 0 ? '' : fouten.toLocaleString('nl-NL')) },
]
