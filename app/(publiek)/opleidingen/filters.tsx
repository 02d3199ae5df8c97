import { veldVan, zoekAdres } from '@/app/(publiek)/opleidingen/adres'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { AFSTAND_GEWOON, AFSTANDEN, type Facet, type FacetNaam, type Zoekuitkomst } from '@/lib/voorportaal/model'
import type { Zoekopdracht } from '@/lib/voorportaal/schema'
import { FACET_KOP, facetLabel } from '@/lib/voorportaal/texts'

/** The order in which people choose; what stands behind the fold is asked for less. */
const VOORAAN: readonly FacetNaam[] = ['categorie', 'startmaand', 'eigen', 'vorm', 'dagdeel']
const ACHTERAAN: readonly FacetNaam[] = ['duur', 'niveau', 'prijs', 'stap', 'taal']
const ZICHTBAAR = 6

type Props = { opdracht: Zoekopdracht; facetten: Zoekuitkomst['facetten'] }

/** The filters with their exact counts. Links and a small form: they work without JavaScript, and each result has its own address. */
export function Filters({ opdracht, facetten }: Props) {
  const isGekozen = ACHTERAAN.some((naam) => opdracht[veldVan(naam, opdracht)] !== undefined)
  return (
    <div className="stap-stapel">
      <Plaats opdracht={opdracht} facetten={facetten} />
      {VOORAAN.map((naam) => <FacetLijst key={naam} naam={naam} facetten={facetten[naam]} opdracht={opdracht} />)}
      <Details summary="Meer filters" open={isGekozen}>
        <div className="stap-stapel">{ACHTERAAN.map((naam) => <FacetLijst key={naam} naam={naam} facetten={facetten[naam]} opdracht={opdracht} />)}</div>
      </Details>
    </div>
  )
}

function FacetLijst({ naam, facetten, opdracht }: { naam: FacetNaam; facetten: readonly Facet[]; opdracht: Zoekopdracht }) {
  const veld = veldVan(naam, opdracht)
  const gekozen = opdracht[veld]?.toString()
  const zichtbaar = gekozen === undefined ? facetten : facetten.filter(({ waarde }) => waarde === gekozen)
  if (facetten.length === 0 || (naam === 'taal' && facetten.length === 1 && gekozen === undefined)) return null
  const keuze = (facet: Facet) => <Keuze key={facet.waarde} naam={naam} facet={facet} opdracht={opdracht} />
  return (
    <section aria-labelledby={`f-${naam}`}>
      <h3 id={`f-${naam}`} className="font-semibold">{FACET_KOP[naam]}</h3>
      <ul className="mt-1 text-s">{zichtbaar.slice(0, ZICHTBAAR).map(keuze)}</ul>
      {gekozen !== undefined && <p className="text-s"><Link href={zoekAdres(opdracht, { [veld]: undefined })} icon="x">Alle keuzes<span className="sr-only"> bij {FACET_KOP[naam].toLowerCase()}</span></Link></p>}
      {zichtbaar.length > ZICHTBAAR && <Details summary={<span className="text-s">Nog {zichtbaar.length - ZICHTBAAR} keuzes</span>}><ul className="text-s">{zichtbaar.slice(ZICHTBAAR).map(keuze)}</ul></Details>}
    </section>
  )
}

function Keuze({ naam, facet: { waarde, aantal }, opdracht }: { naam: FacetNaam; facet: Facet; opdracht: Zoekopdracht }) {
  const veld = veldVan(naam, opdracht)
  const label = facetLabel(naam, waarde, opdracht.plaats !== undefined)
  const telling = aantal.toLocaleString('nl-NL')
  return (
    <li className="list-none">
      {opdracht[veld]?.toString() === waarde
        ? <span className="flex items-baseline justify-between gap-2 py-1.5 font-semibold"><span><Icon name="check" /> {label}</span><span>{telling}</span></span>
        : <Link href={zoekAdres(opdracht, { [veld]: waarde })} className="flex items-baseline justify-between gap-2 py-1.5"><span>{label}</span><span className="text-ink-soft">{telling}</span></Link>}
    </li>
  )
}

/** A town or postcode with a distance, and the towns with most opleidingen to choose from. */
function Plaats({ opdracht, facetten: { plaats: facetten } }: Props) {
  const { plaats, afstand = AFSTAND_GEWOON } = opdracht
  const telling = new Map(facetten.map(({ waarde, aantal }) => [waarde, aantal]))
  const afstanden = [...new Set([...AFSTANDEN, afstand])].sort((a, b) => a - b)
  const label = (km: number) => `binnen ${String(km)} km${plaats === undefined ? '' : ` (${(telling.get(String(km)) ?? 0).toLocaleString('nl-NL')})`}`
  return (
    <section aria-labelledby="f-plaats">
      <h3 id="f-plaats" className="font-semibold">{FACET_KOP.plaats}</h3>
      <form action="/opleidingen" className="mt-2 flex flex-col gap-3">
        <Gekozen opdracht={opdracht} behalve={['plaats', 'afstand']} />
        <label htmlFor="plaats" className="text-s">Plaats of postcode</label>
        <TextInput id="plaats" name="plaats" defaultValue={plaats} autoComplete="off" />
        <label htmlFor="afstand" className="text-s">Hoe ver weg</label>
        <Select id="afstand" name="afstand" defaultValue={String(afstand)} options={afstanden.map((km) => ({ value: String(km), label: telling.has(String(km)) || plaats === undefined ? label(km) : `binnen ${String(km)} km` }))} />
        <div><Button variant="secondary">Zoek hier</Button></div>
      </form>
      {plaats !== undefined && <p className="mt-2 text-s"><Link href={zoekAdres(opdracht, { plaats: undefined })} icon="x">Overal in Nederland</Link></p>}
      {plaats === undefined && facetten.length > 0 && (
        <Details summary={<span className="text-s">Kies uit de plaatsen</span>}>
          <ul className="text-s">{facetten.slice(0, 24).map((facet) => <Keuze key={facet.waarde} naam="plaats" facet={facet} opdracht={opdracht} />)}</ul>
        </Details>
      )}
    </section>
  )
}

/** What is chosen already, for a form that adds something to it. */
export function Gekozen({ opdracht, behalve }: { opdracht: Zoekopdracht; behalve: readonly (keyof Zoekopdracht)[] }) {
  const velden = Object.entries(opdracht).filter(([naam, waarde]) => !behalve.some((veld) => veld === naam) && naam !== 'pagina' && waarde !== undefined)
  return <>{velden.map(([naam, waarde]) => <input key={naam} type="hidden" name={naam} value={String(waarde)} />)}</>
}
