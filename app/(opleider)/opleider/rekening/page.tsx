import type { Metadata } from 'next'
import { bevestigAction, trekInAction } from '@/app/(opleider)/opleider/rekening/action'
import { VraagRekeningForm } from '@/app/(opleider)/opleider/rekening/form'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
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
import { getRekening, type Naamoordeel, type Rekening } from '@/lib/bankrekening/views'

export const metadata: Metadata = { title: 'Rekening' }

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
          <Paragraph>
            Zo gaat het: u geeft het nummer door, een collega bevestigt het, en {bedenkdagen} dagen later gebruiken wij het. Zo kan niemand alleen uw geld omleiden.
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

function Loopt({ loopt }: { loopt: NonNullable<Rekening['loopt']> }) {
  return (
    <>
      <Heading level={2}>Ander rekeningnummer gevraagd</Heading>
      <SummaryList rows={[
        { key: 'stand', term: 'Stand', value: <StatusBadge tone={WIJZIGING_TOON[loopt.status]}>{WIJZIGING_LABEL[loopt.status]}</StatusBadge> },
        { key: 'iban', term: 'Nieuw rekeningnummer', value: <span className="whitespace-nowrap">{loopt.iban}</span> },
        { key: 'naam', term: 'Op naam van', value: loopt.tenaamstelling },
        { key: 'controle', term: 'Naamcontrole bij de bank', value: <Naam naam={loopt.naam} /> },
        { key: 'reden', term: 'Reden', value: loopt.reden },
        { key: 'gevraagd', term: 'Gevraagd', value: `${formatTijdstip(loopt.aangevraagdOp)}, ${loopt.isVanMij ? 'door u' : 'door een collega'}` },
        ...(loopt.gaatInOp === null ? [] : [{ key: 'vanaf', term: 'In gebruik vanaf', value: formatDatum(loopt.gaatInOp) }]),
      ]} />
      <Paragraph>Tot het in gebruik is, betalen wij op het oude nummer en keuren wij facturen met het nieuwe nummer af.</Paragraph>
      {loopt.status === 'aangevraagd' && (loopt.isVanMij
        ? <Alert kind="info" title="Een collega moet dit bevestigen">Laat iemand anders van uw organisatie inloggen met eHerkenning, ‘Rekening’ kiezen en het bevestigen.</Alert>
        : <ActionForm action={bevestigAction}>
          <input type="hidden" name="wijzigingId" value={loopt.id} />
          <Paragraph>Vergelijk het nummer met wat u van de bank kreeg. Klopt het, bevestig het dan. Weet u van niets? Trek het in.</Paragraph>
          <ButtonGroup><Button icon="check">Dit rekeningnummer bevestigen</Button></ButtonGroup>
        </ActionForm>)}
      {loopt.status !== 'te-beoordelen' && (
        <ActionForm action={trekInAction}>
          <input type="hidden" name="wijzigingId" value={loopt.id} />
          <ButtonGroup><Button variant="secondary">Intrekken</Button></ButtonGroup>
        </ActionForm>
      )}
    </>
  )
}
