import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Prose } from '@/components/ui/text'

export const metadata: Metadata = { title: 'Contact en hulp' }

export default function Page() {
  return (
    <div className="mx-auto flex max-w-tekst flex-col gap-10">
      <PageTitle lead="Kies waar uw vraag over gaat. Dan komt u meteen bij de goede plek.">Contact en hulp</PageTitle>
      <SummaryList rows={[
        { key: 'aanvraag', term: 'Uw aanvraag, brief of inlog', value: <>Bel UWV. Het nummer en de openingstijden staan op <Link href="https://www.uwv.nl">uwv.nl</Link>. Houd het kenmerk van uw aanvraag klaar.</> },
        { key: 'opleiding', term: 'De opleiding zelf', value: <>Neem contact op met de opleider. De gegevens staan bij de <Link href="/opleidingen">opleiding</Link>.</> },
        { key: 'computer', term: 'Hulp bij de computer', value: 'Ga naar een werkplein van UWV. Een medewerker helpt u, ook bij het aanvragen.' },
        { key: 'digid', term: 'DigiD', value: <>Kijk op <Link href="https://www.digid.nl">digid.nl</Link>.</> },
        { key: 'register', term: 'Opleiders: het scholingsregister', value: 'Neem contact op met DUO.' },
        { key: 'toegankelijkheid', term: 'Een pagina werkt niet goed voor u', value: <>Lees <Link href="/toegankelijkheid">hoe u dat meldt</Link>.</> },
      ]} />
      <section className="stap-stapel" aria-labelledby="melden">
        <Heading id="melden">Iets klopt niet bij een opleider</Heading>
        <Prose>
          <p>Biedt een opleider een cadeau aan, klopt de prijs niet of gaat de opleiding niet door? Bespreek het eerst met de opleider. Komt u er niet uit? Dan kunt u naar de geschillencommissie of het keurmerk van de opleider.</p>
          <p>Gaat het om misbruik van het STAP-budget? Dan onderzoekt de Toetsingskamer STAP dat. Bel daarvoor UWV. Zij geven uw melding door.</p>
        </Prose>
      </section>
    </div>
  )
}
