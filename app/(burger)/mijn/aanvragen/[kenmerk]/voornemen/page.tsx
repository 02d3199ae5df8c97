import type { Metadata } from 'next'
import { ZienswijzeFormulier } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/voornemen/form'
import { VoornemenKaart } from '@/components/dossier/voornemen'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { addDays, formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getEigenVoornemens } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Voornemen over uw STAP-budget' }

type Gevonden = NonNullable<Awaited<ReturnType<typeof getEigenVoornemens>>>
type Voornemen = Gevonden['voornemens'][number]

/** What we mean to decide about this aanvraag, and what the burger says of it. */
export default async function VoornemenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const gevonden = await getEigenVoornemens(burger, kenmerk)
  if (gevonden === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: `Aanvraag ${kenmerk}` }]} />
      <PageTitle kicker={gevonden.titel}>{gevonden.voornemens.some(({ status }) => status === 'open') ? 'Reageren op het voornemen' : 'Ons voornemen'}</PageTitle>
      {gevonden.voornemens.length === 0 && <Paragraph>Er is geen voornemen over deze aanvraag. U hoeft niets te doen.</Paragraph>}
      {gevonden.voornemens.map((voornemen) => <Kaart key={voornemen.id} kenmerk={kenmerk} voornemen={voornemen} />)}
      {gevonden.uitsluitingen.map((een) => (
        <Alert key={een.id} kind="info" title={een.opgehevenOp === null ? `U kunt tot en met ${formatDatum(addDays(een.eindigtOp, -1))} geen STAP-budget krijgen` : `Uw uitsluiting stopte op ${formatDatum(een.opgehevenOp)}`}>
          {een.opgehevenOp === null ? `Dat geldt vanaf ${formatDatum(een.ingaatOp)}. Daarna kunt u weer een aanvraag doen.` : 'U kunt weer een aanvraag doen.'}
        </Alert>
      ))}
    </Stack>
  )
}

function Kaart({ kenmerk, voornemen }: { kenmerk: string; voornemen: Voornemen }) {
  const { id, reagerenTot, briefId, zienswijzen, besluitBriefId } = voornemen
  return (
    <VoornemenKaart voornemen={voornemen} wat={watOf(voornemen)} brief={`/mijn/berichten/${briefId}`}
      besluit={besluitBriefId === null ? null : { term: 'Ons besluit', href: `/mijn/berichten/${besluitBriefId}`, tekst: 'De brief met het besluit lezen' }}>
      <Paragraph>{zienswijzen.length === 0 ? `Er is nog niets besloten. Reageer uiterlijk op ${formatDatum(reagerenTot)}.` : 'Wij hebben uw reactie. U krijgt een brief als wij hebben beslist. Is er nog iets? Dan kunt u het hieronder toevoegen.'}</Paragraph>
      <ZienswijzeFormulier kenmerk={kenmerk} voornemenId={id} tot={formatDatum(reagerenTot)} />
    </VoornemenKaart>
  )
}

function watOf({ soort, bedragCent, maanden }: Voornemen): string {
  const bedrag = bedragCent === null ? '' : formatBedrag(bedragCent)
  switch (soort) {
    case 'vaststelling':
      return `Wij willen uw STAP-budget vaststellen op ${bedrag}`
    case 'intrekking':
      return 'Wij willen uw STAP-budget intrekken'
    case 'wijziging':
    case 'herziening':
      return `Wij willen uw STAP-budget verlagen naar ${bedrag}`
    case 'uitsluiting':
      return `Wij willen u ${String(maanden)} maanden uitsluiten van STAP-budget`
  }
}
