import type { Metadata } from 'next'
import { bevestigAction, trekInAction } from '@/app/(opleider)/opleider/rekening/action'
import { VraagRekeningForm } from '@/app/(opleider)/opleider/rekening/form'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { Timeline } from '@/components/ui/timeline'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { NAAM_LABEL, NAAM_TOON, NOG_NIET_GEVRAAGD, WIJZIGING_LABEL, WIJZIGING_TOON } from '@/lib/bankrekening/texts'
import { getRekening, type Naamoordeel, type Rekening, type WijzigingRij } from '@/lib/bankrekening/views'

export const metadata: Metadata = { title: 'Rekening' }

type Lopend = NonNullable<Rekening['loopt']>

/** The account that UWV pays this opleider on, and how it becomes another one. */
export default async function RekeningPage() {
  const rekening = await getRekening(await requireOpleider('rekening.wijzigen'))
  if (rekening === undefined) toonNietGevonden()
  const { iban, tenaamstelling, naam, loopt, eerder, bedenkdagen } = rekening
  return (
    <Stack>
      <PageTitle lead="Op deze rekening betaalt UWV uw facturen.">Rekening</PageTitle>
      {iban === null
        ? <Alert kind="warning" title="Wij kennen nog geen rekeningnummer van u">Geef het hieronder door. Zonder rekeningnummer kunnen wij geen factuur betalen.</Alert>
        : <SummaryList rows={[
          { key: 'iban', term: 'Rekeningnummer', value: <span className="whitespace-nowrap">{iban}</span> },
          { key: 'naam', term: 'Op naam van', value: tenaamstelling },
          { key: 'controle', term: 'Naamcontrole bij de bank', value: <Naam naam={naam} /> },
        ]} />}
      {loopt === null
        ? <>
          <Heading level={2}>Een ander rekeningnummer</Heading>
          {eerder[0]?.status === 'geblokkeerd' && <Geblokkeerd {...eerder[0]} />}
          <Paragraph>
            Zo gaat het: u geeft het nummer door, een collega bevestigt het, en {bedenkdagen} dagen later gebruiken wij het. Zo kan niemand in zijn eentje uw geld omleiden.
            U krijgt van elke stap bericht op het adres dat wij nu van u kennen.
          </Paragraph>
          <div className="max-w-2xl"><VraagRekeningForm /></div>
        </>
        : <Loopt loopt={loopt} />}
      {eerder.length > 0 && (
        <Details summary="Eerdere wijzigingen">
          <Timeline moments={eerder.map((rij) => ({
            key: rij.id, title: <>{rij.iban} <StatusBadge tone={WIJZIGING_TOON[rij.status]}>{WIJZIGING_LABEL[rij.status]}</StatusBadge></>,
            when: formatTijdstip(rij.afgerondOp ?? rij.aangevraagdOp), children: <p>{rij.oordeel ?? rij.reden}</p>,
          }))} />
        </Details>
      )}
    </Stack>
  )
}

function Naam({ naam }: { naam: Naamoordeel | null }) {
  if (naam === null) return NOG_NIET_GEVRAAGD
  return <><StatusBadge tone={NAAM_TOON[naam.antwoord]}>{NAAM_LABEL[naam.antwoord]}</StatusBadge>{naam.suggestie !== null && ` Bij de bank: ${naam.suggestie}`}</>
}

/** What happens with the number that was asked for: first what it means and what to do, then the facts, then the acts. */
function Loopt({ loopt }: { loopt: Lopend }) {
  return (
    <>
      <Heading level={2}>Ander rekeningnummer gevraagd</Heading>
      <Uitleg loopt={loopt} />
      <SummaryList rows={[
        { key: 'stand', term: 'Stand', value: <StatusBadge tone={WIJZIGING_TOON[loopt.status]}>{WIJZIGING_LABEL[loopt.status]}</StatusBadge> },
        { key: 'iban', term: 'Nieuw rekeningnummer', value: <span className="whitespace-nowrap">{loopt.iban}</span> },
        { key: 'naam', term: 'Op naam van', value: loopt.tenaamstelling },
        { key: 'controle', term: 'Naamcontrole bij de bank', value: <Naam naam={loopt.naam} /> },
        { key: 'reden', term: 'Reden', value: loopt.reden },
        { key: 'gevraagd', term: 'Gevraagd', value: `${formatTijdstip(loopt.aangevraagdOp)}, ${loopt.isVanMij ? 'door u' : 'door een collega'}` },
        ...(loopt.bevestigdOp === null ? [] : [{ key: 'bevestigd', term: 'Bevestigd', value: formatTijdstip(loopt.bevestigdOp) }]),
      ]} />
      <Paragraph>Tot het in gebruik is, betalen wij op het oude nummer en keuren wij facturen met het nieuwe nummer af.</Paragraph>
      {loopt.status === 'aangevraagd' && !loopt.isVanMij && (
        <ActionForm action={bevestigAction}>
          <input type="hidden" name="wijzigingId" value={loopt.id} />
          <ButtonGroup><Button icon="check">Dit rekeningnummer bevestigen</Button></ButtonGroup>
        </ActionForm>
      )}
      {loopt.status !== 'te-beoordelen' && (
        <ActionForm action={trekInAction}>
          <input type="hidden" name="wijzigingId" value={loopt.id} />
          <ButtonGroup><Button variant="secondary">Wijziging intrekken</Button></ButtonGroup>
        </ActionForm>
      )}
    </>
  )
}

function Uitleg({ loopt: { status, isVanMij, naam, gaatInOp } }: { loopt: Lopend }) {
  const dag = gaatInOp === null ? '' : formatDatum(gaatInOp)
  if (status === 'te-beoordelen') {
    return <Alert kind="warning" title="UWV kijkt naar dit rekeningnummer"><p>Volgens de bank staat het niet op naam van uw organisatie. U krijgt een brief over wat wij beslissen. Kunt u laten zien dat het van u is, of klopt het nummer niet? <Link href="/contact">Bel ons</Link>.</p></Alert>
  }
  if (status === 'bevestigd') {
    return naam?.antwoord === 'match'
      ? <Alert kind="info" title={`Wij gebruiken dit rekeningnummer vanaf ${dag}`}>U hoeft niets te doen. Klopt het nummer niet? Trek de wijziging dan voor die dag in.</Alert>
      : <Alert kind="warning" title="De naam klopt niet met die bij de bank">Klopt de naam op {dag} nog niet? Dan gebruiken wij het nummer niet vanzelf: een medewerker kijkt er eerst naar. Hebt u een fout gemaakt? Trek de wijziging in en geef het goede nummer door.</Alert>
  }
  return isVanMij
    ? <Alert kind="info" title="Een collega moet dit bevestigen">Laat iemand anders van uw organisatie inloggen met eHerkenning, ‘Rekening’ kiezen en het bevestigen.</Alert>
    : <Alert kind="warning" title="Bevestigt u dit rekeningnummer?">Een collega gaf het door. Vergelijk het met wat u van de bank kreeg. Klopt het, bevestig het dan. Weet u van niets? Trek de wijziging in.</Alert>
}

/** The last number that was asked for is not used, and why: without it the empty form says that nothing happened. */
function Geblokkeerd({ iban, oordeel }: WijzigingRij) {
  return <Alert kind="warning" title={`Wij gebruiken ${iban} niet`}><p>De reden: {oordeel}</p><p>Denkt u dat dit niet klopt? <Link href="/contact">Bel ons</Link>. Of geef een nummer door dat op naam van uw organisatie staat.</p></Alert>
}
