import { Heading, Prose } from '@/components/ui/text'
import type { BriefBlok, OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'

type Level = 1 | 2 | 3

/**
 * A letter as the addressee gets it; the PDF is made of the same layout. `level` is the heading level of its subject on this page.
 * It takes the letter laid out (layoutBrief), so that in the browser it needs no calendar.
 */
export function BriefWeergave({ brief, level = 1 }: { brief: OpgemaakteBrief; level?: Level }) {
  const { titel, afzender, aan, gegevens, blokken } = brief
  const [naam, ...adres] = afzender
  return (
    <article aria-label={`Brief: ${titel}`} className="max-w-3xl rounded border border-line bg-surface p-5 sm:p-10">
      <div className="mb-8 flex flex-wrap justify-between gap-x-10 gap-y-6">
        <address className="not-italic"><strong>{naam}</strong><Regels regels={adres} /></address>
        <dl>
          {gegevens.map((gegeven) => (
            <div key={gegeven.naam} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-soft">{gegeven.naam}</dt>
              <dd>{gegeven.waarde}</dd>
            </div>
          ))}
        </dl>
      </div>
      <address className="mb-8 not-italic"><Regels regels={aan} /></address>
      <Prose>
        <Heading level={level}>{titel}</Heading>
        {blokken.map((blok, index) => <Blok key={index} blok={blok} level={level} />)}
      </Prose>
    </article>
  )
}

function Regels({ regels }: { regels: readonly string[] }) {
  return regels.map((regel) => <span key={regel} className="block">{regel}</span>)
}

function Blok({ blok, level }: { blok: BriefBlok; level: Level }) {
  switch (blok.soort) {
    case 'kop':
      return <Heading level={level === 1 ? 2 : level === 2 ? 3 : 4} className="stap-kop">{blok.tekst}</Heading>
    case 'lijst':
      return <ul>{blok.punten.map((punt) => <li key={punt}>{punt}</li>)}</ul>
    case 'alinea':
      return blok.nadruk === true ? <p><strong>{blok.tekst}</strong></p> : <p>{blok.tekst}</p>
  }
}
