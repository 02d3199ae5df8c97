import type { Metadata } from 'next'
import { NavraagFormulier, ReactieFormulier } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/deelname/form'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { DeelnameVersies } from '@/components/dossier/deelname-versies'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { GEVOLG_TOCH_AFGEROND, gevolgVoorBurger } from '@/lib/verantwoording/rules/deelname-gevolg'
import { NAVRAAG_LABEL } from '@/lib/verantwoording/texts'
import { getEigenDeelname, getNavraag, listEerdereVersies, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Klopt de melding van uw opleider?' }

type Props = { params: Promise<{ kenmerk: string }> }
type Navraag = Awaited<ReturnType<typeof getNavraag>>

/** The burger reads what the opleider reported and says whether it is right; or says how it went when nothing was reported. */
export default async function DeelnamePage({ params }: Props) {
  const burger = await requireBurger('deelname.bevestigen')
  const { kenmerk } = await params
  const [zaak, navraag, versies] = await Promise.all([getEigenDeelname(burger, kenmerk), getNavraag(burger, kenmerk), listEerdereVersies(burger, kenmerk)])
  if (zaak === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${zaak.kenmerk}`, label: `Aanvraag ${zaak.kenmerk}` }]} />
      <PageTitle lead={`${zaak.opleiding}, bij ${zaak.opleider}.`}>{titelVan(zaak, navraag)}</PageTitle>
      {zaak.deelname === null ? <ZonderMelding zaak={zaak} navraag={navraag} /> : <Melding zaak={zaak} />}
      <DeelnameVersies versies={versies} />
    </Stack>
  )
}

function titelVan({ deelname, aanvraagStatus }: DeelnemerRij, navraag: Navraag): string {
  if (deelname === null && navraag?.isOpen === true) return 'Hebt u de opleiding gevolgd?'
  return isTeBeantwoorden(deelname, aanvraagStatus) ? 'Klopt dit?' : 'Uw deelname'
}

/** An answer counts until something is decided, also after the term. */
function isTeBeantwoorden(deelname: DeelnemerRij['deelname'], status: string): boolean {
  return status === 'verleend' && deelname !== null && (deelname.reactie === null || deelname.reactie === 'zonder-reactie')
}

function ZonderMelding({ zaak: { kenmerk, opleider, meldenVoor, aanvraagStatus }, navraag }: { zaak: DeelnemerRij; navraag: Navraag }) {
  if (aanvraagStatus === 'vastgesteld') return <Stand reactie={null} status={aanvraagStatus} />
  if (navraag === undefined) {
    return <Alert kind="info" title="Uw opleider heeft nog niets gemeld">Na afloop van de opleiding meldt {opleider} hoe het is gegaan, uiterlijk op {formatDatum(meldenVoor)}. U krijgt dan een bericht van ons.</Alert>
  }
  if (navraag.isOpen) {
    return (
      <>
        <Alert kind="warning" title={`Antwoord uiterlijk op ${formatDatum(navraag.uiterlijkOp)}`}>{opleider} heeft niet gemeld hoe uw opleiding is gegaan. Daarom vragen wij het aan u. Antwoordt u niet, dan beslissen wij met wat wij weten.</Alert>
        <NavraagFormulier kenmerk={kenmerk} />
      </>
    )
  }
  return (
    <>
      <Alert kind="ok" title="Dank u, uw antwoord is binnen">Een medewerker van UWV stelt uw STAP-budget vast. U krijgt daarover een brief.</Alert>
      {navraag.antwoord !== null && (
        <SummaryList rows={[
          { key: 'antwoord', term: 'Uw antwoord', value: NAVRAAG_LABEL[navraag.antwoord] },
          ...(navraag.toelichting === null ? [] : [{ key: 'toelichting', term: 'Uw toelichting', value: navraag.toelichting }]),
          ...(navraag.bewijsId === null ? [] : [{ key: 'bewijs', term: 'Uw bewijs', value: <a className="nl-link" href={`/mijn/aanvragen/${kenmerk}/deelname/eigen-bewijs`}>Bewijs downloaden</a> }]),
          ...(navraag.beantwoordOp === null ? [] : [{ key: 'op', term: 'Geantwoord', value: formatTijdstip(navraag.beantwoordOp) }]),
        ]} />
      )}
    </>
  )
}

function Melding({ zaak: { kenmerk, deelname, aanvraagStatus, gestoptOp } }: { zaak: DeelnemerRij }) {
  if (deelname === null) return null
  const isOpen = isTeBeantwoorden(deelname, aanvraagStatus)
  const { uitkomst, oorzaak, reactieUiterlijkOp, versie } = deelname
  // Completed, says the opleider; stopped, said the burger: a person looks, whatever comes of the answer.
  const isTegenstrijdig = gestoptOp !== null && uitkomst === 'succesvol'
  return (
    <>
      <Stand reactie={deelname.reactie} status={aanvraagStatus} />
      {isOpen && deelname.reactie === null && reactieUiterlijkOp !== null && (
        <Alert kind="info" title={`U kunt reageren tot en met ${formatDatum(reactieUiterlijkOp)}`}>
          {isTegenstrijdig ? `U meldde op ${formatDatum(gestoptOp)} dat u stopte. Dat telt mee: een medewerker van UWV kijkt ernaar, ook als u niet reageert.` : 'Reageert u niet? Dan gaan wij ervan uit dat u het niet oneens bent met de melding.'}
        </Alert>
      )}
      <DeelnameMelding melding={deelname} bewijsHref={`/mijn/aanvragen/${kenmerk}/deelname/bewijs`} eigenHref={`/mijn/aanvragen/${kenmerk}/deelname/eigen-bewijs`} />
      {isOpen && <ReactieFormulier kenmerk={kenmerk} versie={versie} gevolg={isTegenstrijdig ? GEVOLG_TOCH_AFGEROND : gevolgVoorBurger(uitkomst, oorzaak)} metToelichting={uitkomst === 'niet-succesvol'} />}
    </>
  )
}

function Stand({ reactie, status }: { reactie: string | null; status: string }) {
  if (status === 'vastgesteld') return <Alert kind="ok" title="Uw STAP-budget is vastgesteld">U vindt de brief bij uw berichten.</Alert>
  if (reactie === 'betwist') return <Alert kind="info" title="U bent het niet eens met de melding">Een medewerker van UWV zoekt het uit. U krijgt daarna een brief met het besluit.</Alert>
  if (reactie === 'bevestigd') return <Alert kind="ok" title="Dank u, uw antwoord is binnen">Wij stellen uw STAP-budget vast. U krijgt daarover een brief.</Alert>
  if (reactie === 'zonder-reactie') return <Alert kind="info" title="De termijn om te reageren is voorbij">U hebt niet gereageerd. Zolang er niet is beslist, kunt u hieronder nog antwoorden. Anders gaan wij ervan uit dat u het niet oneens bent met de melding. U krijgt een brief met het besluit; daartegen kunt u bezwaar maken.</Alert>
  return null
}
