import type { Metadata } from 'next'
import { zoekAdres } from '@/app/(publiek)/opleidingen/adres'
import { facetLabel, Filters, Gekozen } from '@/app/(publiek)/opleidingen/filters'
import { findVenster, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { Resultaat } from '@/app/(publiek)/opleidingen/resultaat'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { formatPeriode } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { zoekSchema, type Zoekopdracht } from '@/lib/register/schema'
import { ZOEK_PAGINA, zoekOpleidingen } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Opleiding zoeken' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Search in the scholingsregister: what can be applied for now. */
export default async function OpleidingenPage({ searchParams }: Props) {
  const opdracht = zoekSchema.parse(await searchParams)
  const venster = await findVenster()
  const uitkomst = await zoekOpleidingen(opdracht, opdracht.start === 'alle' ? undefined : venster)
  const { totaal, resultaten, facetten, isGelijkenis } = uitkomst
  const filters = chosenFilters(opdracht)
  return (
    <Stack>
      <PageTitle>Opleiding zoeken</PageTitle>
      <form action="/opleidingen" role="search" className="flex flex-col gap-2">
        <Gekozen opdracht={opdracht} behalve="q" />
        <label htmlFor="zoek" className="font-semibold">Wat wilt u leren?</label>
        <div className="flex max-w-[43.25rem] flex-wrap gap-3">
          <div className="min-w-60 flex-1"><TextInput id="zoek" name="q" type="search" defaultValue={opdracht.q} autoComplete="off" /></div>
          <Button icon="search">Zoeken</Button>
        </div>
      </form>
      {isGelijkenis && totaal > 0 && <Alert title={`Wij vonden niets met “${opdracht.q ?? ''}”`}>Deze opleidingen lijken erop.</Alert>}
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[17rem_1fr]">
        <aside aria-label="Filters">
          <div className="lg:hidden"><Details line summary={filters.length === 0 ? 'Filters' : `Filters (${String(filters.length)} gekozen)`}><Filters opdracht={opdracht} facetten={facetten} id="smal" /></Details></div>
          <div className="hidden lg:block"><Heading level={2} className="sr-only">Filters</Heading><Filters opdracht={opdracht} facetten={facetten} id="breed" /></div>
        </aside>
        <section aria-labelledby="gevonden" className="min-w-0">
          <Heading level={2} id="gevonden">{totaal === 1 ? '1 opleiding' : `${totaal.toLocaleString('nl-NL')} opleidingen`}</Heading>
          {venster !== undefined && <Tijdvak opdracht={opdracht} venster={venster} leeg={totaal === 0} />}
          {filters.length > 0 && (
            <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-s" aria-label="Gekozen filters">
              {filters.map(({ naam, label }) => <li key={naam} className="list-none"><Link href={zoekAdres(opdracht, { [naam]: undefined })} icon="x"><span className="sr-only">Zonder </span>{label}</Link></li>)}
            </ul>
          )}
          {totaal === 0 ? <NietGevonden opdracht={opdracht} heeftFilters={filters.length > 0} /> : <ul className="mt-4 border-t border-line">{resultaten.map((resultaat) => <Resultaat key={resultaat.id} resultaat={resultaat} />)}</ul>}
          <div className="mt-6"><Pagination page={opdracht.pagina} pageSize={ZOEK_PAGINA} total={totaal} href={(pagina) => zoekAdres(opdracht, { pagina })} /></div>
        </section>
      </div>
    </Stack>
  )
}

/** Which start dates are in the list, and the way to the others. */
function Tijdvak({ opdracht, venster: { naam, vroegsteStart, laatsteStart }, leeg }: { opdracht: Zoekopdracht; venster: Venster; leeg: boolean }) {
  if (opdracht.start === 'alle') return <Paragraph className="mt-2 text-s">Met alle startdata, ook die niet passen bij het {naam}. <Link href={zoekAdres(opdracht, { start: undefined })}>Alleen wat past</Link></Paragraph>
  return <Paragraph className="mt-2 text-s">{leeg ? 'Wij zochten' : 'Dit zijn'} opleidingen voor het {naam}: ze beginnen {formatPeriode(vroegsteStart, laatsteStart)}. <Link href={zoekAdres(opdracht, { start: 'alle' })}>Toon ook andere startdata</Link></Paragraph>
}

function NietGevonden({ opdracht, heeftFilters }: { opdracht: Zoekopdracht; heeftFilters: boolean }) {
  return (
    <div className="mt-4">
      <EmptyState
        title={heeftFilters ? 'Met deze filters is er niets' : `Wij vonden niets met “${opdracht.q ?? ''}”`}
        action={<ButtonLink variant="secondary" href={heeftFilters ? zoekAdres({ q: opdracht.q, pagina: 1 }) : '/opleidingen'}>{heeftFilters ? 'Zoek zonder filters' : 'Bekijk alle opleidingen'}</ButtonLink>}
      >
        {heeftFilters ? 'Haal een filter weg, dan ziet u meer opleidingen.' : 'Probeer een ander woord, of een korter woord. Bijvoorbeeld “zorg” of “boekhouden”.'}
      </EmptyState>
    </div>
  )
}

function chosenFilters(opdracht: Zoekopdracht): { naam: keyof Zoekopdracht; label: string }[] {
  const facetten = (['categorie', 'startmaand', 'vorm', 'plaats'] as const).flatMap((naam) => {
    const waarde = opdracht[naam]
    return waarde === undefined ? [] : [{ naam, label: facetLabel(naam, waarde) }]
  })
  return opdracht.maxPrijs === undefined ? facetten : [...facetten, { naam: 'maxPrijs' as const, label: `tot en met ${formatBedrag(cent(opdracht.maxPrijs * 100))}` }]
}
