import {
  BeslisFormulier, OpheffenFormulier, UitsluitFormulier, VerlengFormulier, VervalFormulier, VolledigFormulier, VoordeelFormulier, VoornemenFormulier, ZienswijzeFormulier,
} from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/form'
import { HerroepBeslissing, HerroepVoorstel } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/herroeping'
import { SignaalFormulier } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/signaal.client'
import { SchadeBetaaldFormulier } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/schade.client'
import type { Herroepblad } from '@/lib/verantwoording/use-cases/toon-herroeping'
import type { Zaak } from '@/lib/verantwoording/views'
import { Link } from '@/components/ui/link'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatBedrag } from '@/lib/base/money'
import { VASTSTELLINGSGRONDEN } from '@/lib/beschikking/model'
import { VASTSTELLING, vervolggrond } from '@/lib/beschikking/texts'
import { proposeGrond, proposeVan } from '@/lib/verantwoording/rules/vaststelling'
import { describeZonderKeuze, VAN_LABEL, VOORNEMEN_LABEL } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { VERGOEDT_SCHADE } from '@/lib/verantwoording/rules/vaststelling-schade'
import { canBeslissen, GRONDEN_VAN, listTeHoren } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { listWeegvragen, WEEGVRAAG } from '@/lib/verantwoording/rules/vaststelling-weging'

type Stap = { readonly doe: string; readonly label: string }

/** What can be done with this case now, and the form of the one that was chosen. */
export function BesluitStappen({ zaak, blad, doe, medewerkerId }: { zaak: Zaak; blad: Herroepblad; doe: string | undefined; medewerkerId: string }) {
  const stappen = [...listHerroepstappen(blad), ...listStappen(zaak)]
  const gekozen = doe ?? (blad.teBeslissen === null ? eersteVoorstel(zaak, medewerkerId) : 'herroeping')
  return (
    <section id="stappen" className="stap-stapel" aria-labelledby="stappen-kop">
      <Heading level={2} id="stappen-kop">Wat wilt u doen?</Heading>
      {stappen.length === 0 && gekozen === undefined && <Paragraph>Hier is nu niets te doen.</Paragraph>}
      {stappen.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {stappen.map((stap) => (
            <li key={stap.doe}><Link href={`/uwv/vaststellingen/${zaak.kenmerk}?doe=${stap.doe}#stappen`} {...(stap.doe === gekozen && { 'aria-current': 'true' as const, className: 'font-bold' })}>{stap.label}</Link></li>
          ))}
        </ul>
      )}
      {gekozen === 'herroep' && <HerroepVoorstel kenmerk={zaak.kenmerk} blad={blad} />}
      {gekozen === 'herroeping' && <HerroepBeslissing kenmerk={zaak.kenmerk} blad={blad} />}
      {gekozen !== undefined && <Formulier zaak={zaak} doe={gekozen} medewerkerId={medewerkerId} isTeKiezen={stappen.some((stap) => stap.doe === gekozen)} />}
    </section>
  )
}

const isOpen = (zaak: Zaak, uitsluiting: boolean) => zaak.stand.voornemens.some(({ status, soort }) => status === 'open' && (soort === 'uitsluiting') === uitsluiting)
const isZonderKeuze = ({ afzegging, vandaag }: Zaak) => afzegging !== null && vandaag > afzegging.kiezenTot
const lopendeUitsluiting = ({ stand, vandaag }: Zaak) => stand.uitsluitingen.find(({ opgehevenOp, eindigtOp }) => opgehevenOp === null && eindigtOp > vandaag)

const openSchade = ({ stand }: Zaak) => stand.schadevergoedingen.find(({ bedragCent, betaaldOp }) => bedragCent > 0 && betaaldOp === null)

function listHerroepstappen({ voorTeStellen, teBeslissen }: Herroepblad): readonly Stap[] {
  return [
    ...(teBeslissen === null ? [] : [{ doe: 'herroeping', label: 'Beslissen over de herroeping' }]),
    ...(voorTeStellen === null ? [] : [{ doe: 'herroep', label: 'Besluit herroepen na bezwaar of uitspraak' }]),
  ]
}

