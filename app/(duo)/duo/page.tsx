import type { Metadata } from 'next'
import { MaatregelLabel } from '@/components/dossier/maatregel'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { GEBREKEN } from '@/lib/register/model'
import { GEBREK_TEKST } from '@/lib/register/texts'
import { listKwaliteit, type KwaliteitRij } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Register' }

/** The quality of the register: which opleider has what to mend. */
export default async function DuoPage() {
  await requireMedewerker('register.lezen')
  const rijen = await listKwaliteit()
  const opleidingen = rijen.reduce((som, rij) => som + rij.opleidingen, 0)
  const metGebrek = rijen.reduce((som, rij) => som + rij.metGebrek, 0)
  return (
    <Stack>
      <PageTitle lead={`${number(rijen.length)} opleiders, ${number(opleidingen)} opleidingen, waarvan ${number(metGebrek)} niet compleet.`} actions={<ButtonLink href="/duo/imports" variant="secondary" icon="files">Imports</ButtonLink>}>Kwaliteit van het register</PageTitle>
      <Table caption="Kwaliteit per opleider" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Er staan nog geen opleiders in het register">Erkenners laten opleiders toe. Daarna staan zij hier.</EmptyState>} />
    </Stack>
  )
}

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')

const columns: readonly Column<KwaliteitRij>[] = [
  { key: 'naam', header: 'Opleider', rowHeader: true, cell: ({ naam, maatregel }) => <span className="flex flex-wrap items-center gap-2">{naam}{maatregel !== null && <MaatregelLabel soort={maatregel} />}</span> },
  { key: 'kvk', header: 'KvK', cell: ({ kvk }) => kvk },
  { key: 'opleidingen', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => number(opleidingen) },
  { key: 'gebrek', header: 'Niet compleet', numeric: true, cell: ({ metGebrek }) => number(metGebrek) },
  { key: 'deel', header: 'Deel', numeric: true, cell: ({ opleidingen, metGebrek }) => (metGebrek === 0 ? '' : `${String(Math.round((metGebrek / opleidingen) * 100))} %`) },
  { key: 'wat', header: 'Wat ontbreekt', cell: ({ gebreken }) => GEBREKEN.flatMap((gebrek) => (gebreken[gebrek] === undefined ? [] : [`${GEBREK_TEKST[gebrek].label.toLowerCase()} (${number(gebreken[gebrek])})`])).join(', ') },
  { key: 'import', header: 'Laatste import', cell: ({ laatsteImport }) => (laatsteImport === null ? 'Nog geen' : formatDatumKort(amsterdamDate(laatsteImport))) },
]
