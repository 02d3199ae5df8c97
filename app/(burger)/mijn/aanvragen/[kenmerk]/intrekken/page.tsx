import type { Metadata } from 'next'
import { StopForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { WIJZE_TEKST } from '@/lib/annulering/texts'
import { getStop, type Stop } from '@/lib/annulering/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Stoppen' }

/** What stopping means now, exactly, before it is done. */
export default async function StoppenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const stop = await getStop(burger, (await params).kenmerk)
  if (stop === undefined) return toonNietGevonden()
  const { kenmerk, titel, gevolg: { wijze } } = stop
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead={titel}>{wijze === 'niets' ? 'Stoppen' : WIJZE_TEKST[wijze].titel}</PageTitle>
      {stop.isGestopt ? <Gestopt stop={stop} /> : <Gevolgen stop={stop} />}
    </Stack>
  )
}

function Gestopt({ stop: { opleider, gevolg } }: { stop: Stop }) {
  return (
    <Alert kind="ok" title="U bent gestopt">
      {gevolg.fase === 'voorbij' ? 'U hoeft niets meer te doen.' : `U hebt gemeld dat u stopt. ${opleider} meldt nu de uitkomst. Daarna krijgt u bericht en kunt u reageren.`} In <Link href="/mijn/berichten">uw berichten</Link> staat wat dit betekent.
    </Alert>
  )
}

function Gevolgen({ stop: { kenmerk, opleider, gevolg, regels } }: { stop: Stop }) {
  const { wijze, fase, oorzaak } = gevolg
  if (wijze === 'niets') {
    return (
      <Alert kind="info" title="U kunt nu niet stoppen">
        {fase === 'afgelopen' ? `Uw opleiding is afgelopen. ${opleider} meldt hoe het is gegaan. U krijgt daarover bericht en kunt zeggen of het klopt.` : 'Deze aanvraag is al voorbij. U hoeft niets te doen.'}
      </Alert>
    )
  }
  const { knop, vinkje, terug } = WIJZE_TEKST[wijze]
  return (
    <>
      {oorzaak === 'opleider' && (
        <Alert kind="info" title="De opleider heeft uw scholing afgezegd">U kunt ook <Link href={`/mijn/aanvragen/${kenmerk}/wijziging`}>wisselen naar een andere scholing</Link>. Dan houdt u uw STAP-budget.</Alert>
      )}
      <section className="stap-stapel" aria-labelledby="gevolgen">
        <Heading level={2} id="gevolgen">Dit gebeurt er als u stopt</Heading>
        <Paragraph>{terug}</Paragraph>
        {/* An amount stays on one line. */}
        <SummaryList rows={regels.map(({ kop, zin }) => ({ key: kop, term: kop, value: zin.replaceAll('€ ', '€\u00a0') }))} />
      </section>
      <StopForm kenmerk={kenmerk} fase={fase} knop={knop} vinkje={vinkje} vraagWaarom={wijze === 'melden'} />
    </>
  )
}
