import type { Metadata } from 'next'
import { KostenmeldingForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/kosten/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Paragraph, Stack } from '@/components/ui/text'
import { getKostenmelding } from '@/lib/annulering/views'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Kosten van de opleider' }

type Kosten = NonNullable<Awaited<ReturnType<typeof getKostenmelding>>>

/** A burger who stopped tells what the opleider charged, and reads what it may charge at most. */
export default async function KostenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const kosten = await getKostenmelding(burger, kenmerk)
  if (kosten === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead={kosten.titel}>Kosten van de opleider</PageTitle>
      <Paragraph>{kosten.isAfgezegd ? `${kosten.opleider} zegde de opleiding zelf af. De opleider mag u dan niets rekenen.` : `U bent gestopt. ${kosten.opleider} mag u daarvoor hoogstens ${formatBedrag(kosten.maximum)} rekenen. Meer hoeft u niet te betalen.`}</Paragraph>
      {kosten.gemeld !== null && <Alert kind="info" title={`De opleider meldde ${formatBedrag(kosten.gemeld)}`}>Klopt dat? Dan hoeft u niets te doen. Vraagt de opleider een ander bedrag? Meld dat hieronder.</Alert>}
      {kosten.melding === null ? <KostenmeldingForm kenmerk={kenmerk} /> : <Gemeld kosten={kosten} melding={kosten.melding} />}
    </Stack>
  )
}

function Gemeld({ kosten: { maximum, isAfgezegd }, melding: { bedrag, toelichting, gemeldOp, uitkomst, reden } }: { kosten: Kosten; melding: NonNullable<Kosten['melding']> }) {
  return (
    <>
      {uitkomst === null && (
        <Alert kind="ok" title="U hebt dit gemeld">
          {isAfgezegd || bedrag > maximum ? `Dit is meer dan de opleider mag rekenen. Betaal ${isAfgezegd ? 'het' : 'wat er te veel is'} niet. ` : ''}Wij vragen de opleider ernaar. Daarna kijkt een medewerker. U krijgt een brief.
        </Alert>
      )}
      <SummaryList rows={[
        { key: 'bedrag', term: 'U meldde', value: formatBedrag(bedrag) },
        { key: 'waarvoor', term: 'Waarvoor', value: <span className="break-words">{toelichting}</span> },
        { key: 'wanneer', term: 'Gemeld op', value: formatTijdstip(gemeldOp) },
        ...(uitkomst === null ? [] : [{ key: 'uitkomst', term: 'Wat wij deden', value: uitkomst === 'bevestigd' ? 'De opleider meldde hetzelfde bedrag.' : uitkomst === 'overgenomen' ? 'Wij tellen annuleringskosten mee. De opleider krijgt zoveel minder STAP-budget.' : 'Dit bedrag telt niet mee als annuleringskosten.' }]),
        ...(reden === null ? [] : [{ key: 'reden', term: 'Waarom', value: reden }]),
      ]} />
    </>
  )
}
