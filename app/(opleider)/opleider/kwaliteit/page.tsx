import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { ERNST_LABEL, ERNST_TOON, OORDEEL_LABEL, regelTekst, SCORE_UITLEG } from '@/lib/kwaliteit/texts'
import { oordeelVan } from '@/lib/kwaliteit/rules/score'
import { getScore, listOorzaken, type Oorzaak, type Score } from '@/lib/kwaliteit/views'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Te verbeteren' }

/** What an opleider can mend, by cause: one mistake in a thousand opleidingen is one line. */
export default async function KwaliteitPage() {
  const opleider = await requireOpleider('opleiding.beheren')
  const [score, oorzaken] = await Promise.all([getScore(opleider), listOorzaken(opleider)])
  return (
    <Stack>
      <PageTitle lead="Dit viel ons op in uw opleidingen. Wat u verbetert, verdwijnt hier binnen een minuut vanzelf.">Te verbeteren</PageTitle>
      {score === undefined ? <Alert>Wij hebben uw opleidingen nog niet bekeken. Kom over een minuut terug.</Alert> : <Cijfer score={score} />}
      <Table caption="Wat u kunt verbeteren" captionHidden columns={columns} rows={oorzaken} rowKey={({ regel }) => regel}
        empty={<EmptyState title="Er is niets te verbeteren">Zien wij later iets dat niet klopt, dan staat het hier met wat u eraan kunt doen.</EmptyState>} />
    </Stack>
  )
}

function Cijfer({ score: { score, opleidingen, berekendOp, verloop } }: { score: Score }) {
  const cijfer = score.toLocaleString('nl-NL')
  return (
    <section className="stap-stapel" aria-labelledby="score">
      <Heading id="score">Uw score: {cijfer} van 100</Heading>
      <p>{OORDEEL_LABEL[oordeelVan(score)]}, over {opleidingen.toLocaleString('nl-NL')} opleidingen. Bekeken op {formatTijdstip(berekendOp)}.</p>
      {verloop.length > 1 && <p>{String(verloop.length)} dagen geleden was het {(verloop[0] ?? 0).toLocaleString('nl-NL')}.</p>}
      <Details summary="Hoe maken wij deze score?"><p>{SCORE_UITLEG}</p></Details>
    </section>
  )
}

const columns: readonly Column<Oorzaak>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: ({ regel }) => <Link href={`/opleider/kwaliteit/${regel}`}>{regelTekst(regel).titel}</Link> },
  { key: 'ernst', header: 'Hoe erg', cell: ({ ernst }) => <StatusBadge tone={ERNST_TOON[ernst]}>{ERNST_LABEL[ernst]}</StatusBadge> },
  { key: 'aantal', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => opleidingen.toLocaleString('nl-NL') },
  { key: 'herstel', header: 'Wat u kunt doen', cell: ({ regel }) => regelTekst(regel).herstel },
]