function listStappen(zaak: Zaak): readonly Stap[] {
  const isVerleend = (zaak.status === 'verleend' || zaak.status === 'betwist') && !zaak.stand.isIngetrokken
  const isVastgesteld = zaak.status === 'vastgesteld'
  const hasOpen = isOpen(zaak, false)
  return [
    ...(isVerleend && !hasOpen && zaak.afzegging === null ? [{ doe: 'volledig', label: 'Vaststellen op het hele bedrag' }] : []),
    ...(isVerleend && !hasOpen ? [{ doe: 'voornemen', label: 'Lager, intrekken of verlagen' }] : []),
    ...(isVerleend && !hasOpen && zaak.afzegging !== null ? [{ doe: 'verlengen', label: 'Meer tijd geven om te kiezen' }] : []),
    ...(isVastgesteld && !hasOpen ? [{ doe: 'voornemen', label: 'Vaststelling verlagen' }] : []),
    ...(isVastgesteld && zaak.signalen.length > 0 ? [{ doe: 'signaal', label: 'Signaal afhandelen zonder gevolg' }] : []),
    ...(isVastgesteld && !hasOpen && zaak.stand.geldendCent < zaak.stand.verleendCent ? [{ doe: 'voordeel', label: 'Bedrag verhogen' }] : []),
    ...(lopendeUitsluiting(zaak) === undefined && !isOpen(zaak, true) ? [{ doe: 'uitsluiting', label: 'Deelnemer uitsluiten' }] : []),
    ...(lopendeUitsluiting(zaak) === undefined ? [] : [{ doe: 'opheffen', label: 'Uitsluiting opheffen' }]),
    ...(openSchade(zaak) === undefined ? [] : [{ doe: 'schade', label: 'Schadevergoeding is betaald' }]),
  ]
}

/** What the page opens with: the besluit that can be taken, or what the report points to. */
function eersteVoorstel(zaak: Zaak, medewerkerId: string): string | undefined {
  const beslisbaar = zaak.stand.voornemens.find((voornemen) => voornemen.status === 'open' && canBeslissen(voornemen, zaak.vandaag, medewerkerId))
  if (beslisbaar !== undefined) return `beslissen-${beslisbaar.id}`
  if (openSchade(zaak) !== undefined) return 'schade'
  if (isOpen(zaak, false) || zaak.stand.isIngetrokken || (zaak.status !== 'verleend' && zaak.status !== 'betwist')) return undefined
  if (zaak.afzegging !== null) return isZonderKeuze(zaak) ? 'voornemen' : undefined
  // Opleider and burger contradict each other: no answer is put in the mouth of who decides.
  if (zaak.gestopt !== null && zaak.deelname?.uitkomst === 'succesvol') return undefined
  return zaak.deelname !== null && zaak.deelname.uitkomst === 'niet-succesvol' && zaak.deelname.oorzaak !== 'overmacht' ? 'voornemen' : 'volledig'
}

function Formulier({ zaak, doe, medewerkerId, isTeKiezen }: { zaak: Zaak; doe: string; medewerkerId: string; isTeKiezen: boolean }) {
  const [handeling = '', id = ''] = splits(doe)
  const voornemen = zaak.stand.voornemens.find((een) => een.id === id && een.status === 'open')
  if (voornemen !== undefined && handeling === 'beslissen' && canBeslissen(voornemen, zaak.vandaag, medewerkerId)) return <Beslissen zaak={zaak} voornemen={voornemen} />
  if (voornemen !== undefined && handeling === 'reactie') return <Reactie zaak={zaak} voornemen={voornemen} />
  if (voornemen !== undefined && handeling === 'vervallen') return <VervalFormulier kenmerk={zaak.kenmerk} voornemenId={id} />
  if (!isTeKiezen) return null
  const geldend = formatBedrag(zaak.stand.geldendCent)
  const uitsluiting = lopendeUitsluiting(zaak)
  const schade = openSchade(zaak)
  switch (doe) {
    case 'volledig':
      return <VolledigFormulier kenmerk={zaak.kenmerk} grond={zaak.status === 'betwist' ? undefined : gemeldeGrond(zaak)} geldend={geldend}
        gronden={VASTSTELLINGSGRONDEN.map((value) => ({ value, label: VASTSTELLING[value].label }))} />
    case 'voornemen':
      return <Voornemen zaak={zaak} geldend={geldend} />
    case 'signaal':
      return <SignaalFormulier kenmerk={zaak.kenmerk} />
    case 'verlengen':
      return <VerlengFormulier kenmerk={zaak.kenmerk} />
    case 'voordeel':
      return <VoordeelFormulier kenmerk={zaak.kenmerk} verleend={formatBedrag(zaak.stand.verleendCent)} geldend={geldend} />
    case 'uitsluiting':
      return <UitsluitFormulier kenmerk={zaak.kenmerk} praktijk={zaak.uitsluitingsduur.praktijkMaanden} maximaal={zaak.uitsluitingsduur.maximaalMaanden} />
    case 'schade':
      return schade === undefined ? null : <SchadeBetaaldFormulier kenmerk={zaak.kenmerk} besluitId={schade.besluitId} bedrag={formatBedrag(schade.bedragCent)} />
    case 'opheffen':
      return uitsluiting === undefined ? null : <OpheffenFormulier kenmerk={zaak.kenmerk} uitsluitingId={uitsluiting.id} />
    default:
      return null
  }
}

