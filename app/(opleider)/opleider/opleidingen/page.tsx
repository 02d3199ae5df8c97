import type { Metadata } from 'next'
import { BULK_KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { BulkFormulier } from '@/app/(opleider)/opleider/opleidingen/form'
import { Lijstfilters } from '@/app/(opleider)/opleider/opleidingen/filters'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/kwaliteit/schema'
import { LIJST_PAGINA, listOpleidingen, type LijstRij } from '@/lib/kwaliteit/views'
import { requireOpleider } from '@/lib/platform/session'
import { GEBREK_TEKST } from '@/lib/register/texts'

export const metadata: Metadata = { title: 'Opleidingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** All opleidingen of this opleider, tens of thousands if need be: filters that stay in the address, and changes to many at once. */
export default async function EigenOpleidingenPage({ searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const filter = lijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listOpleidingen(opleider, filter)
  const gekozen = Object.entries(filter).filter(([naam, waarde]) => naam !== 'pagina' && waarde !== undefined && !(naam === 'sorteer' && waarde === 'titel')).map(([naam, waarde]): [string, string] => [naam, String(waarde)])
  const adres = (pagina: number) => `/opleider/opleidingen?${new URLSearchParams([...gekozen, ['pagina', String(pagina)]]).toString()}`
  const isGefilterd = gekozen.some(([naam]) => naam !== 'sorteer')
  return (
    <Stack>
      <PageTitle actions={<><ButtonLink href="/opleider/opleidingen/nieuw" icon="plus">Opleiding toevoegen</ButtonLink><ButtonLink variant="secondary" href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink><ButtonLink variant="secondary" href="/opleider/kwaliteit" icon="checklist">Te verbeteren</ButtonLink></>}>Opleidingen</PageTitle>
      <Lijstfilters filter={filter} isGefilterd={isGefilterd} />
      {totaal === 0
        ? isGefilterd
          ? <EmptyState title="Met deze filters is er niets" action={<ButtonLink variant="secondary" href="/opleider/opleidingen">Filters weghalen</ButtonLink>} />
          : <EmptyState title="U hebt nog geen opleidingen" action={<ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink>}>Lever een EDU-DEX-bestand aan, of voeg een opleiding toe.</EmptyState>
        : (
          <BulkFormulier filters={new URLSearchParams(gekozen).toString()} totaal={totaal} isGefilterd={isGefilterd} keuzes={BULK_KEUZES}>
            <Table caption={totaal === 1 ? '1 opleiding' : `${totaal.toLocaleString('nl-NL')} opleidingen`} columns={columns} rows={rijen} rowKey={({ id }) => id} />
            <Pagination page={filter.pagina} pageSize={LIJST_PAGINA} total={totaal} href={adres} />
          </BulkFormulier>
        )}
    </Stack>
  )
}

const naam = (titel: string): string => (titel === '' ? '(zonder titel)' : titel)

const columns: readonly Column<LijstRij>[] = [
  { key: 'kies', header: <span className="sr-only">Kiezen</span>, cell: ({ id, titel }) => <input type="checkbox" name="gekozen" value={id} aria-label={`Kies ${naam(titel)}`} className="utrecht-checkbox utrecht-checkbox--html-input" /> },
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ id, titel }) => <Link href={`/opleider/opleidingen/${id}`}>{naam(titel)}</Link> },
  { key: 'code', header: 'Code', cell: ({ programmaId }) => <span className="whitespace-nowrap">{programmaId}</span> },
  { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijs }) => (prijs === null ? 'Ontbreekt' : <Bedrag cent={prijs} />) },
  { key: 'starts', header: 'Startdata', numeric: true, cell: ({ starts }) => starts.toLocaleString('nl-NL') },
  { key: 'eerste', header: 'Eerste start', cell: ({ eersteStart }) => (eersteStart === null ? 'Geen' : <span className="whitespace-nowrap">{formatDatumKort(eersteStart)}</span>) },
  { key: 'punten', header: 'Punten', numeric: true, cell: ({ punten, actief }) => (punten === null || !actief ? '' : punten) },
  { key: 'toestand', header: 'Toestand', cell: (rij) => <Toestand rij={rij} /> },
]

function Toestand({ rij: { gebreken, stapToestemming, starts, actief } }: { rij: LijstRij }) {
  if (!actief) return <StatusBadge tone="neutraal">Niet aangeboden</StatusBadge>
  const [eerste] = gebreken
  if (eerste !== undefined) return <StatusBadge tone="let-op">{gebreken.length === 1 ? `Ontbreekt: ${GEBREK_TEKST[eerste].label.toLowerCase()}` : `${String(gebreken.length)} velden ontbreken`}</StatusBadge>
  if (!stapToestemming) return <StatusBadge tone="neutraal">Zonder STAP-budget</StatusBadge>
  return starts === 0 ? <StatusBadge tone="let-op">Geen startdatum</StatusBadge> : <StatusBadge tone="goed">Te vinden</StatusBadge>
}
