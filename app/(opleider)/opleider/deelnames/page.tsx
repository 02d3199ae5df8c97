import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireOpleider } from '@/lib/platform/session'
import { UITKOMST_LABEL } from '@/lib/verantwoording/texts'
import { listDeelnemers, PAGINA, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnames' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The participants with STAP-budget and how their scholing ended. */
export default async function DeelnamesPage({ searchParams }: Props) {
  const opleider = await requireOpleider('deelname.melden')
  const { pagina } = lijstSchema.parse(await searchParams)
  const { rijen, totaal, open } = await listDeelnemers(opleider, pagina)
  return (
    <Stack>
      <PageTitle lead={open === 0 ? 'U hebt alles gemeld wat u nu kunt melden.' : `Van ${open === 1 ? 'één deelnemer' : `${String(open)} deelnemers`} moet u de uitkomst nog melden.`}>Deelnames</PageTitle>
      <Table caption="Deelnemers met STAP-budget" captionHidden columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="U hebt nog geen deelnemers met STAP-budget">Krijgt een deelnemer STAP-budget? Dan staat die hier, en meldt u na afloop hoe het ging.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/opleider/deelnames?pagina=${String(page)}`} />
    </Stack>
  )
}

const columns: readonly Column<DeelnemerRij>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ kenmerk, deelnemer }) => <Link href={`/opleider/deelnames/${kenmerk}`}>{deelnemer}</Link> },
  { key: 'status', header: 'Uitkomst', cell: (rij) => <Stand rij={rij} /> },
  { key: 'kenmerk', header: 'Aanvraag', cell: ({ kenmerk }) => <span className="whitespace-nowrap">{kenmerk}</span> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'einde', header: 'Einde', cell: ({ einddatum }) => <span className="whitespace-nowrap">{formatDatumKort(einddatum)}</span> },
  { key: 'melden', header: 'Melden uiterlijk', cell: ({ meldenVoor }) => <span className="whitespace-nowrap">{formatDatumKort(meldenVoor)}</span> },
]

function Stand({ rij: { deelname, aanvraagStatus, isBegonnen } }: { rij: DeelnemerRij }) {
  if (aanvraagStatus === 'vastgesteld') return <StatusBadge tone="goed">Vastgesteld</StatusBadge>
  if (aanvraagStatus === 'betwist') return <StatusBadge tone="fout">Deelnemer is het oneens</StatusBadge>
  if (deelname !== null) return <StatusBadge tone="info">{UITKOMST_LABEL[deelname.uitkomst]}, gemeld</StatusBadge>
  return isBegonnen ? <StatusBadge tone="let-op">Nog melden</StatusBadge> : <StatusBadge tone="neutraal">Nog niet begonnen</StatusBadge>
}