/** 'beslissen-<id>' in two: the act and the voornemen it is about. */
function splits(doe: string): readonly string[] {
  const streep = doe.indexOf('-')
  return streep < 0 ? [doe] : [doe.slice(0, streep), doe.slice(streep + 1)]
}

function gemeldeGrond({ deelname }: Zaak) {
  return deelname === null ? undefined : proposeGrond(deelname.uitkomst, deelname.oorzaak)
}

function Voornemen({ zaak, geldend }: { zaak: Zaak; geldend: string }) {
  const isHerziening = zaak.status === 'vastgesteld'
  const soorten = isHerziening ? (['herziening'] as const) : (['vaststelling', 'intrekking', 'wijziging'] as const)
  const gronden = [...new Set(soorten.flatMap((soort) => GRONDEN_VAN[soort]))]
  const gemeld = gemeldeGrond(zaak)
  const { afzegging } = zaak
  const voorstel = isHerziening || gemeld === 'afgerond' ? undefined : afzegging === null ? gemeld : 'niet-gegeven'
  return (
    <VoornemenFormulier
      kenmerk={zaak.kenmerk} geldend={geldend} dagen={zaak.zienswijzeDagen} grond={voorstel} soort={afzegging === null || isHerziening ? soorten[0] : 'intrekking'}
      voorzet={afzegging === null || isHerziening ? undefined : { bedrag: '0', terugwerkend: 'ja', reden: describeZonderKeuze(afzegging) }}
      gekozenVan={voorstel === undefined ? undefined : proposeVan(voorstel, zaak.geld.betaald)}
      soorten={soorten.map((value) => ({ value, label: VOORNEMEN_LABEL[value], description: ARTIKEL[value] }))}
      gronden={gronden.map((value) => ({ value, label: vervolggrond(value, soorten[0]).label }))}
      van={(['opleider', 'burger', 'niemand'] as const).map((value) => ({ value, label: VAN_LABEL[value] }))}
    />
  )
}

const ARTIKEL = { vaststelling: 'Awb 4:46 lid 2, 4:47', intrekking: 'Awb 4:48, 4:50: er blijft niets over', wijziging: 'Awb 4:48, 4:50: er blijft een deel over', herziening: 'Awb 4:49: binnen vijf jaar' } as const

type Voornemen = Zaak['stand']['voornemens'][number]

function Beslissen({ zaak, voornemen: { id, soort, grond, van, bedragCent, zienswijzen } }: { zaak: Zaak; voornemen: Voornemen }) {
  return (
    <BeslisFormulier
      kenmerk={zaak.kenmerk} voornemenId={id} gezien={zienswijzen.length} van={soort === 'uitsluiting' ? 'uitsluiting' : (van ?? 'niemand')}
      bedrag={bedragCent === null ? undefined : formatBedrag(bedragCent)} vraagtSchade={VERGOEDT_SCHADE.includes(grond)}
      uitlegBedrag={`Niet lager dan aangekondigd. Nu geldt ${formatBedrag(zaak.stand.geldendCent)}.`}
      velden={listWeegvragen(van).map((vraag) => ({ vraag, label: WEEGVRAAG[vraag].vraag, uitleg: WEEGVRAAG[vraag].uitleg, antwoorden: WEEGVRAAG[vraag].antwoorden }))}
    />
  )
}

function Reactie({ zaak, voornemen }: { zaak: Zaak; voornemen: Voornemen }) {
  const burger = { value: 'burger', label: `${zaak.naam} (deelnemer)` }
  const opleider = { value: 'opleider', label: `${zaak.opleider} (opleider)` }
  return <ZienswijzeFormulier kenmerk={zaak.kenmerk} voornemenId={voornemen.id} van={voornemen.van === 'opleider' ? [opleider, burger] : listTeHoren(voornemen).includes('opleider') ? [burger, opleider] : [burger]} />
}
