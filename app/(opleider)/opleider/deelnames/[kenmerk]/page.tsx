import type { Metadata } from 'next'
import { MeldFormulier } from '@/app/(opleider)/opleider/deelnames/[kenmerk]/form'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { DeelnameVersies } from '@/components/dossier/deelname-versies'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getAanwezigheidsnorm, getDeelnemer, listEerdereVersies, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnemer' }

type Props = { params: Promise<{ kenmerk: string }> }

/** One participant: report how the scholing ended, or see what was reported. */
export default async function DeelnemerPage({ params }: Props) {
  const opleider = await requireOpleider('deelname.melden')
  const { kenmerk } = await params
  const [deelnemer, norm, versies] = await Promise.all([getDeelnemer(opleider, kenmerk), getAanwezigheidsnorm(), listEerdereVersies(opleider, kenmerk)])
  if (deelnemer === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }]} />
      <PageTitle kicker={deelnemer.kenmerk} lead={deelnemer.opleiding}>{deelnemer.deelnemer}</PageTitle>
      <SummaryList rows={[
        { key: 'start', term: 'Start', value: formatDatum(deelnemer.startdatum) },
        { key: 'einde', term: 'Einde', value: formatDatum(deelnemer.einddatum) },
        { key: 'melden', term: 'Uitkomst melden uiterlijk', value: formatDatum(deelnemer.meldenVoor) },
      ]} />
      {deelnemer.gestoptOp !== null && <Alert kind="warning" title={`De deelnemer meldde op ${formatDatum(deelnemer.gestoptOp)} te stoppen`}>Meld wat er is gebeurd. Meldt u dat de opleiding is afgerond? Dan kijkt een medewerker van UWV ernaar en vraagt die om bewijs.</Alert>}
      <Uitkomst deelnemer={deelnemer} norm={norm} />
      <DeelnameVersies versies={versies} />
    </Stack>
  )
}

function Uitkomst({ deelnemer: { kenmerk, deelname, aanvraagStatus, isBegonnen, stand }, norm }: { deelnemer: DeelnemerRij; norm: number }) {
  if (deelname !== null) {
    return (
      <section className="stap-stapel" aria-labelledby="gemeld">
        <Heading level={2} id="gemeld">Wat u hebt gemeld</Heading>
        {aanvraagStatus === 'betwist' && <Alert kind="warning" title="De deelnemer is het niet eens met uw melding">UWV zoekt het uit. Klopt uw melding niet? Verbeter haar dan hieronder. Anders hoort u het als UWV meer van u nodig heeft.</Alert>}
        {deelname.reactie === null && <Alert kind="info">Wij hebben de deelnemer gevraagd of dit klopt.</Alert>}
        <DeelnameMelding melding={deelname} bewijsHref={`/opleider/deelnames/${kenmerk}/bewijs`} />
        {aanvraagStatus !== 'vastgesteld' && <p><ButtonLink href={`/opleider/deelnames/${kenmerk}/verbeteren`} variant="secondary" icon="edit">Melding verbeteren</ButtonLink></p>}
      </section>
    )
  }
  if (!isBegonnen) {
    return (
      <Alert kind="info" title="De opleiding is nog niet begonnen">
        <p>U kunt de uitkomst melden na de start. Begint de opleiding op een andere dag? <Link href={`/opleider/wijzigingen/${kenmerk}`}>Meld de wijziging</Link>, dan antwoordt de deelnemer.</p>
      </Alert>
    )
  }
  return (
    <section className="stap-stapel" aria-labelledby="melden">
      <Heading level={2} id="melden">Hoe is het gegaan?</Heading>
      {stand === 'te-laat' && <Alert kind="warning" title="De termijn is voorbij">Meld de uitkomst zo snel mogelijk. UWV kan het betaalde bedrag bij u terugvragen als u niets meldt.</Alert>}
      <Paragraph>Na uw melding vragen wij de deelnemer of het klopt. Daarna stelt UWV het STAP-budget vast.</Paragraph>
      <MeldFormulier kenmerk={kenmerk} norm={norm} />
    </section>
  )
}
