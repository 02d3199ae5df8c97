import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { IndienReden } from '@/lib/aanvraag/model'
import { INDIEN_TEKST } from '@/lib/aanvraag/texts'
import { getEigenAanvraag, type AanvraagDetail } from '@/lib/aanvraag/views'
import { now } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aanvraag indienen' }

type Props = { params: Promise<{ kenmerk: string }>; searchParams: Promise<{ reden?: string | string[] }> }

/** Seconds between two looks at the clock while the opening is far away. */
const SLOW_REFRESH_S = 60

/** The one button that remains at the opening. A plain form to a route handler: it works without JavaScript and is the quickest way in. */
export default async function IndienenPage({ params, searchParams }: Props) {
  const burger = await requireBurger('aanvraag.lezen')
  const aanvraag = await getEigenAanvraag(burger, (await params).kenmerk)
  if (aanvraag === null) return toonNietGevonden()
  const { kenmerk, momentopname, bedragCent, tijdvak, ingediendOp, status } = aanvraag
  const pad = `/mijn/aanvragen/${kenmerk}`
  const wacht = status === 'gereed' && tijdvak.toestand !== 'open' && tijdvak.toestand !== 'gesloten'
  return (
    <Stack>
      {wacht && <meta httpEquiv="refresh" content={String(secondsToLook(await now(), tijdvak.opentOp))} />}
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: pad, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk}>Aanvraag indienen</PageTitle>
      <Geweigerd redenen={readRedenen((await searchParams).reden)} />
      <Card emphasis>
        <Heading level={2}>{momentopname.opleiding.titel}</Heading>
        <Paragraph>{momentopname.opleider.naam}. STAP-budget: <Bedrag cent={bedragCent} />.</Paragraph>
        {ingediendOp === null ? <Knop aanvraag={aanvraag} /> : (
          <>
            <Paragraph>U hebt deze aanvraag al ingediend.</Paragraph>
            <div><ButtonLink href={`${pad}/ontvangen`}>Bewijs van ontvangst bekijken</ButtonLink></div>
          </>
        )}
      </Card>
    </Stack>
  )
}

function Knop({ aanvraag: { kenmerk, status, tijdvak, hindernissen } }: { aanvraag: AanvraagDetail }) {
  if (status !== 'gereed' || hindernissen.length > 0) {
    return (
      <>
        <Paragraph>Uw aanvraag is nog niet klaar om in te dienen.</Paragraph>
        <div><ButtonLink href={`/mijn/aanvragen/${kenmerk}`} iconEnd="arrow-right">Bekijk wat er nog moet gebeuren</ButtonLink></div>
      </>
    )
  }
  switch (tijdvak.toestand) {
    case 'open':
      return (
        <form method="post" action={`/aanvragen/${kenmerk}/indienen`} className="stap-stapel">
          <Paragraph>Met deze knop dient u uw aanvraag in bij UWV. U krijgt meteen een bewijs van ontvangst. Of er budget voor u is, ziet u daarna.</Paragraph>
          <div><Button icon="send">Aanvraag indienen</Button></div>
        </form>
      )
    case 'gepland':
      return (
        <>
          <Paragraph>U kunt indienen vanaf <strong>{formatTijdstip(tijdvak.opentOp)}</strong>. Dan staat hier de knop.</Paragraph>
          <Paragraph>Deze pagina ververst vanzelf. Uw aanvraag staat klaar: u hoeft nu niets te doen.</Paragraph>
        </>
      )
    case 'gepauzeerd':
      return <Paragraph>Het tijdvak is even gepauzeerd. Deze pagina ververst vanzelf. Zodra het kan, staat hier de knop.</Paragraph>
    case 'gesloten':
      return <Paragraph>Het tijdvak is voorbij. U kunt deze aanvraag niet meer indienen. Trek hem in en bereid een nieuwe aanvraag voor.</Paragraph>
  }
}

function Geweigerd({ redenen }: { redenen: readonly IndienReden[] }) {
  if (redenen.length === 0) return null
  return (
    <Alert kind="error" title="Uw aanvraag is nog niet ingediend" live>
      <ul>{redenen.map((reden) => <li key={reden}>{INDIEN_TEKST[reden]}</li>)}</ul>
    </Alert>
  )
}

function readRedenen(param: string | string[] | undefined): readonly IndienReden[] {
  const gegeven = typeof param === 'string' ? param.split(',') : []
  const bekend: readonly IndienReden[] = ['tijdvak-niet-open', 'niet-compleet', 'al-toegekend-dit-jaar']
  return bekend.filter((reden) => gegeven.includes(reden))
}

/** Just after the opening when that is near, else once a minute. */
function secondsToLook(nu: Date, opentOp: Date): number {
  const seconds = Math.ceil((opentOp.getTime() - nu.getTime()) / 1_000)
  return seconds > 0 && seconds < SLOW_REFRESH_S ? seconds + 1 : SLOW_REFRESH_S
}
