import type { Metadata } from 'next'
import { controleerAction } from '@/app/(uwv)/uwv/betalingen/rekeningen/[opleiderId]/action'
import { OordeelForm } from '@/app/(uwv)/uwv/betalingen/rekeningen/[opleiderId]/form'
import { ActionForm } from '@/components/ui/action-form.client'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { Timeline } from '@/components/ui/timeline'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { NAAM_LABEL, NAAM_TOON, NOG_NIET_GEVRAAGD, WIJZIGING_LABEL, WIJZIGING_TOON } from '@/lib/bankrekening/texts'
import { getRekeningVan, type Naamoordeel, type Rekening } from '@/lib/bankrekening/views'

export const metadata: Metadata = { title: 'Rekening van een opleider' }

type Props = { params: Promise<{ opleiderId: string }> }

/** The account of one opleider: what the banks said of it, another one that was asked for, and what UWV decides about it. */
export default async function RekeningVanPage({ params }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { opleiderId } = await params
  const rekening = await getRekeningVan(medewerker, opleiderId)
  if (rekening === undefined) toonNietGevonden()
  const { opleider, kvk, wacht, iban, tenaamstelling, naam, loopt, eerder } = rekening
  const lead = wacht.aantal === 0 ? 'Er wacht nu geen factuur op betaling.' : `${wacht.aantal === 1 ? 'Eén factuur wacht' : `${wacht.aantal.toLocaleString('nl-NL')} facturen wachten`} op betaling, samen ${formatBedrag(wacht.bedrag)}.`
  const kanAanvaarden = loopt === null ? iban !== null && naam?.antwoord !== 'match' && naam?.antwoord !== 'aanvaard' : loopt.status === 'te-beoordelen'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/betalingen', label: 'Betalingen' }, { href: '/uwv/betalingen/rekeningen', label: 'Rekeningen' }]} />
      <PageTitle kicker={`KvK ${kvk}`} lead={lead}>{opleider}</PageTitle>
      <Heading level={2}>In gebruik</Heading>
      <SummaryList rows={iban === null ? [{ key: 'geen', term: 'Rekeningnummer', value: 'Nog niet doorgegeven' }] : [
        { key: 'iban', term: 'Rekeningnummer', value: <span className="whitespace-nowrap">{iban}</span> }, { key: 'naam', term: 'Op naam van', value: tenaamstelling }, ...naamRows(naam),
      ]} />
      {loopt !== null && <Gevraagd loopt={loopt} />}
      {isAllowed(medewerker, 'rekening.beoordelen') && (iban !== null || loopt !== null) && (
        <>
          {(kanAanvaarden || loopt !== null) && (
            <section className="stap-stapel" aria-labelledby="oordeel">
              <Heading level={2} id="oordeel">{kanAanvaarden ? 'Uw oordeel over dit rekeningnummer' : 'Klopt het andere nummer niet?'}</Heading>
              <OordeelForm opleiderId={opleiderId} kanAanvaarden={kanAanvaarden} kanBlokkeren={loopt !== null} />
            </section>
          )}
          <ActionForm action={controleerAction}>
            <input type="hidden" name="opleiderId" value={opleiderId} />
            <ButtonGroup><Button variant="secondary" icon="refresh">Naam opnieuw controleren</Button></ButtonGroup>
          </ActionForm>
        </>
      )}
      {eerder.length > 0 && (
        <>
          <Heading level={2}>Eerdere wijzigingen</Heading>
          <Timeline moments={eerder.map((rij) => ({
            key: rij.id, title: <>{rij.iban} <StatusBadge tone={WIJZIGING_TOON[rij.status]}>{WIJZIGING_LABEL[rij.status]}</StatusBadge></>,
            when: formatTijdstip(rij.afgerondOp ?? rij.aangevraagdOp), children: <p>{rij.oordeel ?? rij.reden}</p>,
          }))} />
        </>
      )}
    </Stack>
  )
}

function naamRows(naam: Naamoordeel | null) {
  if (naam === null) return [{ key: 'controle', term: 'Naamcontrole', value: NOG_NIET_GEVRAAGD }]
  return [
    { key: 'controle', term: 'Naamcontrole', value: <><StatusBadge tone={NAAM_TOON[naam.antwoord]}>{NAAM_LABEL[naam.antwoord]}</StatusBadge> {formatTijdstip(naam.op)}</> },
    ...(naam.suggestie === null ? [] : [{ key: 'bank', term: 'Naam bij de bank', value: naam.suggestie }]),
    ...(naam.toelichting === null ? [] : [{ key: 'waarom', term: 'Waarom aanvaard', value: naam.toelichting }]),
  ]
}

function Gevraagd({ loopt }: { loopt: NonNullable<Rekening['loopt']> }) {
  return (
    <>
      <Heading level={2}>Ander rekeningnummer gevraagd</Heading>
      <SummaryList rows={[
        { key: 'stand', term: 'Stand', value: <StatusBadge tone={WIJZIGING_TOON[loopt.status]}>{loopt.status === 'te-beoordelen' ? 'Wacht op een oordeel' : WIJZIGING_LABEL[loopt.status]}</StatusBadge> },
        { key: 'iban', term: 'Nieuw rekeningnummer', value: <span className="whitespace-nowrap">{loopt.iban}</span> },
        { key: 'naam', term: 'Op naam van', value: loopt.tenaamstelling },
        ...naamRows(loopt.naam),
        { key: 'reden', term: 'Reden van de opleider', value: loopt.reden },
        { key: 'gevraagd', term: 'Gevraagd', value: formatTijdstip(loopt.aangevraagdOp) },
        ...(loopt.bevestigdOp === null ? [] : [{ key: 'bevestigd', term: 'Bevestigd door een tweede persoon', value: formatTijdstip(loopt.bevestigdOp) }]),
        ...(loopt.gaatInOp === null ? [] : [{ key: 'vanaf', term: loopt.status === 'te-beoordelen' ? 'Wachttijd liep tot' : 'Wachttijd loopt tot', value: formatDatum(loopt.gaatInOp) }]),
      ]} />
    </>
  )
}
