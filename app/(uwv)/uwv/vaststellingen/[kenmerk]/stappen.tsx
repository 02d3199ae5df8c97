import {
  BeslisFormulier, OpheffenFormulier, UitsluitFormulier, VervalFormulier, VolledigFormulier, VoordeelFormulier, VoornemenFormulier, ZienswijzeFormulier,
} from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/form'
import type { Zaak } from '@/lib/verantwoording/views'
import { Link } from '@/components/ui/link'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatBedrag } from '@/lib/base/money'
import { VASTSTELLINGSGRONDEN } from '@/lib/beschikking/model'
import { VASTSTELLING, vervolggrond } from '@/lib/beschikking/texts'
import { proposeGrond, proposeVan } from '@/lib/verantwoording/rules/vaststelling'
import { VAN_LABEL, VOORNEMEN_LABEL } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { canBeslissen, GRONDEN_VAN } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { listWeegvragen, WEEGVRAAG } from '@/lib/verantwoording/rules/vaststelling-weging'

type Stap = { readonly doe: string; readonly label: string }

/** What can be done with this case now, and the form of the one that was chosen. */
export function BesluitStappen({ zaak, doe }: { zaak: Zaak; doe: string | undefined }) {
  const stappen = listStappen(zaak)
  const gekozen = doe ?? eersteVoorstel(zaak)
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
      {gekozen !== undefined && <Formulier zaak={zaak} doe={gekozen} isTeKiezen={stappen.some((stap) => stap.doe === gekozen)} />}
    </section>
  )
}

const isOpen = (zaak: Zaak, uitsluiting: boolean) => zaak.stand.voornemens.some(({ status, soort }) => status === 'open' && (soort === 'uitsluiting') === uitsluiting)
const lopendeUitsluiting = ({ stand, vandaag }: Zaak) => stand.uitsluitingen.find(({ opgehevenOp, eindigtOp }) => opgehevenOp === null && eindigtOp > vandaag)

function listStappen(zaak: Zaak): readonly Stap[] {
  const isVerleend = zaak.status === 'verleend' || zaak.status === 'betwist'
  const isVastgesteld = zaak.status === 'vastgesteld'
  const hasOpen = isOpen(zaak, false)
  return [
    ...(isVerleend && !hasOpen ? [{ doe: 'volledig', label: 'Vaststellen op het hele bedrag' }, { doe: 'voornemen', label: 'Lager, intrekken of verlagen' }] : []),
    ...(isVastgesteld && !hasOpen ? [{ doe: 'voornemen', label: 'Vaststelling verlagen' }] : []),
    ...(isVastgesteld && !hasOpen && zaak.stand.geldendCent < zaak.stand.verleendCent ? [{ doe: 'voordeel', label: 'Bedrag verhogen' }] : []),
    ...(lopendeUitsluiting(zaak) === undefined && !isOpen(zaak, true) ? [{ doe: 'uitsluiting', label: 'Deelnemer uitsluiten' }] : []),
    ...(lopendeUitsluiting(zaak) === undefined ? [] : [{ doe: 'opheffen', label: 'Uitsluiting opheffen' }]),
  ]
}

/** What the page opens with: the besluit that can be taken, or what the report points to. */
function eersteVoorstel(zaak: Zaak): string | undefined {
  const beslisbaar = zaak.stand.voornemens.find((voornemen) => voornemen.status === 'open' && canBeslissen(voornemen, zaak.vandaag))
  if (beslisbaar !== undefined) return `beslissen-${beslisbaar.id}`
  if (isOpen(zaak, false) || (zaak.status !== 'verleend' && zaak.status !== 'betwist')) return undefined
  return zaak.deelname !== null && zaak.deelname.uitkomst === 'niet-succesvol' && zaak.deelname.oorzaak !== 'overmacht' ? 'voornemen' : 'volledig'
}

