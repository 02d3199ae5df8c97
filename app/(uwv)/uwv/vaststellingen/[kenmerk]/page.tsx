import type { Metadata } from 'next'
import { HerroepingKaart } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/herroeping'
import { BesluitStappen } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/stappen'
import { VoornemenKaart } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/voornemen-kaart'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Sneltoetsen } from '@/components/ui/sneltoetsen.client'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { STATUS_TEKST } from '@/lib/aanvraag/texts'
import { BESLUIT_LABEL } from '@/lib/beschikking/texts'
import { bekijkDossier } from '@/lib/beschikking/use-cases/bekijk-dossier'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { leesHerroepblad } from '@/lib/verantwoording/use-cases/toon-herroeping'
import { getZaak, type Zaak } from '@/lib/verantwoording/views'

type Props = { params: Promise<{ kenmerk: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Vaststelling ${(await params).kenmerk}` }
}

const TOETSEN = [
  { toets: 's', doet: 'Naar wat u kunt doen', naar: '#stappen a' },
  { toets: 'v', doet: 'Naar het voornemen', naar: '#voornemens a, #voornemens button' },
  { toets: 'h', doet: 'Naar de herroeping', naar: '#stappen a[href*="doe=herroep"]' },
  { toets: 'm', doet: 'Naar de motivering', naar: '#veld-motivering' },
  { toets: 'r', doet: 'Naar de reden', naar: '#veld-reden' },
] as const

/** One case on one page: the facts and the money, what was announced and said, and the step that can be taken now. */
export default async function VaststellingPage({ params, searchParams }: Props) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const { kenmerk } = await params
  if (!(await bekijkDossier(medewerker, kenmerk))) toonNietGevonden()
  const zaak = await getZaak(medewerker, kenmerk)
  const blad = zaak === undefined ? undefined : await leesHerroepblad(medewerker, zaak.kenmerk)
  if (zaak === undefined || blad === undefined) toonNietGevonden()
  const { doe } = await searchParams
  const { label, toon } = STATUS_TEKST[zaak.status]
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/vaststellingen', label: 'Vaststellingen' }]} />
      <PageTitle kicker={`Vaststelling ${zaak.kenmerk}`} lead={`${zaak.opleiding}, bij ${zaak.opleider}.`}>{zaak.naam}</PageTitle>
      <div><StatusBadge tone={toon}>{label}</StatusBadge></div>
      <div className="grid gap-8 xl:grid-cols-2">
        <Feiten zaak={zaak} />
        <div className="stap-stapel min-w-0">
          {zaak.stand.voornemens.length > 0 && (
            <section id="voornemens" className="stap-stapel" aria-labelledby="voornemens-kop">
              <Heading level={2} id="voornemens-kop">Voornemens en reacties</Heading>
              {zaak.stand.voornemens.toReversed().map((voornemen) => <VoornemenKaart key={voornemen.id} kenmerk={zaak.kenmerk} voornemen={voornemen} vandaag={zaak.vandaag} medewerkerId={medewerker.id} />)}
            </section>
          )}
          {blad.voorstellen.length > 0 && (
            <section id="herroepingen" className="stap-stapel" aria-labelledby="herroepingen-kop">
              <Heading level={2} id="herroepingen-kop">Herroeping</Heading>
              {blad.voorstellen.map((voorstel) => <HerroepingKaart key={voorstel.id} voorstel={voorstel} />)}
            </section>
          )}
          {isAllowed(medewerker, 'uwv.besluiten') && <BesluitStappen zaak={zaak} blad={blad} medewerkerId={medewerker.id} doe={typeof doe === 'string' ? doe : undefined} />}
        </div>
      </div>
      <Sneltoetsen toetsen={TOETSEN} />
    </Stack>
  )
}

function Feiten({ zaak }: { zaak: Zaak }) {
  const { deelname, navraag, signalen, gestopt, annuleringskosten, afzegging } = zaak
  return (
    <div className="stap-stapel min-w-0">
      {zaak.status === 'betwist' && <Alert kind="warning" title="De deelnemer is het niet eens met de melding">{deelname?.reactieToelichting}</Alert>}
      {gestopt !== null && (
        <Alert kind="warning" title="De deelnemer meldde te stoppen">
          Op {formatDatum(gestopt.op)}. {gestopt.toelichting ?? 'De deelnemer schreef niet waarom.'}{deelname?.uitkomst === 'succesvol' && ' De opleider meldt dat de opleiding is afgerond. Dat klopt niet met elkaar.'}
        </Alert>
      )}
      {annuleringskosten !== null && <Alert kind="warning" title={`De opleider rekende ${formatBedrag(annuleringskosten.bedragCent)} annuleringskosten`}>{annuleringskosten.toelichting} Samen met het STAP-budget houdt de opleider nooit meer dan is verleend.</Alert>}
      {afzegging !== null && (
        <Alert kind="warning" title="De opleider heeft de scholing afgezegd">
          Op {formatDatum(afzegging.op)}. Reden van de opleider: {afzegging.reden} De deelnemer {zaak.vandaag > afzegging.kiezenTot ? `koos niet. Dat kon tot en met ${formatDatum(afzegging.kiezenTot)}.` : `kan nog kiezen tot en met ${formatDatum(afzegging.kiezenTot)}.`}
          {afzegging.herinnerdOp !== null && ` Herinnerd op ${formatDatum(afzegging.herinnerdOp)}.`}
        </Alert>
      )}
      {signalen.map(({ soort, reden }) => <Alert key={soort} kind="warning" title="Signaal van de Toetsingskamer">{reden}</Alert>)}
      <section className="stap-stapel" aria-labelledby="geld-kop">
        <Heading level={2} id="geld-kop">Geld</Heading>
        <Geld zaak={zaak} />
      </section>
      <section className="stap-stapel" aria-labelledby="melding-kop">
        <Heading level={2} id="melding-kop">Wat opleider en deelnemer zeggen</Heading>
        {deelname === null
          ? <Paragraph>De opleider heeft niets gemeld.</Paragraph>
          : <DeelnameMelding melding={deelname} bewijsHref={`/uwv/vaststellingen/${zaak.kenmerk}/bewijs`} eigenHref={`/uwv/deelnames/${zaak.kenmerk}/bewijs-deelnemer`} />}
        {navraag !== null && (
          <Paragraph>
            {navraag.antwoord === null ? `Wij vroegen het de deelnemer. Antwoord mogelijk tot en met ${formatDatum(navraag.uiterlijkOp)}.` : `Antwoord van de deelnemer: ${NAVRAAG_LABEL[navraag.antwoord] ?? navraag.antwoord}. ${navraag.toelichting ?? ''}`}
          </Paragraph>
        )}
      </section>
      <section className="stap-stapel" aria-labelledby="besluiten-kop">
        <Heading level={2} id="besluiten-kop">Besluiten</Heading>
        <Besluiten zaak={zaak} />
      </section>
    </div>
  )
}

const NAVRAAG_LABEL: Readonly<Record<string, string>> = { afgerond: 'afgerond', 'niet-afgerond': 'niet afgerond', 'niet-gevolgd': 'niet gevolgd' }

function Geld({ zaak: { stand, geld, startdatum, einddatum, vorderingen } }: { zaak: Zaak }) {
  const open = geld.verplicht + geld.crediteuren
  return (
    <SummaryList rows={[
      { key: 'periode', term: 'Opleiding', value: formatPeriode(startdatum, einddatum) },
      { key: 'verleend', term: 'Verleend', value: formatBedrag(stand.verleendCent) },
      ...(stand.geldendCent === stand.verleendCent ? [] : [{ key: 'geldend', term: 'Nu geldt', value: formatBedrag(stand.geldendCent) }]),
      { key: 'betaald', term: 'Betaald aan de opleider', value: formatBedrag(cent(geld.betaald)) },
      ...(open === 0 ? [] : [{ key: 'open', term: 'Nog te betalen', value: formatBedrag(cent(open)) }]),
      ...vorderingen.map(({ kenmerk, bedragCent, openCent, vanBurger }) => ({
        key: kenmerk, term: `Terugvordering ${kenmerk}`, value: `${formatBedrag(bedragCent)} van de ${vanBurger ? 'deelnemer' : 'opleider'}, nog ${formatBedrag(openCent)} open`,
      })),
    ]} />
  )
}

function Besluiten({ zaak: { stand } }: { zaak: Zaak }) {
  return (
    <>
      <SummaryList rows={stand.besluiten.toReversed().map(({ kenmerk, soort, bedragCent, genomenOp, motivering, bezwaarUiterlijkOp }) => ({
        key: kenmerk,
        term: labelOf(soort),
        value: (
          <>
            {soort.includes('uitsluiting') ? '' : `${formatBedrag(bedragCent)}, `}{formatDatum(amsterdamDate(genomenOp))}
            <span className="block text-s text-ink-soft">{kenmerk}, bezwaar tot en met {formatDatum(bezwaarUiterlijkOp)}</span>
            {soort !== 'verlening' && <details className="text-s"><summary>Motivering</summary>{motivering.split('\n\n').map((alinea, index) => <p key={index} className="mt-2">{alinea}</p>)}</details>}
          </>
        ),
      }))} />
      {stand.schadevergoedingen.filter(({ bedragCent }) => bedragCent > 0).map(({ besluitId, bedragCent, betaaldOp, betaaldKenmerk }) => (
        <Paragraph key={besluitId}>Schadevergoeding {formatBedrag(bedragCent)}: {betaaldOp === null ? 'nog te betalen door de afdeling financiën.' : `betaald op ${formatDatum(betaaldOp)}, kenmerk ${betaaldKenmerk ?? ''}.`}</Paragraph>
      ))}
      {stand.uitsluitingen.map(({ id, ingaatOp, eindigtOp, opgehevenOp }) => (
        <Paragraph key={id}>Uitgesloten van {formatDatum(ingaatOp)} tot {formatDatum(eindigtOp)}{opgehevenOp === null ? '.' : `, opgeheven op ${formatDatum(amsterdamDate(opgehevenOp))}.`}</Paragraph>
      ))}
    </>
  )
}

function labelOf(soort: string): string {
  return Object.entries(BESLUIT_LABEL).find(([naam]) => naam === soort)?.[1] ?? 'Besluit'
}
