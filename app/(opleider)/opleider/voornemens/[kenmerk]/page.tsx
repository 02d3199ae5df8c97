import type { Metadata } from 'next'
import { ZienswijzeFormulier } from '@/app/(opleider)/opleider/voornemens/[kenmerk]/form'
import { VoornemenKaart } from '@/components/dossier/voornemen'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getVoornemensVoorOpleider } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Voornemen' }

type Props = { params: Promise<{ kenmerk: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
type Voornemen = NonNullable<Awaited<ReturnType<typeof getVoornemensVoorOpleider>>>['voornemens'][number]

/** What UWV means to decide about one participant, and what the opleider says of it. */
export default async function VoornemenPage({ params, searchParams }: Props) {
  const opleider = await requireOpleider('voornemen.reageren')
  const { kenmerk } = await params
  const gevonden = await getVoornemensVoorOpleider(opleider, kenmerk)
  if (gevonden === undefined) return toonNietGevonden()
  const { deelnemer, titel, voornemens, vandaag } = gevonden
  const isVerstuurd = (await searchParams)['verstuurd'] === 'ja' && voornemens.some(({ status, zienswijzen }) => status === 'open' && zienswijzen.length > 0)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider', label: 'Overzicht' }, { href: '/opleider/voornemens', label: 'Voornemens' }]} />
      <PageTitle kicker={`Aanvraag ${kenmerk}`} lead={titel}>{deelnemer}</PageTitle>
      {isVerstuurd && <Alert kind="ok" title="Uw reactie is verstuurd">UWV leest uw reactie voordat er wordt beslist. U krijgt een bericht als er een besluit is. U hoeft nu niets te doen.</Alert>}
      {voornemens.map((voornemen) => <Kaart key={voornemen.id} kenmerk={kenmerk} voornemen={voornemen} vandaag={vandaag} />)}
    </Stack>
  )
}

function Kaart({ kenmerk, voornemen, vandaag }: { kenmerk: string; voornemen: Voornemen; vandaag: PlainDate }) {
  const { id, status, op, reagerenTot, opleiderBriefId, opleiderBesluitBriefId, zienswijzen, vordering } = voornemen
  const basis = `/opleider/voornemens/${kenmerk}`
  const isBesloten = status === 'besloten'
  return (
    <VoornemenKaart voornemen={voornemen} wat={watOf(voornemen)} brief={opleiderBriefId === null ? null : `${basis}/brief/${opleiderBriefId}`} bestand={(zienswijzeId) => `${basis}/bestand/${zienswijzeId}`}
      rijen={[
        { key: 'op', term: 'Verstuurd', value: formatTijdstip(op) },
        ...(status === 'open' ? [{ key: 'tot', term: 'Reageren', value: `tot en met ${formatDatum(reagerenTot)}` }] : []),
      ]}
      besluit={opleiderBesluitBriefId === null ? null : { term: isBesloten ? 'Ons besluit' : 'Ons bericht', href: `${basis}/brief/${opleiderBesluitBriefId}`, tekst: isBesloten ? 'De brief over het besluit lezen' : 'De brief lezen' }}
      vervolg={vordering === null ? [] : [{ key: 'vordering', term: 'Terugbetalen', value: <Link href={`/opleider/vorderingen/${vordering}`} icon="wallet">Terugvordering {vordering}</Link> }]}>
      <Paragraph>{uitleg(voornemen, vandaag)}</Paragraph>
      <ZienswijzeFormulier kenmerk={kenmerk} voornemenId={id} isEerste={zienswijzen.length === 0} tot={formatDatum(reagerenTot)} />
    </VoornemenKaart>
  )
}

function uitleg({ zienswijzen, reagerenTot }: Voornemen, vandaag: PlainDate): string {
  if (zienswijzen.length > 0) return 'UWV heeft uw reactie. Is er nog iets, of wilt u nog een bestand sturen? Dan kunt u het hieronder toevoegen.'
  return vandaag > reagerenTot
    ? 'De termijn is voorbij. UWV heeft nog niet beslist, dus u kunt nog reageren. Wacht niet: UWV kan nu elke dag beslissen.'
    : `Er is nog niets besloten. Reageer uiterlijk op ${formatDatum(reagerenTot)}. Reageert u niet? Dan beslist UWV met wat er nu bekend is.`
}

function watOf({ van, bedragCent }: Voornemen): string {
  const bedrag = formatBedrag(bedragCent ?? cent(0))
  if (van === 'opleider') return bedragCent === 0 ? 'UWV wil al het STAP-budget van u terugvragen' : `UWV wil een deel van u terugvragen. U houdt ${bedrag}`
  return bedragCent === 0 ? 'UWV wil u voor deze deelnemer niet betalen' : `UWV wil u voor deze deelnemer hoogstens ${bedrag} betalen`
}
