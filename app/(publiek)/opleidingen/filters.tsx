import { zoekAdres } from '@/app/(publiek)/opleidingen/adres'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Details } from '@/components/ui/details'
import { TextInput } from '@/components/ui/text-input'
import { isCategorie, isOpleidingsvorm } from '@/lib/register/model'
import type { Zoekopdracht } from '@/lib/register/schema'
import { CATEGORIE_LABEL, maandLabel, VORM_LABEL } from '@/lib/register/texts'
import type { Facet, Zoekuitkomst } from '@/lib/register/views'

type FacetNaam = keyof Zoekuitkomst['facetten']
const KOP: Record<FacetNaam, string> = { categorie: 'Vakgebied', startmaand: 'Start in', vorm: 'Hoe u leert', plaats: 'Plaats' }
const ZICHTBAAR = 8

export function facetLabel(naam: FacetNaam, waarde: string): string {
  if (naam === 'categorie') return isCategorie(waarde) ? CATEGORIE_LABEL[waarde] : waarde
  if (naam === 'vorm') return isOpleidingsvorm(waarde) ? VORM_LABEL[waarde] : waarde
  return naam === 'startmaand' ? maandLabel(waarde) : waarde
}

/** The filters with their exact counts. Links and a small form: they work without JavaScript, and each result has its own address. */
export function Filters({ opdracht, facetten, id }: { opdracht: Zoekopdracht; facetten: Zoekuitkomst['facetten']; id: string }) {
  return (
    <div className="stap-stapel">
      {(['categorie', 'startmaand', 'vorm', 'plaats'] as const).map((naam) => <FacetLijst key={naam} naam={naam} facetten={facetten[naam]} opdracht={opdracht} id={id} />)}
      <PrijsFilter opdracht={opdracht} id={id} />
    </div>
  )
}

function FacetLijst({ naam, facetten, opdracht, id }: { naam: FacetNaam; facetten: readonly Facet[]; opdracht: Zoekopdracht; id: string }) {
  const gekozen = opdracht[naam]
  const zichtbaar = gekozen === undefined ? facetten : facetten.filter(({ waarde }) => waarde === gekozen)
  if (facetten.length === 0) return null
  return (
    <section aria-labelledby={`${id}-${naam}`}>
      <h3 id={`${id}-${naam}`} className="font-semibold">{KOP[naam]}</h3>
      <ul className="mt-1 text-s">
        {zichtbaar.slice(0, ZICHTBAAR).map((facet) => <Keuze key={facet.waarde} naam={naam} facet={facet} opdracht={opdracht} />)}
      </ul>
      {gekozen !== undefined && <p className="text-s"><Link href={zoekAdres(opdracht, { [naam]: undefined })} icon="x">Alle keuzes bij {KOP[naam].toLowerCase()}</Link></p>}
      {zichtbaar.length > ZICHTBAAR && (
        <Details summary={<span className="text-s">Nog {zichtbaar.length - ZICHTBAAR} keuzes</span>}>
          <ul className="text-s">{zichtbaar.slice(ZICHTBAAR).map((facet) => <Keuze key={facet.waarde} naam={naam} facet={facet} opdracht={opdracht} />)}</ul>
        </Details>
      )}
    </section>
  )
}

function Keuze({ naam, facet: { waarde, aantal }, opdracht }: { naam: FacetNaam; facet: Facet; opdracht: Zoekopdracht }) {
  const isGekozen = opdracht[naam] === waarde
  return (
    <li className="list-none">
      {isGekozen
        ? <span className="flex items-baseline justify-between gap-2 py-1.5 font-semibold"><span><Icon name="check" /> {facetLabel(naam, waarde)}</span><span>{aantal.toLocaleString('nl-NL')}</span></span>
        : <Link href={zoekAdres(opdracht, { [naam]: waarde })} className="flex items-baseline justify-between gap-2 py-1.5"><span>{facetLabel(naam, waarde)}</span><span className="text-ink-soft">{aantal.toLocaleString('nl-NL')}</span></Link>}
    </li>
  )
}

function PrijsFilter({ opdracht, id }: { opdracht: Zoekopdracht; id: string }) {
  return (
    <form action="/opleidingen" className="flex flex-col gap-2">
      <Gekozen opdracht={opdracht} behalve="maxPrijs" />
      <label htmlFor={`${id}-prijs`} className="font-semibold">Prijs tot en met (€)</label>
      <div className="flex flex-wrap gap-2">
        <TextInput id={`${id}-prijs`} name="maxPrijs" type="number" width="kort" className="max-w-28" defaultValue={opdracht.maxPrijs} autoComplete="off" />
        <Button variant="secondary">Toepassen</Button>
      </div>
    </form>
  )
}

/** What is chosen already, for a form that adds one thing to it. */
export function Gekozen({ opdracht, behalve }: { opdracht: Zoekopdracht; behalve: keyof Zoekopdracht }) {
  const velden = Object.entries(opdracht).filter(([naam, waarde]) => naam !== behalve && naam !== 'pagina' && waarde !== undefined)
  return <>{velden.map(([naam, waarde]) => <input key={naam} type="hidden" name={naam} value={String(waarde)} />)}</>
}
