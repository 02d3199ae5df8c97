import type { Metadata } from 'next'
import { MaakForm } from '@/app/(opleider)/opleider/koppelingen/form'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { addDays, formatDatumKort } from '@/lib/base/date'
import type { KoppelingToestand } from '@/lib/koppeling/model'
import { SCOPE_LABEL, TOESTAND_LABEL } from '@/lib/koppeling/texts'
import { listKoppelingen, type KoppelingRegel } from '@/lib/koppeling/views'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Koppelingen' }

const TONEN: Readonly<Record<KoppelingToestand, Tone>> = { actief: 'goed', verlopen: 'neutraal', ingetrokken: 'neutraal' }

/** The tokens with which systems of this opleider speak with ours. */
export default async function KoppelingenPage() {
  const opleider = await requireOpleider('koppeling.beheren')
  const { regels, voorstel, orgUnitId } = await listKoppelingen(opleider)
  return (
    <Stack>
      <PageTitle lead="Laat uw eigen systeem opleidingen, aanmeldbewijzen, facturen en deelnames sturen. Daarvoor heeft het een token nodig.">Koppelingen</PageTitle>
      <Paragraph>
        {orgUnitId === null ? 'U hebt nog geen orgUnitId van EDU-DEX. Vraag DUO om die vast te leggen als u opleidingen via EDU-DEX wilt sturen. ' : <>Uw orgUnitId in EDU-DEX is <span className="stap-code">{orgUnitId}</span>. </>}
        De beschrijving voor uw softwareleverancier staat op <Link href="/opendata">de pagina over open data en API’s</Link>.
      </Paragraph>
      <Table
        caption="Uw tokens" columns={COLUMNS} rows={regels} rowKey={({ id }) => id}
        empty={<EmptyState title="U hebt nog geen koppelingen">Maak hieronder een token voor uw eerste systeem.</EmptyState>}
      />
      <Heading level={2}>Token maken</Heading>
      <div className="max-w-2xl"><MaakForm voorstel={formatDatumKort(voorstel)} /></div>
    </Stack>
  )
}

const COLUMNS: readonly Column<KoppelingRegel>[] = [
  { key: 'naam', header: 'Systeem', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'begin', header: 'Token begint met', cell: ({ tokenBegin }) => <span className="stap-code">{tokenBegin}…</span> },
  { key: 'mag', header: 'Mag', cell: ({ scopes }) => scopes.map((scope) => SCOPE_LABEL[scope]).join('; ') },
  { key: 'tot', header: 'Werkt tot en met', cell: ({ geldigTot }) => <span className="whitespace-nowrap">{formatDatumKort(addDays(geldigTot, -1))}</span> },
  { key: 'gebruikt', header: 'Laatst gebruikt', cell: ({ laatstGebruiktOp, createdAt }) => (laatstGebruiktOp === null ? `nog niet (gemaakt op ${formatDatumKort(amsterdamDate(createdAt))})` : formatTijdstip(laatstGebruiktOp)) },
  { key: 'stand', header: 'Stand', cell: ({ toestand }) => <Tag tone={TONEN[toestand]}>{TOESTAND_LABEL[toestand]}</Tag> },
  { key: 'intrekken', header: 'Intrekken', cell: ({ id, naam, toestand }) => (toestand === 'actief' ? <Link href={`/opleider/koppelingen/${id}/intrekken`} aria-label={`Intrekken: ${naam}`}>Intrekken</Link> : '') },
]
