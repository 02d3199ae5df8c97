import type { Metadata } from 'next'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Details } from '@/components/ui/details'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { oordeelVan } from '@/lib/kwaliteit/rules/score'
import { scoreLijstSchema } from '@/lib/kwaliteit/schema'
import { ERNST_LABEL, ERNST_TOON, OORDEEL_LABEL, regelTekst, SCORE_UITLEG } from '@/lib/kwaliteit/texts'
import { LIJST_PAGINA, listRegisterOorzaken, listScores, type OpleiderScore, type RegisterOorzaak } from '@/lib/kwaliteit/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Register' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The quality of the register: what is wrong across it, said once per cause, and which opleider has what to mend. */
export default async function DuoPage({ searchParams }: Props) {
  await requireMedewerker('register.lezen')
  const { q, pagina } = scoreLijstSchema.parse(await searchParams)
  const [oorzaken, { rijen, totaal }] = await Promise.all([listRegisterOorzaken(), listScores(pagina, q)])
  return (
    <Stack>
      <PageTitle lead={`${number(totaal)} opleiders, de laagste score eerst.`} actions={<ButtonLink href="/duo/imports" variant="secondary" icon="files">Imports</ButtonLink>}>Kwaliteit van het register</PageTitle>
      <section className="stap-stapel" aria-labelledby="opleiders">
        <Heading id="opleiders">Opleiders</Heading>
        <form action="/duo" className="flex flex-wrap items-end gap-4"><Field name="q" label="Naam of KvK-nummer" type="search" width="smal" defaultValue={q} autoComplete="off" /><Button variant="secondary" icon="search">Zoeken</Button></form>
        <Table caption="Opleiders en hun score" captionHidden columns={opleiderColumns} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="Geen opleider gevonden">Controleer de naam of het nummer. Erkenners laten opleiders toe; daarna staan zij hier.</EmptyState>} />
        <Pagination page={pagina} pageSize={LIJST_PAGINA} total={totaal} href={(nummer) => `/duo?${new URLSearchParams({ ...(q !== undefined && { q }), pagina: String(nummer) }).toString()}`} />
        <Details summary="Hoe wordt de score gemaakt?"><p>{SCORE_UITLEG}</p></Details>
      </section>
      <section className="stap-stapel" aria-labelledby="oorzaken">
        <Heading id="oorzaken">Oorzaken in het hele register</Heading>
        <Table caption="Oorzaken" captionHidden columns={oorzaakColumns} rows={oorzaken} rowKey={({ regel }) => regel} empty={<EmptyState title="Er valt niets op">Alle opleidingen zijn compleet en aannemelijk.</EmptyState>} />
      </section>
    </Stack>
  )
}

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')
const TOON = { goed: 'goed', 'kan-beter': 'let-op', slecht: 'fout' } as const

const opleiderColumns: readonly Column<OpleiderScore>[] = [
  { key: 'naam', header: 'Opleider', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'kvk', header: 'KvK', cell: ({ kvk }) => kvk },
  { key: 'score', header: 'Score', cell: ({ score }) => (score === null ? 'Nog niet bekeken' : <StatusBadge tone={TOON[oordeelVan(score)]}>{`${number(score)} ${OORDEEL_LABEL[oordeelVan(score)].toLowerCase()}`}</StatusBadge>) },
  { key: 'opleidingen', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => number(opleidingen) },
  { key: 'fouten', header: 'Fouten', numeric: true, cell: ({ fouten }) => number(fouten) },
  { key: 'letop', header: 'Let op', numeric: true, cell: ({ letOp }) => number(letOp) },
  { key: 'aandacht', header: 'Ter controle', numeric: true, cell: ({ aandacht }) => number(aandacht) },
]

const oorzaakColumns: readonly Column<RegisterOorzaak>[] = [
  { key: 'wat', header: 'Oorzaak', rowHeader: true, cell: ({ regel }) => regelTekst(regel).titel },
  { key: 'ernst', header: 'Hoe erg', cell: ({ regel }) => <StatusBadge tone={ERNST_TOON[gegevensVan(regel).ernst]}>{ERNST_LABEL[gegevensVan(regel).ernst]}</StatusBadge> },
  { key: 'opleidingen', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => number(opleidingen) },
  { key: 'opleiders', header: 'Opleiders', numeric: true, cell: ({ opleiders }) => number(opleiders) },
  { key: 'grootste', header: 'Vooral bij', cell: ({ grootste }) => grootste.map(({ naam, aantal }) => `${naam} (${number(aantal)})`).join(', ') },
]
