import type { Metadata } from 'next'
import { heropenAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/heropenen/action'
import { Opleidinggegevens } from '@/components/dossier/opleidinggegevens'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { TaskList, type Task } from '@/components/ui/task-list'
import { Heading, Stack } from '@/components/ui/text'
import { Timeline, type Moment } from '@/components/ui/timeline'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { GEREED_TEKST, hierna, STATUS_TEKST } from '@/lib/aanvraag/texts'
import { getEigenAanvraag, getTijdlijn, type AanvraagDetail, type Tijdlijnmoment } from '@/lib/aanvraag/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Uw aanvraag' }

/** One aanvraag: before it is submitted a list of what is to be done, afterwards the story of what happened. */
export default async function AanvraagPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const [aanvraag, tijdlijn] = await Promise.all([getEigenAanvraag(burger, kenmerk), getTijdlijn(burger, kenmerk)])
  if (aanvraag === null || tijdlijn === null) return toonNietGevonden()
  const { status, momentopname } = aanvraag
  const { label, toon } = STATUS_TEKST[status]
  const isVoorbereiding = status === 'concept' || status === 'gereed'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }]} />
      <PageTitle kicker={aanvraag.kenmerk} lead={`${momentopname.opleider.naam}, ${aanvraag.tijdvak.naam}`}>{momentopname.opleiding.titel}</PageTitle>
      <div><StatusBadge tone={toon}>{label}</StatusBadge></div>
      {isVoorbereiding && <Voorbereiding aanvraag={aanvraag} />}
      {status === 'aangehouden' && <Aangehouden aanvraag={aanvraag} />}
      <section className="stap-stapel" aria-labelledby="verloop">
        <Heading level={2} id="verloop">Zo gaat het met uw aanvraag</Heading>
        <Timeline moments={toMoments(aanvraag, tijdlijn)} />
      </section>
      <section className="stap-stapel" aria-labelledby="gegevens">
        <Heading level={2} id="gegevens">Uw opleiding</Heading>
        <Opleidinggegevens momentopname={momentopname} bedragCent={aanvraag.bedragCent} />
      </section>
      <ul className="flex flex-col gap-3">
        {aanvraag.ingediendOp !== null && <li><Link href={`/aanvragen/${aanvraag.kenmerk}/ontvangst`} icon="file-check">Bewijs van ontvangst</Link></li>}
        {aanvraag.ingediendOp !== null && <li><Link href="/mijn/berichten" icon="mail">Uw brieven</Link></li>}
        {aanvraag.kanIntrekken && <li><Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/intrekken`} icon="x">Aanvraag intrekken</Link></li>}
      </ul>
    </Stack>
  )
}

function Voorbereiding({ aanvraag }: { aanvraag: AanvraagDetail }) {
  const { kenmerk, status, hindernissen, startLater, tijdvak } = aanvraag
  return (
    <section className="stap-stapel" aria-labelledby="taken">
      <Heading level={2} id="taken">Dit moet er nog gebeuren</Heading>
      {hindernissen.length > 0 && (
        <Alert kind="warning" title="Er is iets veranderd. Zo kunt u nog niet indienen.">
          <ul>{hindernissen.map((reden) => <li key={reden}>{GEREED_TEKST[reden]}</li>)}</ul>
        </Alert>
      )}
      {startLater && (
        <Alert kind="info" title="Uw opleiding begint later dan gewoonlijk mag">
          Een medewerker van UWV bekijkt of dat in uw geval nodig is. U kunt wel gewoon indienen.
        </Alert>
      )}
      <TaskList tasks={listTasks(aanvraag)} />
      {status === 'concept' ? (
        <div><ButtonLink href={`/mijn/aanvragen/${kenmerk}/controleren`} iconEnd="arrow-right">Controleren en verklaren</ButtonLink></div>
      ) : (
        <ActionForm action={heropenAction}>
          <input type="hidden" name="kenmerk" value={kenmerk} />
          <div className="stap-knoppen">
            <ButtonLink href={`/mijn/aanvragen/${kenmerk}/indienen`} iconEnd="arrow-right">{tijdvak.toestand === 'open' ? 'Nu indienen' : 'Naar indienen'}</ButtonLink>
            <Button variant="secondary">Aanvraag weer openzetten</Button>
          </div>
        </ActionForm>
      )}
    </section>
  )
}

function listTasks({ kenmerk, status, tijdvak, hindernissen }: AanvraagDetail): readonly Task[] {
  const pad = `/mijn/aanvragen/${kenmerk}`
  const klaar = { tone: 'goed', label: 'Klaar' } as const
  const isGereed = status === 'gereed'
  return [
    { key: 'bewijs', title: 'Aanmeldbewijs van de opleider', status: hindernissen.includes('aanmeldbewijs-ingetrokken') ? { tone: 'let-op', label: 'Wacht op opleider' } : klaar },
    { key: 'gegevens', title: 'Uw naam en geboortedatum', description: 'Opgehaald uit de basisregistratie', status: klaar },
    {
      key: 'controleren', title: 'Controleren en verklaren', href: `${pad}/controleren`,
      status: isGereed ? klaar : { tone: 'let-op', label: 'Nog doen' },
    },
    {
      key: 'indienen', title: 'Indienen',
      ...(isGereed ? { href: `${pad}/indienen` } : {}),
      description: tijdvak.toestand === 'gepland' ? `Kan vanaf ${formatTijdstip(tijdvak.opentOp)}` : tijdvak.toestand === 'open' ? 'Het tijdvak is open' : 'Het tijdvak is niet open',
      status: isGereed && tijdvak.toestand === 'open' ? { tone: 'let-op', label: 'Nog doen' } : { tone: 'neutraal', label: 'Kan nog niet' },
    },
  ]
}

function Aangehouden({ aanvraag }: { aanvraag: AanvraagDetail }) {
  const { kenmerk, aangehoudenTot } = aanvraag
  return (
    <Alert kind="warning" title="De opleiding wordt onderzocht">
      <p>Uw plaats en uw budget blijven van u. U kunt wachten op de uitkomst, of een andere opleiding kiezen{aangehoudenTot === null ? '.' : ` tot en met ${formatDatum(aangehoudenTot)}.`}</p>
      <p><ButtonLink href={`/mijn/aanvragen/${kenmerk}/andere-opleiding`} iconEnd="arrow-right">Andere opleiding kiezen</ButtonLink></p>
    </Alert>
  )
}

function toMoments({ status, beslisUiterlijkOp, tijdvak }: AanvraagDetail, tijdlijn: readonly Tijdlijnmoment[]): readonly Moment[] {
  const wachtOpBesluit = ['ingediend', 'gereserveerd', 'niet-toegewezen', 'in-behandeling'].includes(status)
  const straks: Moment = {
    key: 'straks', next: true, title: 'Wat er nu gebeurt',
    when: wachtOpBesluit && beslisUiterlijkOp !== null ? `Uiterlijk ${formatDatum(beslisUiterlijkOp)}` : 'Nu',
    children: <p>{hierna(status, tijdvak.toestand, formatTijdstip(tijdvak.opentOp))}</p>,
  }
  const geweest = tijdlijn.map(({ id, tekst, toelichting, op }): Moment => ({
    key: id, title: tekst, when: formatTijdstip(op), dateTime: op.toISOString(), ...(toelichting === null ? {} : { children: <p>{toelichting}</p> }),
  }))
  return [straks, ...geweest]
}
