import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Controlelijst } from '@/components/dossier/controlelijst'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageTitle } from '@/components/ui/page-title'
import { TaskList } from '@/components/ui/task-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import type { Burger } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { IndienReden } from '@/lib/aanvraag/model'
import { INDIEN_TEKST } from '@/lib/aanvraag/texts'
import { getEigenAanvraag, type AanvraagDetail } from '@/lib/aanvraag/views'
import { now, today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getRegeling } from '@/lib/regeling/views'
import { leesPlaats } from '@/lib/wachtkamer/use-cases/lees-plaats'

export const metadata: Metadata = { title: 'Aanvraag indienen' }

type Props = { params: Promise<{ kenmerk: string }>; searchParams: Promise<{ reden?: string | string[] }> }

/** Seconds between two looks at the clock while the opening is far away. */
const SLOW_REFRESH_S = 60

/**
 * The last page of preparing, and the one button that remains at the opening: a plain form to the poort, which works without
 * JavaScript. Until the opening it leads to the waiting room, where everybody gets one place.
 */
export default async function IndienenPage({ params, searchParams }: Props) {
  const burger = await requireBurger('aanvraag.lezen')
  const aanvraag = await getEigenAanvraag(burger, (await params).kenmerk)
  if (aanvraag === null) return toonNietGevonden()
  const { kenmerk, momentopname, bedragCent, tijdvak, ingediendOp, status, hindernissen } = aanvraag
  const wacht = status === 'gereed' && tijdvak.toestand !== 'open' && tijdvak.toestand !== 'gesloten'
  return (
    <Stack>
      {wacht && <meta httpEquiv="refresh" content={String(secondsToLook(await now(), tijdvak.opentOp))} />}
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={kenmerk} lead={leadOf(aanvraag)}>Aanvraag indienen</PageTitle>
      <Geweigerd redenen={readRedenen((await searchParams).reden)} />
      <Card emphasis>
        <div className="flex flex-col gap-2">
          <Heading level={2}>{momentopname.opleiding.titel}</Heading>
          <Paragraph>{momentopname.opleider.naam}. STAP-budget: <Bedrag cent={bedragCent} />.</Paragraph>
        </div>
        {ingediendOp === null ? <Stap burger={burger} aanvraag={aanvraag} /> : (
          <>
            <Paragraph>U hebt deze aanvraag al ingediend.</Paragraph>
            <div><ButtonLink href={`/aanvragen/${kenmerk}/ontvangst`}>Bewijs van ontvangst bekijken</ButtonLink></div>
          </>
        )}
      </Card>
      {status === 'gereed' && (
        <section className="stap-stapel" aria-labelledby="gecontroleerd">
          <Heading level={2} id="gecontroleerd">Dit hebben we gecontroleerd</Heading>
          <Controlelijst {...aanvraag} />
          {hindernissen.length === 0 && <Paragraph>Verandert er iets vóór u indient? Dan ziet u dat op deze pagina.</Paragraph>}
        </section>
      )}
    </Stack>
  )
}

function leadOf({ status, hindernissen, tijdvak }: AanvraagDetail): string | undefined {
  if (status !== 'gereed') return undefined
  if (hindernissen.length > 0) return 'Er is iets veranderd. Zo kunt u nog niet indienen.'
  switch (tijdvak.toestand) {
    case 'gepland': return `Uw aanvraag is klaar. U kunt indienen vanaf ${formatTijdstip(tijdvak.opentOp)}.`
    case 'open': return 'Uw aanvraag is klaar en het tijdvak is open.'
    case 'gepauzeerd': return 'Uw aanvraag is klaar. Het tijdvak staat even stil.'
    case 'gesloten': return undefined
  }
}

