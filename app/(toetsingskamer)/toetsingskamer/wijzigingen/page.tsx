import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { SOORT_LABEL } from '@/lib/wijziging/texts'
import { listWijzigingRecord, type WijzigingRecord } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Wijzigingen door opleiders' }

/** How often opleiders moved what was granted, the most moved opleiding first. */
export default async function WijzigingenPage() {
  await requireMedewerker('toezicht.lezen')
  const rijen = await listWijzigingRecord()
  return (
    <Stack>
      <PageTitle lead="Opleiders die datum, plaats of vorm wijzigen nadat het budget is toegekend. Wie het vaakst wijzigt, staat bovenaan.">Wijzigingen door opleiders</PageTitle>
      <Table caption="Wijzigingen per opleiding" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ opleidingId }) => opleidingId} empty={<EmptyState title="Er zijn geen wijzigingen gemeld">Meldt een opleider een wijziging na een toekenning, dan staat die hier.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<WijzigingRecord>[] = [
  { key: 'opleiding', header: 'Opleiding', rowHeader: true, cell: ({ opleidingId, titel, opleider }) => <><Link href={`/opleidingen/${opleidingId}`}>{titel}</Link><span className="block text-s">{opleider}</span></> },
  { key: 'aantal', header: 'Wijzigingen', numeric: true, cell: ({ aantal, isVaak }) => <>{aantal.toLocaleString('nl-NL')}{isVaak && <span className="block"><Tag tone="let-op">Vaak</Tag></span>}</> },
  { key: 'deelnemers', header: 'Deelnemers', numeric: true, cell: ({ deelnemers }) => deelnemers.toLocaleString('nl-NL') },
  { key: 'dagen', header: 'Dagen verschoven', numeric: true, cell: ({ dagen }) => dagen.toLocaleString('nl-NL') },
  { key: 'wat', header: 'Wat', cell: ({ soorten }) => soorten.map((soort) => SOORT_LABEL[soort].toLowerCase()).join(', ') },
  { key: 'nee', header: 'Niet akkoord', numeric: true, cell: ({ geweigerd }) => geweigerd.toLocaleString('nl-NL') },
  { key: 'wissel', header: 'Gewisseld', numeric: true, cell: ({ gewisseld }) => gewisseld.toLocaleString('nl-NL') },
  { key: 'laatste', header: 'Laatste', cell: ({ laatste }) => formatDatumKort(amsterdamDate(laatste)) },
]