function Formulier({ zaak, doe, isTeKiezen }: { zaak: Zaak; doe: string; isTeKiezen: boolean }) {
  const [handeling = '', id = ''] = splits(doe)
  const voornemen = zaak.stand.voornemens.find((een) => een.id === id && een.status === 'open')
  if (voornemen !== undefined && handeling === 'beslissen' && canBeslissen(voornemen, zaak.vandaag)) return <Beslissen zaak={zaak} voornemen={voornemen} />
  if (voornemen !== undefined && handeling === 'reactie') return <Reactie zaak={zaak} voornemen={voornemen} />
  if (voornemen !== undefined && handeling === 'vervallen') return <VervalFormulier kenmerk={zaak.kenmerk} voornemenId={id} />
  if (!isTeKiezen) return null
  const geldend = formatBedrag(zaak.stand.geldendCent)
  const uitsluiting = lopendeUitsluiting(zaak)
  switch (doe) {
    case 'volledig':
      return <VolledigFormulier kenmerk={zaak.kenmerk} grond={zaak.status === 'betwist' ? undefined : gemeldeGrond(zaak)} geldend={geldend}
        gronden={VASTSTELLINGSGRONDEN.map((value) => ({ value, label: VASTSTELLING[value].label }))} />
    case 'voornemen':
      return <Voornemen zaak={zaak} geldend={geldend} />
    case 'voordeel':
      return <VoordeelFormulier kenmerk={zaak.kenmerk} verleend={formatBedrag(zaak.stand.verleendCent)} geldend={geldend} />
    case 'uitsluiting':
      return <UitsluitFormulier kenmerk={zaak.kenmerk} praktijk={zaak.uitsluitingsduur.praktijkMaanden} maximaal={zaak.uitsluitingsduur.maximaalMaanden} />
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
  const voorstel = isHerziening || gemeld === 'afgerond' ? undefined : gemeld
  return (
    <VoornemenFormulier
      kenmerk={zaak.kenmerk} geldend={geldend} dagen={zaak.zienswijzeDagen} grond={voorstel} soort={soorten[0]}
      gekozenVan={voorstel === undefined ? undefined : proposeVan(voorstel, zaak.geld.betaald)}
      soorten={soorten.map((value) => ({ value, label: VOORNEMEN_LABEL[value], description: ARTIKEL[value] }))}
      gronden={gronden.map((value) => ({ value, label: vervolggrond(value, soorten[0]).label }))}
      van={(['opleider', 'burger', 'niemand'] as const).map((value) => ({ value, label: VAN_LABEL[value] }))}
    />
  )
}

const ARTIKEL = { vaststelling: 'Awb 4:46 lid 2, 4:47', intrekking: 'Awb 4:48, 4:50: er blijft niets over', wijziging: 'Awb 4:48, 4:50: er blijft een deel over', herziening: 'Awb 4:49: binnen vijf jaar' } as const

type Voornemen = Zaak['stand']['voornemens'][number]

function Beslissen({ zaak, voornemen: { id, soort, van, bedragCent, zienswijzen } }: { zaak: Zaak; voornemen: Voornemen }) {
  return (
    <BeslisFormulier
      kenmerk={zaak.kenmerk} voornemenId={id} gezien={zienswijzen.length} van={soort === 'uitsluiting' ? 'uitsluiting' : (van ?? 'niemand')}
      bedrag={bedragCent === null ? undefined : formatBedrag(bedragCent)}
      uitlegBedrag={`Niet lager dan aangekondigd. Nu geldt ${formatBedrag(zaak.stand.geldendCent)}.`}
      velden={listWeegvragen(van).map((vraag) => ({ vraag, label: WEEGVRAAG[vraag].vraag, uitleg: WEEGVRAAG[vraag].uitleg, antwoorden: WEEGVRAAG[vraag].antwoorden }))}
    />
  )
}

function Reactie({ zaak, voornemen }: { zaak: Zaak; voornemen: Voornemen }) {
  const burger = { value: 'burger', label: `${zaak.naam} (deelnemer)` }
  const opleider = { value: 'opleider', label: `${zaak.opleider} (opleider)` }
  return <ZienswijzeFormulier kenmerk={zaak.kenmerk} voornemenId={voornemen.id} van={voornemen.van === 'opleider' ? [opleider, burger] : [burger]} />
}