async function Stap({ burger, aanvraag }: { burger: Burger; aanvraag: AanvraagDetail }) {
  const { kenmerk, status, tijdvak, hindernissen } = aanvraag
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
          {tijdvak.modus === 'volgorde' && <Paragraph>Is het druk? Dan komt u eerst in de wachtkamer. Zodra u aan de beurt bent, staat daar dezelfde knop.</Paragraph>}
          <div><Button icon="send">Aanvraag indienen</Button></div>
        </form>
      )
    case 'gepland':
      return tijdvak.modus === 'volgorde' ? <NaarWachtkamer burger={burger} aanvraag={aanvraag} /> : (
        <Paragraph>U hoeft nu niets te doen. Vanaf de opening staat hier de knop. Het budget wordt verloot: het maakt niet uit of u vroeg of laat indient.</Paragraph>
      )
    case 'gepauzeerd':
      return (
        <>
          <Paragraph>U hoeft niets te doen. Uw plaats in de wachtkamer blijft van u. Deze pagina ververst vanzelf.</Paragraph>
          {tijdvak.modus === 'volgorde' && <div><ButtonLink href={`/wachtkamer/${tijdvak.code}`} variant="secondary">Naar de wachtkamer</ButtonLink></div>}
        </>
      )
    case 'gesloten':
      return <Paragraph>Het tijdvak is voorbij. U kunt deze aanvraag niet meer indienen. Trek hem in en bereid een nieuwe aanvraag voor.</Paragraph>
  }
}

/** The three steps to a submitted aanvraag, and which one is next. */
async function NaarWachtkamer({ burger, aanvraag: { tijdvak } }: { burger: Burger; aanvraag: AanvraagDetail }) {
  const { code, opentOp } = tijdvak
  const [plaats, regeling, nu] = await Promise.all([leesPlaats(burger.id, code), getRegeling(await today()), now()])
  const kamerOpentOp = new Date(opentOp.getTime() - regeling.get('wachtkamer').urenVoorOpening * 3_600_000)
  const isOpen = kamerOpentOp <= nu
  const heeftPlaats = plaats !== undefined && plaats.verlatenOp === null
  const stap: { description: ReactNode; status: { tone: 'goed' | 'let-op' | 'neutraal'; label: string } } = heeftPlaats
    ? { description: `U hebt nummer ${plaats.nummer.toLocaleString('nl-NL')}. Bij de opening loten we de volgorde.`, status: { tone: 'goed', label: 'Klaar' } }
    : { description: `U kunt ${isOpen ? 'nu' : `vanaf ${formatTijdstip(kamerOpentOp)}`} uw plaats nemen. Vroeg komen geeft geen voordeel.`, status: isOpen ? { tone: 'let-op', label: 'Nog doen' } : { tone: 'neutraal', label: 'Kan nog niet' } }
  return (
    <>
      <TaskList
        tasks={[
          { key: 'klaarzetten', title: 'Aanvraag klaarzetten', status: { tone: 'goed', label: 'Klaar' } },
          { key: 'plaats', title: 'Plaats nemen in de wachtkamer', ...stap },
          { key: 'indienen', title: 'Indienen', description: `Vanaf ${formatTijdstip(opentOp)}, als u aan de beurt bent`, status: { tone: 'neutraal', label: 'Kan nog niet' } },
        ]}
      />
      <div><ButtonLink href={`/wachtkamer/${code}`} iconEnd="arrow-right" {...(!isOpen && { variant: 'secondary' as const })}>Naar de wachtkamer</ButtonLink></div>
    </>
  )
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
  const bekend: readonly IndienReden[] = ['tijdvak-niet-open', 'niet-compleet', 'al-toegekend-dit-jaar', 'tijdelijk-uitgesloten']
  return bekend.filter((reden) => gegeven.includes(reden))
}

/** Just after the opening when that is near, else once a minute. */
function secondsToLook(nu: Date, opentOp: Date): number {
  const seconds = Math.ceil((opentOp.getTime() - nu.getTime()) / 1_000)
  return seconds > 0 && seconds < SLOW_REFRESH_S ? seconds + 1 : SLOW_REFRESH_S
}
