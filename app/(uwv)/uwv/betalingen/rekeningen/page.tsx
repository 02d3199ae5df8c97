import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { requireMedewerker } from '@/lib/platform/session'
import { NAAM_LABEL, NAAM_TOON, NOG_NIET_GEVRAAGD } from '@/lib/bankrekening/texts'
import { listRekeningWerk, type RekeningWerk } from '@/lib/bankrekening/views'

export const metadata: Metadata = { title: 'Rekeningen van opleiders' }

const WAAROM: Readonly<Record<RekeningWerk['waarom'], string>> = {
  'nooit-gematcht': 'Er wacht geld voor dit nummer', 'te-beoordelen': 'Beslis over een ander nummer', 'wijziging-loopt': 'Ander nummer gevraagd, nog niet in gebruik',
}

/** The accounts that somebody must look at before they are paid on. */
export default async function RekeningenPage() {
  const werk = await listRekeningWerk(await requireMedewerker('betaling.lezen'))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/betalingen', label: 'Betalingen' }]} />
      <PageTitle lead="Wij betalen alleen op een rekening waarvan de naam klopt, of die een medewerker met een reden heeft aanvaard.">Rekeningen van opleiders</PageTitle>
      <Table caption="Te bekijken" columns={COLUMNS} rows={werk} rowKey={({ opleiderId, waarom }) => `${opleiderId} ${waarom}`}
        empty={<EmptyState title="Er is niets te bekijken">Hier komt een opleider te staan als de naam bij het rekeningnummer niet klopt, of als er een ander nummer is gevraagd.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<RekeningWerk>[] = [
  { key: 'opleider', header: 'Opleider', rowHeader: true, cell: ({ opleiderId, opleider }) => <Link href={`/uwv/betalingen/rekeningen/${opleiderId}`}>{opleider}</Link> },
  { key: 'waarom', header: 'Waarom', cell: ({ waarom }) => WAAROM[waarom] },
  { key: 'naam', header: 'Naamcontrole', cell: ({ antwoord }) => (antwoord === null ? NOG_NIET_GEVRAAGD : <StatusBadge tone={NAAM_TOON[antwoord]}>{NAAM_LABEL[antwoord]}</StatusBadge>) },
  { key: 'aantal', header: 'Facturen', numeric: true, cell: ({ aantal }) => (aantal === 0 ? '–' : aantal.toLocaleString('nl-NL')) },
  { key: 'bedrag', header: 'Samen', numeric: true, cell: ({ aantal, bedrag }) => (aantal === 0 ? '–' : <Bedrag cent={bedrag} />) },
]
