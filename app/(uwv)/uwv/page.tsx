import type { Metadata } from 'next'
import { Sneltoetsen } from '@/components/ui/sneltoetsen.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Stack } from '@/components/ui/text'
import { Table } from '@/components/ui/table'
import { StatusBadge, Tag } from '@/components/ui/tag'
import { CONTROLES, type ControleNaam } from '@/lib/beschikking/model'
import { CONTROLE_LABEL, describeTermijn } from '@/lib/beschikking/texts'
import { getWerkvoorraad, type Werkregel } from '@/lib/beschikking/views'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Werkvoorraad' }

const PAGE_SIZE = 50
type Query = { reden?: string; pagina?: string }

const labelOf = (reden: ControleNaam | 'aangehouden') => (reden === 'aangehouden' ? 'Keuzetijd voorbij' : CONTROLE_LABEL[reden].label)

/** The worklist of the behandelaars: what the automatic checks could not decide, the earliest term first. */
export default async function Werkvoorraad({ searchParams }: { searchParams: Promise<Query> }) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const query = await searchParams
  const reden = query.reden === 'aangehouden' ? query.reden : CONTROLES.find((naam) => naam === query.reden)
  const page = Math.max(1, Math.trunc(Number(query.pagina ?? '1')) || 1)
  const { regels, totaal, perReden } = await getWerkvoorraad(medewerker, { reden, page, size: PAGE_SIZE })
  const href = (naam: string | undefined, pagina = 1) => {
    const delen = [...(naam === undefined ? [] : [`reden=${naam}`]), ...(pagina === 1 ? [] : [`pagina=${String(pagina)}`])]
    return delen.length === 0 ? '/uwv' : `/uwv?${delen.join('&')}`
  }
  return (
    <Stack>
      <PageTitle lead="Aanvragen die een mens moet beoordelen. De vroegste termijn staat bovenaan.">Werkvoorraad</PageTitle>
      {perReden.length > 0 && (
        <nav aria-label="Reden">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            <li><Filter href={href(undefined)} isHere={reden === undefined}>Alles</Filter></li>
            {perReden.map((rij) => (
              <li key={rij.reden}><Filter href={href(rij.reden)} isHere={reden === rij.reden}>{labelOf(rij.reden)} ({rij.aantal.toLocaleString('nl-NL')})</Filter></li>
            ))}
          </ul>
        </nav>
      )}
      <Table
        caption={reden === undefined ? `${totaal.toLocaleString('nl-NL')} aanvragen` : `${totaal.toLocaleString('nl-NL')} aanvragen: ${labelOf(reden)}`}
        columns={COLUMNS}
        rows={regels}
        rowKey={({ kenmerk }) => kenmerk}
        empty={<EmptyState title="Er ligt niets op u te wachten">Hier komen aanvragen die de automatische controles niet konden beslissen.</EmptyState>}
      />
      <Pagination page={page} pageSize={PAGE_SIZE} total={totaal} href={(pagina) => href(reden, pagina)} label="Pagina’s van de werkvoorraad" />
      <Sneltoetsen toetsen={[{ toets: 'j', doet: 'Volgende aanvraag' }, { toets: 'k', doet: 'Vorige aanvraag' }, { toets: 'Enter', doet: 'Aanvraag openen' }]} />
    </Stack>
  )
}

function Filter({ href, isHere, children }: { href: string; isHere: boolean; children: React.ReactNode }) {
  return <Link href={href} {...(isHere && { 'aria-current': 'true' as const, className: 'font-bold' })}>{children}</Link>
}

const COLUMNS = [
  { key: 'kenmerk', header: 'Kenmerk', rowHeader: true, cell: ({ kenmerk }: Werkregel) => <Link href={`/uwv/aanvragen/${kenmerk}`} data-werk="" className="whitespace-nowrap">{kenmerk}</Link> },
  { key: 'termijn', header: 'Termijn', cell: ({ dagenOver }: Werkregel) => <Termijn dagen={dagenOver} /> },
  { key: 'naam', header: 'Aanvrager', cell: ({ naam }: Werkregel) => naam },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding, opleider }: Werkregel) => <>{opleiding}<span className="block text-s text-ink-soft">{opleider}</span></> },
  { key: 'redenen', header: 'Reden', cell: ({ redenen, isAangehouden }: Werkregel) => (
    <span className="flex flex-wrap gap-1">
      {isAangehouden && <Tag tone="let-op">Keuzetijd voorbij</Tag>}
      {redenen.map((reden) => <Tag key={reden}>{CONTROLE_LABEL[reden].label}</Tag>)}
    </span>
  ) },
  { key: 'op', header: 'Ingediend', cell: ({ ingediendOp }: Werkregel) => <span className="whitespace-nowrap">{ingediendOp}</span> },
  { key: 'wie', header: 'Behandelaar', cell: ({ behandelaar, isVanMij }: Werkregel) => (isVanMij ? <Tag tone="info">Bij u</Tag> : (behandelaar ?? 'Nog niemand')) },
] as const

function Termijn({ dagen }: { dagen: number }) {
  if (dagen < 0) return <StatusBadge tone="fout">{describeTermijn(dagen)}</StatusBadge>
  return dagen <= 3 ? <StatusBadge tone="let-op">{describeTermijn(dagen)}</StatusBadge> : <span className="whitespace-nowrap">{describeTermijn(dagen)}</span>
}
