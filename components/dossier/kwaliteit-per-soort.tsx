import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { ERNSTEN, isKwaliteitsregel, type Kwaliteitsregel } from '@/lib/kwaliteit/model'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { ERNST_LABEL, ERNST_TOON, ONDERWERP_LABEL, regelTekst } from '@/lib/kwaliteit/texts'

type Signaal = { regel: string; opleidingen: number; opleiders: readonly { id: string; naam: string; aantal: number }[]; sinds: Date }
type Rij = Omit<Signaal, 'regel'> & { regel: Kwaliteitsregel }

/** Signals of quality by kind, the worst first: what it is, at how many opleidingen, and of which opleiders. */
export function KwaliteitPerSoort({ signalen, metOpleiders }: { signalen: readonly Signaal[]; metOpleiders: boolean }) {
  const rijen = signalen.flatMap(({ regel, ...rest }): Rij[] => (isKwaliteitsregel(regel) ? [{ ...rest, regel }] : []))
  const plek = ({ regel }: Rij) => ERNSTEN.indexOf(gegevensVan(regel).ernst)
  return (
    <Table caption="Signalen per soort" captionHidden columns={metOpleiders ? [...COLUMNS, OPLEIDERS] : COLUMNS} rows={rijen.sort((a, b) => plek(a) - plek(b))} rowKey={({ regel }) => regel}
      empty={<EmptyState title="Er zijn geen signalen">Wij kijken elke dag of er iets ontbreekt of niet kan kloppen. Dat staat dan hier.</EmptyState>} />
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: ({ regel }) => <>{regelTekst(regel).titel}<span className="block text-s">{ONDERWERP_LABEL[gegevensVan(regel).onderwerp]}</span></> },
  { key: 'ernst', header: 'Ernst', cell: ({ regel }) => <StatusBadge tone={ERNST_TOON[gegevensVan(regel).ernst]}>{ERNST_LABEL[gegevensVan(regel).ernst]}</StatusBadge> },
  { key: 'opleidingen', header: 'Opleidingen', numeric: true, cell: ({ opleidingen }) => opleidingen.toLocaleString('nl-NL') },
  { key: 'sinds', header: 'Sinds', cell: ({ sinds }) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(sinds))}</span> },
]

const OPLEIDERS: Column<Rij> = {
  key: 'opleiders', header: 'Opleiders met de meeste',
  cell: ({ opleiders }) => <ul>{opleiders.map(({ id, naam, aantal }) => <li key={id}><Link href={`/erkenner/opleiders/${id}`}>{naam}</Link>: {aantal.toLocaleString('nl-NL')}</li>)}</ul>,
}
