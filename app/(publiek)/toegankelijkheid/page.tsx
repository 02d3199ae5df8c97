import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Prose } from '@/components/ui/text'

export const metadata: Metadata = { title: 'Toegankelijkheid' }

export default function Page() {
  return (
    <div className="mx-auto flex max-w-tekst flex-col gap-10">
      <PageTitle lead="Iedereen moet deze site kunnen gebruiken: met een toetsenbord, een schermlezer, een klein scherm of grote letters.">Toegankelijkheid</PageTitle>
      <Prose>
        <h2>Wat wij doen</h2>
        <ul>
          <li>Wij bouwen volgens de richtlijnen WCAG 2.2, niveau A en AA.</li>
          <li>Alles werkt met het toetsenbord. U ziet altijd waar u bent.</li>
          <li>Alles werkt ook zonder JavaScript, op een scherm van 320 pixels breed en bij 400 procent vergroting.</li>
          <li>Wij schrijven in gewone taal.</li>
          <li>Brieven kunt u lezen als webpagina en als pdf die een schermlezer kan voorlezen.</li>
        </ul>
        <h2>Hoe wij dat controleren</h2>
        <p>Bij elke wijziging controleert een programma de pagina’s op fouten. Zo’n programma vindt niet alles. Een onafhankelijk onderzoek door mensen is er nog niet geweest. Daarom is er nog geen toegankelijkheidsverklaring met een status.</p>
        <h2>Werkt iets niet voor u?</h2>
        <p>Laat het ons weten. <Link href="/contact">Neem contact op</Link> en vertel op welke pagina u was en wat er misging. U kunt altijd ook op een andere manier aanvragen: bij een werkplein van UWV.</p>
      </Prose>
    </div>
  )
}
