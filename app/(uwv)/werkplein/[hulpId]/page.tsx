import type { Metadata } from 'next'
import { CodeFormulier, IndienFormulier, PlaatsFormulier, VerklaarFormulier } from '@/app/(uwv)/werkplein/[hulpId]/form'
import { Opleidinggegevens } from '@/components/dossier/opleidinggegevens'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { GEREED_TEKST, STATUS_TEKST, VERKLARING } from '@/lib/aanvraag/texts'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { getHulp, type HulpDetail } from '@/lib/hulp/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Hulp bij aanvragen' }

/** One person at the desk, and the one step that comes next. */
export default async function HulpPage({ params }: { params: Promise<{ hulpId: string }> }) {
  const hulp = await getHulp(await requireMedewerker('werkplein.helpen'), (await params).hulpId)
  if (hulp === undefined) toonNietGevonden()
  const { aanvraag, status } = hulp
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/werkplein', label: 'Werkplein' }]} />
      <PageTitle kicker={hulp.kenmerk ?? undefined} lead={`Hulp begonnen op ${formatTijdstip(hulp.begonnenOp)}. Reden: ${hulp.reden}`}>
        <span className="flex flex-wrap items-center gap-3">{hulp.naam ?? 'Nieuwe aanvraag'}{status !== null && <StatusBadge tone={STATUS_TEKST[status].toon}>{STATUS_TEKST[status].label}</StatusBadge>}</span>
      </PageTitle>
      <Stap hulp={hulp} />
      {aanvraag !== null && <Opleidinggegevens momentopname={aanvraag.momentopname} bedragCent={aanvraag.bedragCent} />}
    </Stack>
  )
}

function Stap({ hulp }: { hulp: HulpDetail }) {
  switch (hulp.status) {
    case null: return (
      <Card emphasis>
        <Heading level={2}>Welke opleiding?</Heading>
        <Paragraph>Vraag het aanmeldbewijs van de opleider. Is dat er nog niet? Zoek dan samen <Link href="/opleidingen">een opleiding</Link> en meld aan bij de opleider.</Paragraph>
        <CodeFormulier hulpId={hulp.hulpId} />
      </Card>
    )
    case 'concept': return <Verklaren hulp={hulp} />
    case 'gereed': return <Indienen hulp={hulp} />
    default: return (
      <Alert kind="ok" title="De aanvraag is ingediend">
        <p>De aanvrager krijgt een brief met het besluit.</p>
        {hulp.ontvangst !== null && <p><ButtonLink variant="secondary" icon="printer" href={`/werkplein/${hulp.hulpId}/ontvangst`}>Ontvangstbewijs printen</ButtonLink></p>}
      </Alert>
    )
  }
}

function Verklaren({ hulp: { hulpId, aanvraag } }: { hulp: HulpDetail }) {
  const hindernissen = aanvraag?.hindernissen ?? []
  return (
    <Card emphasis>
      <Heading level={2}>Lees dit voor</Heading>
      {hindernissen.length > 0 && (
        <Alert kind="warning" title="Zo kan de aanvraag nog niet klaargezet worden">
          <ul>{hindernissen.map((reden) => <li key={reden}>{GEREED_TEKST[reden]}</li>)}</ul>
        </Alert>
      )}
      <Prose><ul>{VERKLARING.map((zin) => <li key={zin}>{zin}</li>)}</ul></Prose>
      <VerklaarFormulier hulpId={hulpId} />
    </Card>
  )
}

function Indienen({ hulp }: { hulp: HulpDetail }) {
  const { hulpId, stand, isAanDeBeurt, aanvraag } = hulp
  return (
    <Card emphasis>
      <Heading level={2}>De aanvraag staat klaar</Heading>
      <Wachten hulp={hulp} />
      {isAanDeBeurt && <IndienFormulier hulpId={hulpId} />}
      {!hulp.hasPlaats && stand?.modus === 'volgorde' && stand.ronde > 0 && stand.toestand !== 'gesloten' && <PlaatsFormulier hulpId={hulpId} />}
      {!isAanDeBeurt && stand?.toestand === 'uitgeput' && <IndienFormulier hulpId={hulpId} formeel />}
      {aanvraag !== null && stand?.toestand === 'voor' && <Paragraph>Het tijdvak opent op {formatTijdstip(aanvraag.tijdvak.opentOp)}.</Paragraph>}
      {!isAanDeBeurt && <p><Link icon="refresh" href={`/werkplein/${hulpId}`}>Kijk of het al zover is</Link></p>}
    </Card>
  )
}

function Wachten({ hulp: { stand, plaats, hasPlaats, isAanDeBeurt } }: { hulp: HulpDetail }) {
  if (isAanDeBeurt) return <Alert kind="ok" title="Deze persoon is aan de beurt">Dien de aanvraag nu in.</Alert>
  if (stand?.toestand === 'pauze') return <Alert kind="warning" title="Het tijdvak is even gepauzeerd">{stand.melding}</Alert>
  if (stand?.toestand === 'uitgeput') return <Alert kind="warning" title="Het budget is op">De aanvrager kan wachten, of nu het besluit vragen dat er geen budget is.</Alert>
  if (stand?.toestand === 'gesloten') return <Alert kind="warning" title="Het tijdvak is gesloten">Indienen kan niet meer.</Alert>
  if (stand === undefined || stand.ronde === 0) return <Paragraph>De wachtkamer is nog niet open. Zij opent een dag voor de opening. Kom dan terug om een plaats te nemen.</Paragraph>
  if (!hasPlaats) return <Paragraph>Neem een plaats in de wachtkamer. Wie er voor de opening een heeft, doet mee met dezelfde loting als iedereen.</Paragraph>
  if (plaats === null) return <Alert kind="info" title="De plaats is genomen">Bij de opening wordt de volgorde geloot. De plaats blijft staan, ook als u deze pagina sluit.</Alert>
  return <Alert kind="info" title={`Plaats ${plaats.toLocaleString('nl-NL')}`}>Nu worden plaatsen tot en met {stand.nu.toLocaleString('nl-NL')} toegelaten, met {stand.perMinuut.toLocaleString('nl-NL')} per minuut.</Alert>
}
