import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatum, formatMaand } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { CONTROLE_OORDEEL_LABEL, CONTROLE_SIGNAAL_LABEL } from '@/lib/verantwoording/texts'
import { getDeelnamecontrole } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Steekproef van deelnames' }

type Geval = NonNullable<Awaited<ReturnType<typeof getDeelnamecontrole>>>['gevallen'][number]

/** One sample: its cases, and how it was drawn. */
export default async function SteekproefPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('toezicht.lezen')
  const steekproef = await getDeelnamecontrole(medewerker, (await params).id)
  if (steekproef === undefined) return toonNietGevonden()
  const { id, maand, zaad, populatie, populatieHash, uiterlijkOp, gevallen } = steekproef
  const open = gevallen.filter(({ oordeel }) => oordeel === null).length
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer/steekproeven', label: 'Controles van deelnames' }]} />
      <PageTitle kicker={`Gemeld in ${formatMaand(maand)}`} lead={open === 0 ? 'Alles is beoordeeld.' : `Nog ${String(open)} te beoordelen. Opleiders sturen stukken uiterlijk op ${formatDatum(uiterlijkOp)}.`}>Steekproef van deelnames</PageTitle>
      <Table caption="Gevallen" captionHidden columns={columnsOf(id)} rows={gevallen} rowKey={({ nummer }) => String(nummer)} />
      <Details summary="Zo is de steekproef getrokken">
        <p>Uit {populatie.toLocaleString('nl-NL')} meldingen. Elke melding heeft zoveel loten als haar gewicht: één, en meer voor elk signaal. Een lot is de SHA-256 van zaad, maand, kenmerk van de aanvraag in het systeem en lotnummer, met dubbele punten ertussen. De laagste loten zijn getrokken.</p>
        <p className="wrap-anywhere">Zaad: {zaad}. Maand: {maand}. Vingerafdruk van de lijst: {populatieHash}.</p>
      </Details>
    </Stack>
  )
}

const columnsOf = (id: string): readonly Column<Geval>[] => [
  { key: 'deelnemer', header: 'Melding', rowHeader: true, cell: ({ nummer, kenmerk }) => <Link className="whitespace-nowrap" href={`/toetsingskamer/steekproeven/${id}/${String(nummer)}`}>{kenmerk}</Link> },
  { key: 'stand', header: 'Stand', cell: ({ oordeel, ingeleverdOp, stukken }) => oordeel !== null
    ? <StatusBadge tone={oordeel === 'goed' ? 'goed' : 'fout'}>{CONTROLE_OORDEEL_LABEL[oordeel]}</StatusBadge>
    : ingeleverdOp !== null ? <StatusBadge tone="let-op">Te beoordelen</StatusBadge> : <StatusBadge tone="info">{stukken.length === 0 ? 'Wacht op stukken' : 'Opleider is bezig'}</StatusBadge> },
  { key: 'opleider', header: 'Opleider', cell: ({ opleider }) => opleider },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'signalen', header: 'Signalen', cell: ({ signalen }) => signalen.length === 0 ? 'geen' : signalen.map((signaal) => CONTROLE_SIGNAAL_LABEL[signaal]).join(', ') },
  { key: 'stukken', header: 'Stukken', numeric: true, cell: ({ stukken }) => String(stukken.length) },
]
