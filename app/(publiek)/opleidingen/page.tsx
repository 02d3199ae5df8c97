import type { Metadata } from 'next'
import { readFavorieten } from '@/app/(publiek)/favorieten/bewaard'
import { veldVan, zoekAdres } from '@/app/(publiek)/opleidingen/adres'
import { Filters, Gekozen } from '@/app/(publiek)/opleidingen/filters'
import { Resultaat } from '@/app/(publiek)/opleidingen/resultaat'
import { findVenster, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { formatPeriode } from '@/lib/base/date'
import { FACETTEN, SORTERINGEN, type Zoekuitkomst } from '@/lib/voorportaal/model'
import { sorteringOf } from '@/lib/voorportaal/rules/zoek'
import { VERGELIJK_MAX, zoekSchema, type Zoekopdracht } from '@/lib/voorportaal/schema'
import { FACET_KOP, facetLabel, SORTERING_LABEL } from '@/lib/voorportaal/texts'
import { ZOEK_PAGINA, zoekOpleidingen } from '@/lib/voorportaal/views'

export const metadata: Metadata = { title: 'Opleiding zoeken' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Search in the scholingsregister: what can be applied for now. */
export default async function OpleidingenPage({ searchParams }: Props) {
  const opdracht = zoekSchema.parse(await searchParams)
  const [venster, favorieten] = await Promise.all([findVenster(), readFavorieten()])
  const uitkomst = await zoekOpleidingen(opdracht, opdracht.start === 'alle' ? undefined : venster)
  const { totaal, resultaten, facetten } = uitkomst
  const filters = chosenFilters(opdracht)
  return (
    <Stack>
      <PageTitle>Opleiding zoeken</PageTitle>
      <form action="/opleidingen" role="search" className="flex flex-col gap-2">
        <Gekozen opdracht={opdracht} behalve={['q']} />
        <label htmlFor="zoek" className="font-semibold">Wat wilt u leren?</label>
        <div className="flex max-w-[43.25rem] flex-wrap gap-3">
          <div className="min-w-60 flex-1"><TextInput id="zoek" name="q" type="search" defaultValue={opdracht.q} autoComplete="off" /></div>
          <Button icon="search">Zoeken</Button>
        </div>
      </form>
      <Uitleg opdracht={opdracht} uitkomst={uitkomst} />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[17rem_1fr]">
        <aside aria-label="Filters">
          {/* One list of filters for every width: on a narrow screen a box to tick unfolds it, without JavaScript. */}
          <input type="checkbox" id="toon-filters" className="peer sr-only lg:hidden" />
          <label htmlFor="toon-filters" className="inline-flex cursor-pointer items-center gap-2 rounded border border-line px-4 py-2.5 font-semibold peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 lg:hidden">
            <Icon name="filter" /> {filters.length === 0 ? 'Toon filters' : `Toon filters (${String(filters.length)} gekozen)`}
          </label>
          <div className="hidden pt-4 peer-checked:block lg:block lg:pt-0"><Heading level={2} className="sr-only">Filters</Heading><Filters opdracht={opdracht} facetten={facetten} /></div>
        </aside>
        <section aria-labelledby="gevonden" className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <Heading level={2} id="gevonden">{totaal === 1 ? '1 opleiding' : `${totaal.toLocaleString('nl-NL')} opleidingen`}</Heading>
            {favorieten.length > 0 && <Link href="/favorieten" icon="bookmark">Bewaard ({favorieten.length})</Link>}
          </div>
          {venster !== undefined && <Tijdvak opdracht={opdracht} venster={venster} leeg={totaal === 0} />}
          {filters.length > 0 && (
            <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-s" aria-label="Gekozen filters">
              {filters.map(({ naam, label }) => <li key={naam} className="list-none"><Link href={zoekAdres(opdracht, { [naam]: undefined })} icon="x"><span className="sr-only">Zonder </span>{label}</Link></li>)}
            </ul>
          )}
          {totaal > 1 && <Volgorde opdracht={opdracht} />}
          {totaal === 0
            ? <NietGevonden opdracht={opdracht} heeftFilters={filters.length > 0} />
            : (
              <form action="/vergelijken">
                <ul className="mt-4 border-t border-line">{resultaten.map((resultaat) => <Resultaat key={resultaat.id} resultaat={resultaat} isBewaard={favorieten.includes(resultaat.id)} terug={zoekAdres(opdracht, { pagina: opdracht.pagina })} />)}</ul>
                <div className="mt-4 flex flex-wrap items-center gap-3"><Button variant="secondary" icon="table">Vergelijk</Button><span className="text-s">Kies hierboven 2 tot {VERGELIJK_MAX} opleidingen.</span></div>
              </form>
            )}
          <div className="mt-6"><Pagination page={opdracht.pagina} pageSize={ZOEK_PAGINA} total={totaal} href={(pagina) => zoekAdres(opdracht, { pagina })} /></div>
        </section>
      </div>
    </Stack>
  )
}

/** What was looked for when that is not what was typed. */
function Uitleg({ opdracht: { plaats }, uitkomst: { correcties, onbekend, isRuim, totaal, vanaf } }: { opdracht: Zoekopdracht; uitkomst: Zoekuitkomst }) {
  const regels = [
    ...correcties.map(({ van, naar }) => `Met “${van}” vonden wij niets. Wij zochten op “${naar}”.`),
    onbekend.length > 0 && totaal > 0 && `Met ${onbekend.map((woord) => `“${woord}”`).join(' en ')} vonden wij niets. Dat hebben wij weggelaten.`,
    isRuim && 'Geen opleiding past bij al uw woorden. Deze opleidingen passen het best.',
    plaats !== undefined && vanaf === null && `De plaats “${plaats}” kennen wij niet. Kies een plaats in de buurt, of vul een postcode in.`,
  ].filter((regel) => regel !== false)
  return regels.length === 0 ? null : <Alert title={correcties.length > 0 ? 'Wij hebben uw vraag verbeterd' : 'Over uw zoekvraag'}>{regels.map((regel) => <p key={regel}>{regel}</p>)}</Alert>
}

/** The order of the list; distance only when there is a place to measure from. */
function Volgorde({ opdracht }: { opdracht: Zoekopdracht }) {
  // Without words nothing fits better than something else: then the first start comes first.
  const gewoon = opdracht.q === undefined ? 'start' : 'relevantie'
  const nu = sorteringOf(opdracht) === 'relevantie' ? gewoon : sorteringOf(opdracht)
  const keuzes = SORTERINGEN.filter((sortering) => (sortering !== 'afstand' || opdracht.plaats !== undefined) && (sortering !== 'relevantie' || gewoon === 'relevantie'))
  return (
    <nav aria-label="Volgorde" className="mt-3 text-s">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {keuzes.map((sortering) => (
          <li key={sortering} className="list-none">
            {sortering === nu ? <span aria-current="true" className="font-semibold"><Icon name="sort-ascending" /> {SORTERING_LABEL[sortering]}</span> : <Link href={zoekAdres(opdracht, { sorteer: sortering === gewoon ? undefined : sortering })}>{SORTERING_LABEL[sortering]}</Link>}
          </li>
        ))}
      </ul>
    </nav>
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
  const { plaats, afstand } = opdracht
  const overige = FACETTEN.filter((naam) => naam !== 'plaats').flatMap((facet) => {
    const naam = veldVan(facet, opdracht)
    const waarde = opdracht[naam]
    if (waarde === undefined) return []
    const label = facetLabel(facet, String(waarde))
    return [{ naam, label: facet === 'eigen' || facet === 'stap' ? `${FACET_KOP[facet]}: ${label}` : label }]
  })
  return plaats === undefined ? overige : [{ naam: 'plaats', label: afstand === undefined ? `Bij ${plaats}` : `${plaats}, ${facetLabel('plaats', String(afstand), true)}` }, ...overige]
}
