import type { Metadata } from 'next'
import { antwoordAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/wijziging/action'
import { WisselForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/wijziging/form'
import { ActionForm } from '@/components/ui/action-form.client'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { isOpleidingsvorm } from '@/lib/register/model'
import { VORM_LABEL } from '@/lib/register/texts'
import { STATUS_LABEL } from '@/lib/wijziging/texts'
import { getWijzigingenVoorBurger } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Wijziging van de opleider' }

type Wijziging = NonNullable<Awaited<ReturnType<typeof getWijzigingenVoorBurger>>>['wijzigingen'][number]

/** What the opleider wants to change, and the three answers of the burger. */
export default async function WijzigingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const gevonden = await getWijzigingenVoorBurger(burger, decodeURIComponent(kenmerk))
  if (gevonden === undefined) return toonNietGevonden()
  const isAfgezegd = gevonden.wijzigingen.some((wijziging) => wijziging.isAfgezegd && wijziging.status === 'voorgelegd')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Aanvraag' }]} />
      <PageTitle kicker={gevonden.titel} lead={isAfgezegd ? `${gevonden.opleider} heeft uw scholing afgezegd.${gevonden.wijzigingen.some(({ kanWisselen }) => kanWisselen) ? ' U kiest: wisselen of stoppen.' : ''}` : `${gevonden.opleider} wil iets wijzigen aan uw scholing. U beslist. Uw STAP-budget blijft van u.`}>{isAfgezegd ? 'Uw scholing gaat niet door' : 'Wijziging van de opleider'}</PageTitle>
      {gevonden.wijzigingen.length === 0 && <Paragraph>De opleider heeft geen wijziging gemeld. U hoeft niets te doen.</Paragraph>}
      {gevonden.wijzigingen.map((wijziging) => <Vraag key={wijziging.id} wijziging={wijziging} kenmerk={kenmerk} isBetaald={gevonden.isBetaald} />)}
    </Stack>
  )
}

function Vraag({ wijziging, ...zaak }: { wijziging: Wijziging; kenmerk: string; isBetaald: boolean }) {
  return wijziging.isAfgezegd ? <Afgezegd wijziging={wijziging} {...zaak} /> : <Gewijzigd wijziging={wijziging} />
}

/** The opleider called it off: switch, or stop without costs. */
function Afgezegd({ wijziging: { id, oud, reden, status, wisselUiterlijkOp, kanWisselen }, kenmerk, isBetaald }: { wijziging: Wijziging; kenmerk: string; isBetaald: boolean }) {
  const isOpen = status === 'voorgelegd'
  return (
    <Card emphasis={isOpen}>
      <div><StatusBadge tone={isOpen ? 'let-op' : 'neutraal'}>{isOpen ? (kanWisselen || isBetaald ? 'Wacht op u' : 'Wacht op UWV') : status === 'gewisseld' ? 'Gewisseld' : 'Gaat niet door'}</StatusBadge></div>
      <Paragraph>De scholing van {formatDatum(oud.startdatum)} gaat niet door. Reden van de opleider: {reden}</Paragraph>
      {kanWisselen && (
        <>
          <Paragraph>Wisselen kan tot en met {formatDatum(wisselUiterlijkOp)}. Vraag eerst een aanmeldbewijs bij dezelfde of een andere opleider. <Link href="/opleidingen">Zoek een opleiding</Link></Paragraph>
          <WisselForm wijzigingId={id} />
        </>
      )}
      {isOpen && isBetaald && <Paragraph>UWV had de opleider al betaald en vraagt dat geld terug. Met dit STAP-budget kunt u daarom niet wisselen. Stop met deze aanvraag: daarna kunt u opnieuw aanvragen.</Paragraph>}
      {isOpen && !kanWisselen && !isBetaald && <Paragraph>U kon wisselen tot en met {formatDatum(wisselUiterlijkOp)}. Een medewerker van UWV kijkt er nu naar en stuurt u een brief waarop u kunt reageren. Wilt u nog wisselen? Bel ons, dan kunnen wij u meer tijd geven.</Paragraph>}
      {isOpen && <Paragraph>Wilt u niet wisselen? <Link href={`/mijn/aanvragen/${kenmerk}/intrekken`}>Bekijk wat er gebeurt als u stopt</Link>. De opleider mag u geen kosten rekenen.</Paragraph>}
    </Card>
  )
}

function Gewijzigd({ wijziging: { id, oud, nieuw, reden, status, antwoordUiterlijkOp, wisselUiterlijkOp, kanWisselen } }: { wijziging: Wijziging }) {
  return (
    <Card emphasis={status === 'voorgelegd'}>
      <div><StatusBadge tone={status === 'voorgelegd' ? 'let-op' : 'neutraal'}>{status === 'voorgelegd' ? 'Wacht op u' : STATUS_LABEL[status]}</StatusBadge></div>
      <SummaryList rows={[
        { key: 'start', term: 'Start', value: verschil(formatDatum(oud.startdatum), formatDatum(nieuw.startdatum)) },
        { key: 'einde', term: 'Einde', value: verschil(formatDatum(oud.einddatum), formatDatum(nieuw.einddatum)) },
        { key: 'waar', term: 'Waar', value: verschil(oud.plaats ?? 'Online', nieuw.plaats ?? 'Online') },
        { key: 'vorm', term: 'Vorm', value: verschil(vorm(oud.opleidingsvorm), vorm(nieuw.opleidingsvorm)) },
        { key: 'reden', term: 'Reden van de opleider', value: reden },
      ]} />
      {status === 'voorgelegd' && (
        <ActionForm action={antwoordAction}>
          <input type="hidden" name="wijzigingId" value={id} />
          <Paragraph>Antwoord uiterlijk op {formatDatum(antwoordUiterlijkOp)}. Gaat u niet akkoord, dan verandert er niets.</Paragraph>
          <ButtonGroup>
            <Button name="antwoord" value="aanvaard" icon="check">Akkoord</Button>
            <Button name="antwoord" value="weiger" variant="secondary" icon="x">Niet akkoord</Button>
          </ButtonGroup>
        </ActionForm>
      )}
      {kanWisselen && (
        <Details summary="Ik wil wisselen naar een andere startdatum of opleiding">
          <p>Dat kan tot en met {formatDatum(wisselUiterlijkOp)}. Vraag eerst een aanmeldbewijs bij dezelfde of een andere opleider. <Link href="/opleidingen">Zoek een opleiding</Link></p>
          <WisselForm wijzigingId={id} />
        </Details>
      )}
    </Card>
  )
}

const vorm = (waarde: string): string => (isOpleidingsvorm(waarde) ? VORM_LABEL[waarde] : waarde)

function verschil(oud: string, nieuw: string) {
  return oud === nieuw ? oud : <><del>{oud}</del> wordt <strong>{nieuw}</strong></>
}
