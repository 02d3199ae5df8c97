import type { ReactNode } from 'react'
import { TijdvakKaart } from '@/components/dossier/tijdvak-kaart'
import { Aanmelden, Aanvragen, Brief, Leren, Zoeken } from '@/components/tekening/stappen'
import { Trap } from '@/components/tekening/trap'
import { Bedrag } from '@/components/ui/bedrag'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { Heading, Paragraph } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { today } from '@/lib/platform/clock'
import type { Regeling } from '@/lib/regeling/model'
import { getRegeling } from '@/lib/regeling/views'
import { listTijdvakOverzicht, type TijdvakOverzicht } from '@/lib/tijdvak/views'

export default async function Page() {
  const tijdvakken = await listTijdvakOverzicht()
  const komend = tijdvakken.filter(({ toestand }) => toestand === 'gepland')
  const tijdvak = tijdvakken.find(({ toestand }) => toestand === 'open' || toestand === 'gepauzeerd') ?? komend[0]
  // What a visitor reads about the regeling is what holds on the day one can apply.
  const regeling = await getRegeling(tijdvak?.toestand === 'gepland' ? amsterdamDate(tijdvak.opentOp) : await today())

  return (
    <>
      <div className="stap-band">
        <div className="mx-auto grid w-full max-w-pagina items-start gap-x-12 gap-y-10 px-4 py-10 sm:px-8 sm:py-14 lg:grid-cols-[7fr_5fr]">
          <div className="stap-stapel">
            <h1 className="nl-heading text-4xl leading-[1.1] font-bold tracking-tight">Een stap vooruit in uw werk</h1>
            <Paragraph lead className="text-on-band-soft">Met het STAP-budget krijgt u tot <Bedrag cent={regeling.get('maximumbedrag')} /> voor een opleiding of cursus. U betaalt niets vooraf: het geld gaat naar de opleider.</Paragraph>
            <form action="/opleidingen" role="search" className="flex flex-col gap-2">
              <label htmlFor="zoek" className="text-l font-semibold">Wat wilt u leren?</label>
              <div className="flex flex-wrap gap-3">
                <div className="min-w-60 flex-1"><TextInput id="zoek" name="q" type="search" autoComplete="off" aria-describedby="zoek-uitleg" /></div>
                <Button icon="search">Zoeken</Button>
              </div>
              <p id="zoek-uitleg" className="text-s text-on-band-soft">Bijvoorbeeld boekhouden, heftruck, verpleegkunde of Excel</p>
            </form>
            <div className="mt-2 border-t border-on-band/25 pt-6">
              <h2 className="text-l font-semibold">Kan ik het krijgen?</h2>
              <p className="mt-1">Ja, als u {regeling.get('minimumleeftijd')} jaar of ouder bent, nog geen AOW hebt en in Nederland woont of werkt. Met of zonder baan. <Link href="#kan-ik">Bekijk de voorwaarden</Link></p>
            </div>
          </div>
          <TijdvakKaart tijdvak={tijdvak} volgende={komend[0]} wachtkamer={tijdvak && wachtkamerVan(tijdvak, regeling)} />
        </div>
      </div>
      <Voorwaarden regeling={regeling} />
      <ZoWerktHet />
    </>
  )
}

/** From how long before the waiting room opens the home page tells of it. */
const VOORAF_MS = 7 * 86_400_000

/** The waiting room of a tijdvak that is open or opens soon; a tijdvak with a draw has none. */
function wachtkamerVan({ code, modus, toestand, opentOp, gemetenOp }: TijdvakOverzicht, regeling: Regeling) {
  const kamerOpentOp = new Date(opentOp.getTime() - regeling.get('wachtkamer').urenVoorOpening * 3_600_000)
  if (modus === 'loting' || kamerOpentOp.getTime() - gemetenOp.getTime() > VOORAF_MS) return undefined
  return { href: `/wachtkamer/${code}`, opentOp: kamerOpentOp, isOpen: toestand !== 'gepland' || kamerOpentOp <= gemetenOp }
}

