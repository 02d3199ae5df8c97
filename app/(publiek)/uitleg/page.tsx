import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Prose } from '@/components/ui/text'
import { formatBedrag } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import type { Regeling } from '@/lib/regeling/model'
import { getRegeling } from '@/lib/regeling/views'

export const metadata: Metadata = { title: 'Hoe het werkt' }

export default async function Page() {
  const regeling = await getRegeling(await today())
  return (
    <div className="mx-auto flex max-w-tekst flex-col gap-12">
      <PageTitle lead={`Met het STAP-budget betaalt de overheid tot ${formatBedrag(regeling.get('maximumbedrag'))} per jaar mee aan een opleiding of cursus. Zo maakt u daar gebruik van.`}>Hoe het werkt</PageTitle>
      <Stappen regeling={regeling} />
      <Wachtkamer regeling={regeling} />
      <Voorwaarden regeling={regeling} />
      <Vragen regeling={regeling} />
      <Alert title="Lukt het niet met de computer?">
        <p>Ga naar een werkplein van UWV. Een medewerker vraagt het dan samen met u aan. Voor deze aanvragen is apart geld.</p>
      </Alert>
    </div>
  )
}

function Stappen({ regeling }: { regeling: Regeling }) {
  const start = regeling.get('startvenster')
  return (
    <section aria-labelledby="stappen" className="stap-stapel">
      <Heading id="stappen">In vijf stappen</Heading>
      <ol className="flex flex-col gap-6">
        <Stap nummer={1} titel="Zoek een opleiding">
          <p>U kiest een opleiding uit het scholingsregister. Alleen die opleidingen tellen mee. U ziet er de plaats, de startdatum en de prijs bij, en wat u zelf nog betaalt.</p>
          <p><Link href="/opleidingen">Zoek een opleiding</Link></p>
        </Stap>
        <Stap nummer={2} titel="Meld u aan bij de opleider">
          <p>De opleider geeft u een STAP-aanmeldbewijs. Daarin staat welke opleiding u gaat volgen, wanneer die start en wat die kost. Zonder aanmeldbewijs kunt u niet aanvragen.</p>
          <p>De opleiding start niet eerder dan {start.naDagen} dagen na uw aanvraag. En niet later dan {start.maandenNaSluiting} maanden nadat het tijdvak is gesloten.</p>
        </Stap>
        <Stap nummer={3} titel="Zet uw aanvraag klaar en verstuur hem">
          <p>U logt in met DigiD. Wij controleren meteen of alles klopt. U kunt uw aanvraag al dagen van tevoren klaarzetten. Als het tijdvak opent, drukt u alleen nog op de knop.</p>
          <p>Is het druk als het tijdvak opent? Dan is er een <Link href="#wachtkamer">wachtkamer</Link>. Soms verdelen we het budget met een loting. Bij elk tijdvak staat welke van de twee het is.</p>
          <p>Is het budget op? Dan krijgt u een afwijzing, of u kunt wachten op de reservelijst als die er is. In een volgend tijdvak kunt u het opnieuw proberen.</p>
        </Stap>
        <Stap nummer={4} titel="Lees uw besluit">
          <p>UWV beslist binnen {regeling.get('beslistermijn').dagen} dagen. U krijgt een e-mail als er een brief voor u klaarstaat in Mijn STAP. Bent u het er niet mee eens? Dan kunt u binnen {regeling.get('bezwaartermijn').weken} weken bezwaar maken.</p>
        </Stap>
        <Stap nummer={5} titel="Volg uw opleiding en rond die af">
          <p>UWV betaalt de opleider. Na afloop meldt de opleider of u hebt meegedaan. U bevestigt dat in Mijn STAP.</p>
          <p>U hebt de opleiding afgerond met een diploma of certificaat. Of als u er minstens {regeling.get('aanwezigheidsnorm').procent} procent van de tijd bij was.</p>
        </Stap>
      </ol>
    </section>
  )
}

function Stap({ nummer, titel, children }: { nummer: number; titel: string; children: ReactNode }) {
  return (
    <li className="flex gap-4 sm:gap-6">
      <span aria-hidden="true" className="flex size-10 flex-none items-center justify-center rounded-md bg-primary text-l font-bold text-on-primary">{nummer}</span>
      <Prose className="pt-1.5">
        <Heading level={3}><span className="sr-only">Stap {nummer}: </span>{titel}</Heading>
        {children}
      </Prose>
    </li>
  )
}

