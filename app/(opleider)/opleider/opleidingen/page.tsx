import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import { GEBREKEN } from '@/lib/register/model'
import { eigenLijstSchema } from '@/lib/register/schema'
import { GEBREK_TEKST } from '@/lib/register/texts'
import { LIJST_PAGINA, listEigenOpleidingen, type EigenOpleiding } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Opleidingen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** All opleidingen of this opleider, with filters that stay in the address. */
export default async function EigenOpleidingenPage({ searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const filter = eigenLijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listEigenOpleidingen(opleider, filter)
  const gekozen = Object.entries(filter).filter(([naam, waarde]) => naam !== 'pagina' && waarde !== undefined)
  const adres = (pagina: number) => `/opleider/opleidingen?${new URLSearchParams([...gekozen.map(([naam, waarde]): [string, string] => [naam, String(waarde)]), ['pagina', String(pagina)]]).toString()}`
  return (
    <Stack>
      <PageTitle actions={<><ButtonLink href="/opleider/opleidingen/nieuw" icon="plus">Opleiding toevoegen</ButtonLink><ButtonLink variant="secondary" href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink></>}>Opleidingen</PageTitle>
      <form action="/opleider/opleidingen" className="flex flex-wrap items-end gap-4">
        <Field name="q" label="Titel of code" type="search" width="smal" defaultValue={filter.q} autoComplete="off" />
        <Field name="gebrek" label="Wat ontbreekt"><Select leeg="Alles" defaultValue={filter.gebrek} options={[{ value: 'alle', label: 'Alles wat niet compleet is' }, ...GEBREKEN.map((value) => ({ value, label: GEBREK_TEKST[value].label }))]} /></Field>
        <Field name="zonder" label="Zonder"><Select leeg="Maakt niet uit" defaultValue={filter.zonder} options={[{ value: 'start', label: 'Startdatum die nog komt' }, { value: 'toestemming', label: 'STAP-budget' }]} /></Field>
        <Button variant="secondary" icon="filter">Filteren</Button>
        {gekozen.length > 0 && <Link href="/opleider/opleidingen" icon="x">Filters weghalen</Link>}
      </form>
      <Table caption={totaal === 1 ? '1 opleiding' : `${totaal.toLocaleString('nl-NL')} opleidingen`} columns={columns} rows={rijen} rowKey={({ id }) => id}
        empty={gekozen.length > 0
          ? <EmptyState title="Met deze filters is er niets" action={<ButtonLink variant="secondary" href="/opleider/opleidingen">Filters weghalen</ButtonLink>} />
          : <EmptyState title="U hebt nog geen opleidingen" action={<ButtonLink href="/opleider/import" icon="upload">Bestand aanleveren</ButtonLink>}>Lever een EDU-DEX-bestand aan, of voeg een opleiding toe.</EmptyState>} />
      <Pagination page={filter.pagina} pageSize={LIJST_PAGINA} total={totaal} href={adres} />
    </Stack>
  )
}

const columns: readonly Column<EigenOpleiding>[] = [
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ id, titel }) => <Link href={`/opleider/opleidingen/${id}`}>{titel === '' ? '(zonder titel)' : titel}</Link> },
  { key: 'code', header: 'Code', cell: ({ programmaId }) => <span className="whitespace-nowrap">{programmaId}</span> },
  { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijs }) => (prijs === null ? 'Ontbreekt' : <Bedrag cent={prijs} />) },
  { key: 'starts', header: 'Startdata', numeric: true, cell: ({ starts }) => starts.toLocaleString('nl-NL') },
  { key: 'eerste', header: 'Eerste start', cell: ({ eersteStart }) => (eersteStart === null ? 'Geen' : <span className="whitespace-nowrap">{formatDatumKort(eersteStart)}</span>) },
  { key: 'toestand', header: 'Toestand', cell: (rij) => <Toestand rij={rij} /> },
]

function Toestand({ rij: { gebreken, stapToestemming, starts } }: { rij: EigenOpleiding }) {
  const [eerste] = gebreken
  if (eerste !== undefined) return <StatusBadge tone="let-op">{gebreken.length === 1 ? `Ontbreekt: ${GEBREK_TEKST[eerste].label.toLowerCase()}` : `${String(gebreken.length)} velden ontbreken`}</StatusBadge>
  if (!stapToestemming) return <StatusBadge tone="neutraal">Zonder STAP-budget</StatusBadge>
  return starts === 0 ? <StatusBadge tone="let-op">Geen startdatum</StatusBadge> : <StatusBadge tone="goed">Te vinden</StatusBadge>
}
