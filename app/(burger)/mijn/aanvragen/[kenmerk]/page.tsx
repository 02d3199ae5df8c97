import type { Metadata } from 'next'
import { heropenAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/heropenen/action'
import { VoornemenMelding } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/voornemen/melding'
import { Controlelijst } from '@/components/dossier/controlelijst'
import { antwoordAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/reserve/action'
import { Opleidinggegevens } from '@/components/dossier/opleidinggegevens'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { TaskList, type Task } from '@/components/ui/task-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { Timeline, type Moment } from '@/components/ui/timeline'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { WIJZE_TEKST } from '@/lib/annulering/texts'
import { getAnnuleringskosten, getKostenmelding, getStop } from '@/lib/annulering/views'
import { hierna, STATUS_TEKST } from '@/lib/aanvraag/texts'
import { getEigenAanvraag, getTijdlijn, type AanvraagDetail, type Tijdlijnmoment } from '@/lib/aanvraag/views'
import { getEigenLot } from '@/lib/loting/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import type { Plaats } from '@/lib/reservelijst/model'
import { formatTot } from '@/lib/reservelijst/texts'
import { getEigenPlaats } from '@/lib/reservelijst/views'
import { describeOpen } from '@/lib/wijziging/texts'
import { listOpenWijzigingen } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Uw aanvraag' }

/** One aanvraag: before it is submitted a list of what is to be done, afterwards the story of what happened. */
export default async function AanvraagPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const [aanvraag, tijdlijn, plaats, lot, wijzigingen, kosten, stop, gestopt] = await Promise.all([
    getEigenAanvraag(burger, kenmerk), getTijdlijn(burger, kenmerk), getEigenPlaats(burger, kenmerk), getEigenLot(burger.id, kenmerk), listOpenWijzigingen(burger), getAnnuleringskosten(burger, kenmerk), getStop(burger, kenmerk), getKostenmelding(burger, kenmerk),
  ])
  if (aanvraag === null || tijdlijn === null) return toonNietGevonden()
  const { status, momentopname } = aanvraag
  const { label, toon } = STATUS_TEKST[status]
  const open = wijzigingen.find((wijziging) => wijziging.kenmerk === aanvraag.kenmerk)
  const wacht = open === undefined ? undefined : describeOpen(open)
  const isVoorbereiding = status === 'concept' || status === 'gereed'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }]} />
      <PageTitle kicker={aanvraag.kenmerk} lead={`${momentopname.opleider.naam}, ${aanvraag.tijdvak.naam}`}>{momentopname.opleiding.titel}</PageTitle>
      <div><StatusBadge tone={toon}>{label}</StatusBadge></div>
      {wacht !== undefined && <Alert kind="warning" title={wacht.titel}><p>{wacht.zin} <Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/wijziging`}>{wacht.link}</Link></p></Alert>}
      <VoornemenMelding burger={burger} kenmerk={aanvraag.kenmerk} status={status} />
      {kosten !== null && (
        <Alert kind="info" title={`De opleider rekent u ${formatBedrag(kosten.bedrag)} annuleringskosten`}>
          <p>{kosten.toelichting}</p>
          <p>Dit betaalt u zelf aan de opleider. Klopt het niet? Betaal dan nog niet en <Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/kosten`}>meld wat de opleider vraagt</Link>.</p>
        </Alert>
      )}
      {isVoorbereiding && <Voorbereiding aanvraag={aanvraag} />}
      {status === 'reserve' && plaats !== null && <OpReservelijst aanvraag={aanvraag} plaats={plaats} />}
      {status === 'aangeboden' && plaats !== null && <Aanbod aanvraag={aanvraag} plaats={plaats} />}
      {lot !== undefined && <InLoting {...lot} />}
      {status === 'aangehouden' && <Aangehouden aanvraag={aanvraag} />}
      <section className="stap-stapel" aria-labelledby="verloop">
        <Heading level={2} id="verloop">Zo gaat het met uw aanvraag</Heading>
        <Timeline moments={toMoments(aanvraag, tijdlijn, wacht?.zin)} />
      </section>
      <section className="stap-stapel" aria-labelledby="gegevens">
        <Heading level={2} id="gegevens">Uw opleiding</Heading>
        <Opleidinggegevens momentopname={momentopname} bedragCent={aanvraag.bedragCent} />
      </section>
      <ul className="flex flex-col gap-3">
        {aanvraag.ingediendOp !== null && <li><Link href={`/aanvragen/${aanvraag.kenmerk}/ontvangst`} icon="file-check">Bewijs van ontvangst</Link></li>}
        {aanvraag.ingediendOp !== null && <li><Link href="/mijn/berichten" icon="mail">Uw brieven</Link></li>}
        {status === 'verleend' && <li><Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/wijziging`} icon="calendar-event">Wijzigingen van de opleider</Link></li>}
        {stop !== undefined && !stop.isGestopt && stop.gevolg.wijze !== 'niets' && <li><Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/intrekken`} icon="x">{WIJZE_TEKST[stop.gevolg.wijze].titel}</Link></li>}
        {gestopt !== undefined && <li><Link href={`/mijn/aanvragen/${aanvraag.kenmerk}/kosten`} icon="wallet">{gestopt.melding === null ? 'Vraagt de opleider u geld? Meld het' : 'Kosten van de opleider die u meldde'}</Link></li>}
      </ul>
    </Stack>
  )
}

