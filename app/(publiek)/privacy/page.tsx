import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Prose } from '@/components/ui/text'

export const metadata: Metadata = { title: 'Privacy' }

export default function Page() {
  return (
    <div className="mx-auto flex max-w-tekst flex-col gap-10">
      <PageTitle lead="Wij vragen alleen wat wij nodig hebben om over uw aanvraag te beslissen. Hier leest u wat dat is.">Privacy</PageTitle>
      <Prose>
        <h2>Wat wij van u gebruiken</h2>
        <ul>
          <li>Uw burgerservicenummer (BSN). Wij krijgen het van DigiD als u inlogt, en bewaren het versleuteld.</li>
          <li>Uw naam en geboortedatum, en of u verzekerd bent voor de volksverzekeringen. Wij zoeken dat op in de registers van de overheid.</li>
          <li>Uw aanmeldbewijs: welke opleiding u volgt, bij wie, wanneer en voor welke prijs.</li>
          <li>Uw e-mailadres, als u dat geeft. In een e-mail staat alleen dat er een bericht voor u is.</li>
          <li>Of u de opleiding hebt gevolgd en afgerond.</li>
        </ul>
        <h2>Waarom dat mag</h2>
        <p>UWV voert de Subsidieregeling STAP-budget uit. Dat is een taak van algemeen belang. Zonder deze gegevens kan UWV niet beslissen.</p>
        <h2>Wie uw gegevens ziet</h2>
        <ul>
          <li>Medewerkers van UWV, en alleen als dat nodig is om uw aanvraag te behandelen of te betalen.</li>
          <li>Uw opleider ziet dat u zich hebt aangemeld, of u budget krijgt en hoe het betaald wordt. De opleider ziet uw BSN niet.</li>
          <li>De Toetsingskamer STAP ziet gegevens van opleiders en opleidingen, niet uw dossier.</li>
        </ul>
        <h2>Wat u kunt doen</h2>
        <p>U ziet in <Link href="/mijn">Mijn STAP</Link> wat er met uw aanvraag is gebeurd. Klopt er iets niet, of wilt u weten wat wij nog meer van u hebben? <Link href="/contact">Neem contact op met UWV</Link>. Bent u niet tevreden over hoe wij met uw gegevens omgaan? Dan kunt u een klacht indienen bij de <Link href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</Link>.</p>
        <h2>Cookies</h2>
        <p>Wij gebruiken alleen cookies die nodig zijn om in te loggen. Wij volgen u niet en wij delen niets met adverteerders.</p>
      </Prose>
    </div>
  )
}
