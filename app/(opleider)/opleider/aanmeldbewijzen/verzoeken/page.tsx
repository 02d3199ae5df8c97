import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import { VERZOEK_LABEL } from '@/lib/vooraanmelding/texts'
import { listVerzoeken } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Verzoeken om een aanmeldbewijs' }

type Search = Promise<{ beantwoord?: string | string[]; pagina?: string | string[] }>
type Rij = Awaited<ReturnType<typeof listVerzoeken>>['regels'][number]

/** Who asks for an aanmeldbewijs, the longest waiting first. */
export default async function VerzoekenPage({ searchParams }: { searchParams: Search }) {
  const opleider = await requireOpleider('aanmeldbewijs.lezen')
  const { beantwoord, pagina: gevraagd } = await searchParams
  const open = beantwoord !== 'ja'
  const pagina = Math.min(10_000, Math.max(1, Math.trunc(Number(gevraagd)) || 1))
  const { regels, total, perPage } = await listVerzoeken(opleider, { pagina, open })
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }]} />
      <PageTitle lead="Deze deelnemers vragen u om een aanmeldbewijs. Wie het langst wacht, staat bovenaan.">{open ? 'Verzoeken' : 'Beantwoorde verzoeken'}</PageTitle>
      <p>{open ? <Link href="?beantwoord=ja">Toon wat u al hebt beantwoord</Link> : <Link href="/opleider/aanmeldbewijzen/verzoeken">Toon wat nog wacht</Link>}</p>
      <Table caption="Verzoeken" captionHidden columns={COLUMNS} rows={regels} rowKey={({ id }) => id} empty={<EmptyState title={open ? 'Er wacht niemand op u' : 'U hebt nog geen verzoeken beantwoord'}>Deelnemers kunnen bij elke opleiding met één knop om een aanmeldbewijs vragen. Hun verzoek staat dan hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={perPage} total={total} href={(page) => `?${new URLSearchParams({ ...(open ? {} : { beantwoord: 'ja' }), pagina: String(page) }).toString()}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ id, deelnemer, status }) => (status === 'gevraagd' ? <Link href={`/opleider/aanmeldbewijzen/verzoeken/${id}`}>{deelnemer}</Link> : deelnemer) },
  { key: 'opleiding', header: 'Opleiding', cell: ({ titel }) => titel },
  { key: 'start', header: 'Start', cell: ({ startdatum }) => <span className="whitespace-nowrap">{formatDatumKort(startdatum)}</span> },
  { key: 'op', header: 'Gevraagd', cell: ({ op }) => formatTijdstip(op) },
  { key: 'stand', header: 'Stand', cell: ({ status, aanmeldbewijsId }) => (aanmeldbewijsId === null ? <Tag tone={status === 'gevraagd' ? 'let-op' : 'neutraal'}>{VERZOEK_LABEL[status]}</Tag> : <Link href={`/opleider/aanmeldbewijzen/${aanmeldbewijsId}`}>{VERZOEK_LABEL[status]}</Link>) },
]