/** The pseudonym under which the aanvraag is in the draw, with which the burger can do the draw again. */
function InLoting({ code, lot }: { code: string; lot: string }) {
  return (
    <section className="stap-stapel" aria-labelledby="loting">
      <Heading level={2} id="loting">Uw lot</Heading>
      <Paragraph>In dit tijdvak loten wij. Wanneer u aanvraagt maakt niet uit. Uw aanvraag staat in de loting onder deze code, zodat niemand kan zien dat die van u is:</Paragraph>
      <p><code className="break-all">{lot}</code></p>
      <Paragraph><Link href={`/publicaties/loting/${code}?lot=${lot}`}>Bekijk de loting en reken haar na</Link></Paragraph>
    </section>
  )
}

function Voorbereiding({ aanvraag }: { aanvraag: AanvraagDetail }) {
  const { kenmerk, status, hindernissen, tijdvak } = aanvraag
  return (
    <section className="stap-stapel" aria-labelledby="taken">
      <Heading level={2} id="taken">Dit moet er nog gebeuren</Heading>
      {hindernissen.length > 0 && (
        <Alert kind="warning" title={status === 'gereed' ? 'Er is iets veranderd. Zo kunt u nog niet indienen.' : 'Zo kunt u nog niet indienen'}>
          Hieronder staat wat er niet klopt, en wat u daaraan doet. Wacht daar niet mee tot de opening.
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
      <Heading level={3} id="gecontroleerd">Dit hebben we gecontroleerd</Heading>
      <Controlelijst {...aanvraag} />
    </section>
  )
}

function listTasks({ kenmerk, status, tijdvak, hindernissen }: AanvraagDetail): readonly Task[] {
  const pad = `/mijn/aanvragen/${kenmerk}`
  const klaar = { tone: 'goed', label: 'Klaar' } as const
  const isGereed = status === 'gereed'
  return [
    { key: 'bewijs', title: 'Aanmeldbewijs van de opleider', status: hindernissen.includes('aanmeldbewijs-ingetrokken') ? { tone: 'let-op', label: 'Wacht op opleider' } : klaar },
    {
      key: 'controleren', title: 'Controleren en verklaren', href: `${pad}/controleren`,
      status: isGereed ? klaar : { tone: 'let-op', label: 'Nog doen' },
    },
    ...(tijdvak.modus === 'volgorde' && tijdvak.toestand === 'gepland' ? [{
      key: 'wachtkamer', title: 'Plaats nemen in de wachtkamer', href: `/wachtkamer/${tijdvak.code}`,
      description: 'Vroeg komen geeft geen voordeel: bij de opening loten we de volgorde.', status: { tone: 'neutraal', label: 'Vlak vóór de opening' } as const,
    }] : []),
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

function OpReservelijst({ aanvraag: { kenmerk }, plaats: { voorUit, reserveTot } }: { aanvraag: AanvraagDetail; plaats: Plaats }) {
  return (
    <section className="stap-stapel" aria-labelledby="reserve">
      <Heading level={2} id="reserve">Uw plaats op de reservelijst</Heading>
      <p className="text-l font-semibold">{voorUit === 0 ? 'U bent de eerste op de lijst.' : `Er ${voorUit === 1 ? 'is 1 persoon' : `zijn ${voorUit.toLocaleString('nl-NL')} mensen`} voor u.`}</p>
      <p>Komt er budget vrij en bent u aan de beurt? Dan krijgt u bericht en houden wij het budget een paar dagen voor u vast.{reserveTot !== null && ` De lijst geldt ${formatTot(reserveTot)}.`}</p>
      <Details summary="Ik wil niet wachten">
        <ActionForm action={antwoordAction}>
          <input type="hidden" name="kenmerk" value={kenmerk} />
          <p>U krijgt dan een brief met een afwijzing, omdat het budget op is. Tegen dat besluit kunt u bezwaar maken. Uw plaats op de lijst vervalt. U kunt dit niet terugdraaien.</p>
          <div><Button variant="secondary" name="keuze" value="vraag-besluit">Het besluit vragen</Button></div>
        </ActionForm>
      </Details>
    </section>
  )
}

function Aanbod({ aanvraag: { kenmerk, bedragCent, momentopname }, plaats: { uiterlijkOp } }: { aanvraag: AanvraagDetail; plaats: Plaats }) {
  return (
    <section className="stap-stapel" aria-labelledby="aanbod">
      <Heading level={2} id="aanbod">Wilt u dit budget?</Heading>
      <p className="text-l font-semibold">Er is {formatBedrag(bedragCent)} voor u vrijgekomen.{uiterlijkOp !== null && ` U kunt kiezen ${formatTot(uiterlijkOp)}.`}</p>
      <p>Uw opleiding begint op {formatDatum(momentopname.scholing.startdatum)}. Vraag eerst aan {momentopname.opleider.naam} of er nog plaats is.</p>
      <ActionForm action={antwoordAction}>
        <input type="hidden" name="kenmerk" value={kenmerk} />
        <div><Button name="keuze" value="aanvaard" icon="circle-check">Ja, ik wil dit budget</Button></div>
      </ActionForm>
      <Details summary="Nee, ik wil dit budget niet">
        <ActionForm action={antwoordAction}>
          <input type="hidden" name="kenmerk" value={kenmerk} />
          <p>Het budget gaat dan naar de volgende op de lijst. U krijgt een brief met een afwijzing. U kunt dit niet terugdraaien.</p>
          <div><Button variant="secondary" name="keuze" value="sla-af">Ik wil dit budget niet</Button></div>
        </ActionForm>
      </Details>
    </section>
  )
}

function toMoments({ status, beslisUiterlijkOp, tijdvak }: AanvraagDetail, tijdlijn: readonly Tijdlijnmoment[], wacht: string | undefined): readonly Moment[] {
  const wachtOpBesluit = ['ingediend', 'reserve', 'aangeboden', 'gereserveerd', 'niet-toegewezen', 'in-behandeling'].includes(status)
  const straks: Moment = {
    key: 'straks', next: true, title: 'Wat er nu gebeurt',
    when: wachtOpBesluit && beslisUiterlijkOp !== null ? `Uiterlijk ${formatDatum(beslisUiterlijkOp)}` : 'Nu',
    children: <p>{hierna(status, tijdvak.toestand, formatTijdstip(tijdvak.opentOp), wacht)}</p>,
  }
  const geweest = tijdlijn.map(({ id, tekst, toelichting, op }): Moment => ({
    key: id, title: tekst, when: formatTijdstip(op), dateTime: op.toISOString(), ...(toelichting === null ? {} : { children: <p>{toelichting}</p> }),
  }))
  return [straks, ...geweest]
}
