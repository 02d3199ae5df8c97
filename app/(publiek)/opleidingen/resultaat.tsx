import { Bewaar } from '@/app/(publiek)/opleidingen/bewaar'
import { MaatregelLabel } from '@/components/dossier/maatregel'
import { Bedrag } from '@/components/ui/bedrag'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Heading } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { VORM_LABEL } from '@/lib/register/texts'
import type { Zoekresultaat } from '@/lib/voorportaal/model'

/** One opleiding in the list: what it is, whose, where, when, and what it costs the visitor. Stands in a form that compares what is ticked. */
export function Resultaat({ resultaat, isBewaard, terug }: { resultaat: Zoekresultaat; isBewaard: boolean; terug: string }) {
  const { id, titel, samenvatting, opleider, plaats, afstand, vorm, startdatum, starts, prijs, stap, eigen, maatregel } = resultaat
  return (
    <li className="grid list-none gap-x-8 gap-y-3 border-b border-line py-6 sm:grid-cols-[1fr_13rem]">
      <div className="flex min-w-0 flex-col gap-2">
        <div>
          <Heading level={3}><Link href={`/opleidingen/${id}`}>{titel}</Link></Heading>
          <p className="text-ink-soft">{opleider}</p>
        </div>
        {maatregel !== null && <div><MaatregelLabel soort={maatregel} /></div>}
        <p className="max-w-tekst">{samenvatting}</p>
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-s">
          <li className="list-none"><Icon name="map-pin" /> {plaats ?? VORM_LABEL[vorm]}{plaats !== null && vorm === 'KLASSIKAAL_EN_ONLINE' && ', deels online'}{afstand !== null && afstand > 0 && `, ${String(afstand)} km`}</li>
          <li className="list-none"><Icon name="calendar" /> Start {formatDatum(startdatum)}{starts > 1 && `, en nog ${String(starts - 1)} keer`}</li>
        </ul>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-s">
          <label className="flex items-center gap-2 py-1"><input type="checkbox" name="id" value={id} className="utrecht-checkbox utrecht-checkbox--html-input" /> Vergelijk<span className="sr-only"> {titel}</span></label>
          <Bewaar id={id} titel={titel} isBewaard={isBewaard} terug={terug} />
        </div>
      </div>
      <dl className="flex flex-row flex-wrap gap-x-6 gap-y-1 sm:flex-col sm:items-end sm:text-end">
        <div><dt className="text-s text-ink-soft">U betaalt zelf</dt><dd className="text-xl leading-tight"><Bedrag cent={eigen} /></dd></div>
        <div className="text-s"><dt className="inline text-ink-soft">Prijs </dt><dd className="inline"><Bedrag cent={prijs} /></dd></div>
        <div className="text-s"><dt className="inline text-ink-soft">STAP-budget </dt><dd className="inline"><Bedrag cent={stap} /></dd></div>
      </dl>
    </li>
  )
}