function Wachtkamer({ regeling }: { regeling: Regeling }) {
  const { urenVoorOpening } = regeling.get('wachtkamer')
  return (
    <section aria-labelledby="wachtkamer" className="stap-stapel">
      <Heading id="wachtkamer">De wachtkamer: eerlijk wachten als het druk is</Heading>
      <Prose>
        <p>Als een tijdvak opent, willen veel mensen tegelijk indienen. Daarom is er een wachtkamer. U hoeft niet de snelste te zijn.</p>
        <ol>
          <li>De wachtkamer gaat {urenVoorOpening} uur voor de opening open. U logt in en neemt een plaats. U krijgt een nummer.</li>
          <li>Op het moment van de opening loten we de plaatsen van iedereen die er dan is. Vroeg komen geeft geen voordeel. Wie na de opening komt, sluit achteraan.</li>
          <li>U ziet hoeveel mensen er voor u zijn, hoe laat u ongeveer aan de beurt bent en hoeveel budget er nog is.</li>
          <li>Bent u aan de beurt? Dan drukt u op de knop en krijgt u meteen een bewijs van ontvangst.</li>
        </ol>
      </Prose>
      <div>
        <Details line summary="Moet ik de pagina openhouden?">
          <p>Nee. Uw plaats blijft van u. U mag de pagina sluiten en later terugkomen, ook op een ander apparaat.</p>
        </Details>
        <Details line summary="Helpt het als ik meer tabbladen of apparaten gebruik?">
          <p>Nee. Iedereen heeft één plaats. U ziet overal dezelfde.</p>
        </Details>
        <Details line summary="Hoe weet ik dat er eerlijk is geloot?">
          <p>Voor de opening maken we het controlegetal van de loting bekend. Na de opening staan het lotingsgetal en de hele lijst online, zonder namen. Iedereen kan de loting narekenen. De weg daarheen staat in de wachtkamer.</p>
        </Details>
        <Details line summary="Wat als het budget op is voor ik aan de beurt ben?">
          <p>Dan hoort u dat meteen. U kunt weggaan, wachten op de reservelijst als die er is, of een brief met een besluit vragen.</p>
        </Details>
      </div>
    </section>
  )
}

function Voorwaarden({ regeling }: { regeling: Regeling }) {
  const aow = regeling.get('aow-leeftijd')
  const verzekerd = regeling.get('verzekerde-maanden')
  return (
    <section aria-labelledby="voorwaarden" className="stap-stapel">
      <Heading id="voorwaarden">Wie kan het krijgen?</Heading>
      <Prose>
        <p>Op de dag dat u aanvraagt, geldt dit allemaal voor u:</p>
        <ul>
          <li>U bent {regeling.get('minimumleeftijd')} jaar of ouder.</li>
          <li>U bent jonger dan de AOW-leeftijd van {aow.jaren} jaar{aow.maanden > 0 && ` en ${String(aow.maanden)} maanden`}.</li>
          <li>U was minstens {verzekerd.maanden} maanden verzekerd voor de volksverzekeringen. Dat bent u meestal als u in Nederland woont of werkt. Wij kijken naar de tijd van {verzekerd.vensterVanMaanden} tot {verzekerd.vensterTotMaanden} maanden voor het tijdvak.</li>
          <li>U hebt dit kalenderjaar nog geen STAP-budget gekregen.</li>
          <li>U krijgt geen studiefinanciering, lerarenbeurs of tegemoetkoming voor scholieren.</li>
          <li>U bent niet uitgesloten omdat u een eerdere opleiding niet afmaakte.</li>
        </ul>
        <p>Wij zoeken zelf op wat de overheid al van u weet. U hoeft dat niet opnieuw in te vullen.</p>
      </Prose>
    </section>
  )
}

function Vragen({ regeling }: { regeling: Regeling }) {
  const maximum = formatBedrag(regeling.get('maximumbedrag'))
  const uitsluiting = regeling.get('uitsluitingsduur')
  return (
    <section aria-labelledby="vragen" className="stap-stapel">
      <Heading id="vragen">Goed om te weten</Heading>
      <div>
        <Details line summary="Wat als mijn opleiding duurder is?">
          <p>U krijgt hoogstens {maximum}. Wat er boven komt, betaalt u zelf. Uw werkgever mag dat deel ook betalen.</p>
        </Details>
        <Details line summary="Welke kosten tellen mee?">
          <p>Lesgeld, examengeld en leermiddelen die de opleider verplicht stelt. Reiskosten, eten en overnachten tellen niet mee.</p>
        </Details>
        <Details line summary="Mag ik een cadeau van de opleider aannemen?">
          <p>Nee. Een opleider mag geen laptop, tablet, geld of reis geven om u te laten meedoen. Ziet u zo’n aanbod? <Link href="/contact">Meld het ons</Link>.</p>
        </Details>
        <Details line summary="Wat als ik niet kan starten of moet stoppen?">
          <p>Meld dat meteen in Mijn STAP. Dan kijken we samen wat kan. Stopt u zonder dit te melden en zonder goede reden? Dan kunt u {uitsluiting.praktijkMaanden} maanden geen nieuw STAP-budget krijgen.</p>
        </Details>
        <Details line summary="Wat als mijn opleiding wordt onderzocht?">
          <p>Dan wachten wij met uw besluit. U hoort dat van ons. U krijgt de tijd om een andere opleiding te kiezen.</p>
        </Details>
      </div>
      <div><ButtonLink href="/opleidingen" iconEnd="arrow-right">Zoek een opleiding</ButtonLink></div>
    </section>
  )
}
