import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Sneltoetsen } from '@/components/ui/sneltoetsen.client'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { lijstSchema } from '@/lib/betaling/schema'
import { requireMedewerker } from '@/lib/platform/session'
import { ZAAKREDENEN, type Zaakreden } from '@/lib/verantwoording/model'
import { ZAAKREDEN_LABEL } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { listVaststellingen, PAGINA } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Vaststellingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Rij = Awaited<ReturnType<typeof listVaststellingen>>['rijen'][number]

/** What could not be settled by itself: what can be decided now first, each with why it is here. */
export default async function VaststellingenPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const query = await searchParams
  const { pagina } = lijstSchema.parse(query)
  const reden = ZAAKREDENEN.find((naam) => naam === query['reden'])
  const { rijen, perReden, totaal } = await listVaststellingen(medewerker, { reden, pagina })
  return (
    <Stack>
      <PageTitle lead="Hier beslist u wat het systeem niet zelf vaststelt. Wat u nu kunt beslissen, staat bovenaan.">Vaststellingen</PageTitle>
      {perReden.length > 0 && (
        <nav aria-label="Reden">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            <li><Filter href={hrefOf()} isHere={reden === undefined}>Alles</Filter></li>
            {perReden.map((rij) => <li key={rij.reden}><Filter href={hrefOf(rij.reden)} isHere={reden === rij.reden}>{ZAAKREDEN_LABEL[rij.reden].label} ({rij.aantal.toLocaleString('nl-NL')})</Filter></li>)}
          </ul>
        </nav>
      )}
      <Table caption={totaal === 1 ? '1 zaak' : `${totaal.toLocaleString('nl-NL')} zaken`} columns={columns} rows={rijen} rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er is niets vast te stellen">Zijn opleider en deelnemer het eens dat de opleiding is afgerond? Dan stelt het systeem het budget zelf vast.</EmptyState>} />
      <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => hrefOf(reden, page)} />
      <Sneltoetsen toetsen={[{ toets: 'j', doet: 'Volgende zaak' }, { toets: 'k', doet: 'Vorige zaak' }, { toets: 'Enter', doet: 'Zaak openen' }]} />
    </Stack>
  )
}

function hrefOf(reden?: Zaakreden, pagina = 1): string {
  const delen = [...(reden === undefined ? [] : [`reden=${reden}`]), ...(pagina === 1 ? [] : [`pagina=${String(pagina)}`])]
  return delen.length === 0 ? '/uwv/vaststellingen' : `/uwv/vaststellingen?${delen.join('&')}`
}

function Filter({ href, isHere, children }: { href: string; isHere: boolean; children: React.ReactNode }) {
  return <Link href={href} {...(isHere && { 'aria-current': 'true' as const, className: 'font-bold' })}>{children}</Link>
}

const columns: readonly Column<Rij>[] = [
  { key: 'kenmerk', header: 'Aanvraag', rowHeader: true, cell: ({ kenmerk }) => <Link className="whitespace-nowrap" data-werk="" href={`/uwv/vaststellingen/${kenmerk}`}>{kenmerk}</Link> },
  { key: 'reden', header: 'Waarom hier', cell: ({ reden }) => <StatusBadge tone={ZAAKREDEN_LABEL[reden].toon}>{ZAAKREDEN_LABEL[reden].label}</StatusBadge> },
  { key: 'op', header: 'Sinds of tot', cell: ({ op, reden }) => <span className="whitespace-nowrap">{reden === 'wacht-op-reactie' ? 'tot ' : ''}{formatDatumKort(op)}</span> },
  { key: 'deelnemer', header: 'Deelnemer', cell: ({ naam }) => naam },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding, opleider }) => <>{opleiding}<span className="block text-s text-ink-soft">{opleider}</span></> },
  { key: 'bedrag', header: 'Verleend', cell: ({ geldendCent, isBetaald }) => <>{formatBedrag(cent(geldendCent))}<span className="block text-s text-ink-soft">{isBetaald ? 'betaald' : 'niet betaald'}</span></> },
]
