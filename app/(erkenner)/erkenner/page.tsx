import type { Metadata } from 'next'
import { KwaliteitPerSoort } from '@/components/dossier/kwaliteit-per-soort'
import { MaatregelLabel } from '@/components/dossier/maatregel'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { TaskList } from '@/components/ui/task-list'
import { Heading, Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort, formatMaand } from '@/lib/base/date'
import { requireMedewerker } from '@/lib/platform/session'
import { TOELAAT_TEKST } from '@/lib/toelating/texts'
import { getErkenner, listKwaliteit, listSignalen, listSteekproeven, listToegelaten } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Overzicht' }

type Signaal = Awaited<ReturnType<typeof listSignalen>>[number]

/** What an erkenner has to look at, and what the Toetsingskamer did about its opleiders. */
export default async function ErkennerPage() {
  const medewerker = await requireMedewerker('toelating.beheren')
  const erkenner = await getErkenner(medewerker)
  if (erkenner === undefined) return <Stack><PageTitle>Overzicht</PageTitle><Alert kind="warning" title="Geen erkenner">{TOELAAT_TEKST['geen-erkenner']}</Alert></Stack>
  const [steekproeven, signalen, kwaliteit, { total }] = await Promise.all([listSteekproeven(erkenner.id), listSignalen(erkenner.id), listKwaliteit(erkenner.id), listToegelaten(erkenner.id, { pagina: 1, zoek: '' })])
  const open = steekproeven.filter((steekproef) => steekproef.open > 0)
  return (
    <Stack>
      <PageTitle lead={`${total.toLocaleString('nl-NL')} ${total === 1 ? 'opleider' : 'opleiders'} toegelaten.`} actions={<ButtonLink href="/erkenner/opleiders/nieuw" icon="plus">Opleider toelaten</ButtonLink>}>{erkenner.naam}</PageTitle>
      <section className="stap-stapel" aria-labelledby="steekproef">
        <Heading id="steekproef">Te bekijken</Heading>
        {open.length === 0
          ? <EmptyState title="U hebt alles bekeken">Elke maand kiest het lot opleidingen van uw opleiders. Die bekijkt u hier.</EmptyState>
          : <TaskList tasks={open.map(({ id, maand, uiterlijkOp, open: aantal, stand }) => ({
              key: id, title: `Steekproef van ${formatMaand(maand)}`, href: `/erkenner/steekproef/${id}`, description: `Bekijk deze opleidingen uiterlijk op ${formatDatum(uiterlijkOp)}.`,
              status: { tone: stand === 'te-laat' ? 'fout' as const : 'let-op' as const, label: `${stand === 'te-laat' ? 'Te laat: ' : ''}${String(aantal)} te bekijken` },
            }))} />}
      </section>
      <section className="stap-stapel" aria-labelledby="kwaliteit">
        <Heading id="kwaliteit">Signalen over kwaliteit</Heading>
        <KwaliteitPerSoort signalen={kwaliteit} metOpleiders />
      </section>
      <section className="stap-stapel" aria-labelledby="signalen">
        <Heading id="signalen">Signalen van de Toetsingskamer</Heading>
        <Table caption="Maatregelen" captionHidden columns={COLUMNS} rows={signalen} rowKey={({ id }) => id} empty={<EmptyState title="Er zijn geen maatregelen">Onderzoekt de Toetsingskamer een van uw opleiders, dan staat dat hier.</EmptyState>} />
      </section>
    </Stack>
  )
}

const COLUMNS: readonly Column<Signaal>[] = [
  { key: 'opleider', header: 'Opleider', rowHeader: true, cell: ({ opleiderId, opleider }) => <Link href={`/erkenner/opleiders/${opleiderId}`}>{opleider}</Link> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding ?? 'Alle opleidingen' },
  { key: 'soort', header: 'Maatregel', cell: ({ soort, loopt }) => (loopt ? <MaatregelLabel soort={soort} /> : 'Voorbij') },
  { key: 'sinds', header: 'Sinds', cell: ({ ingangsdatum }) => formatDatumKort(ingangsdatum) },
  { key: 'reden', header: 'Reden', cell: ({ reden }) => reden },
]