function Voorwaarden({ regeling }: { regeling: Regeling }) {
  const aow = regeling.get('aow-leeftijd')
  const verzekerd = regeling.get('verzekerde-maanden')
  return (
    <section className="mx-auto grid w-full max-w-pagina items-center gap-x-12 gap-y-8 px-4 py-12 sm:px-8 sm:py-16 lg:grid-cols-[7fr_5fr]" aria-labelledby="kan-ik">
      <div className="stap-stapel">
        <Heading id="kan-ik" className="text-2xl">De voorwaarden</Heading>
        <Paragraph>U kunt het STAP-budget krijgen als dit allemaal voor u geldt:</Paragraph>
        <ul className="flex flex-col gap-4">
          <Eis>U bent {regeling.get('minimumleeftijd')} jaar of ouder en u hebt nog geen AOW ({aow.jaren} jaar{aow.maanden > 0 && ` en ${String(aow.maanden)} maanden`}).</Eis>
          <Eis>U woonde of werkte de afgelopen {verzekerd.vensterVanMaanden} maanden minstens {verzekerd.maanden} maanden in Nederland, of u had een uitkering.</Eis>
          <Eis>U hebt dit jaar nog geen STAP-budget gekregen.</Eis>
          <Eis>U krijgt geen studiefinanciering en geen andere bijdrage van de overheid voor dezelfde opleiding.</Eis>
          <Eis>U hebt een aanmeldbewijs van de opleider.</Eis>
        </ul>
        <Paragraph>Het maakt niet uit of u werk hebt, werk zoekt of een eigen bedrijf hebt. <Link href="/uitleg">Lees alle voorwaarden</Link>.</Paragraph>
      </div>
      <div className="mx-auto w-full max-w-md text-primary"><Trap /></div>
    </section>
  )
}

function Eis({ children }: { children: ReactNode }) {
  return <li className="flex max-w-tekst gap-3"><span className="text-success"><Icon name="circle-check" className="mt-0.5" /></span><span>{children}</span></li>
}

const STAPPEN = [
  { titel: 'Zoek een opleiding', tekst: 'Kies uit alle opleidingen in het scholingsregister.', tekening: <Zoeken /> },
  { titel: 'Meld u aan', tekst: 'De opleider geeft u een aanmeldbewijs.', tekening: <Aanmelden /> },
  { titel: 'Vraag aan', tekst: 'Zet uw aanvraag klaar en verstuur hem als het tijdvak opent.', tekening: <Aanvragen /> },
  { titel: 'Krijg uw besluit', tekst: 'UWV beslist en zet de brief in Mijn STAP.', tekening: <Brief /> },
  { titel: 'Ga leren', tekst: 'UWV betaalt de opleider. U rondt de opleiding af.', tekening: <Leren /> },
] as const

function ZoWerktHet() {
  return (
    <section className="border-t border-line bg-sunken" aria-labelledby="zo-werkt-het">
      <div className="mx-auto flex w-full max-w-pagina flex-col gap-8 px-4 py-12 sm:px-8 sm:py-16">
        <Heading id="zo-werkt-het" className="text-2xl">Zo werkt het</Heading>
        <ol className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
          {STAPPEN.map(({ titel, tekst, tekening }, index) => (
            <li key={titel} className="flex items-start gap-4 lg:flex-col lg:gap-3">
              <div className="w-20 flex-none text-primary lg:w-24">{tekening}</div>
              <div>
                <Heading level={3}>{index + 1}. {titel}</Heading>
                <p className="mt-1">{tekst}</p>
              </div>
            </li>
          ))}
        </ol>
        <p><Link href="/uitleg" icon="arrow-right">Lees stap voor stap hoe het werkt</Link></p>
      </div>
    </section>
  )
}
