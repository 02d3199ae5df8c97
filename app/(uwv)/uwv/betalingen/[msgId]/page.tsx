import type { Metadata } from 'next'
import { KeurAfFormulier, KeurGoedFormulier, WeigerBetalingFormulier } from '@/app/(uwv)/uwv/betalingen/[msgId]/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import type { Medewerker } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatBedrag, sum } from '@/lib/base/money'
import { BATCH_LABEL, BATCH_TOON, BETALING_LABEL, BETALING_TOON } from '@/lib/betaling/texts'
import { getBatch, type BatchDetail } from '@/lib/betaling/views/uwv'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Batch' }

type Props = { params: Promise<{ msgId: string }> }

/** One batch with every payment in it: what two people put their name under. */
export default async function BatchPage({ params }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const batch = await getBatch(medewerker, (await params).msgId)
  if (batch === undefined) toonNietGevonden()
  const vervallen = batch.betalingen.filter(({ status }) => status === 'vervallen')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/betalingen', label: 'Betalingen' }]} />
      <PageTitle kicker="Batch" lead={`${batch.aantal === 1 ? 'Eén betaling' : `${String(batch.aantal)} betalingen`}, samen ${formatBedrag(batch.totaal)}.`}>{batch.msgId}</PageTitle>
      {batch.afgekeurd !== null && <Alert kind="warning" title={`Afgekeurd door ${batch.afgekeurd.door} op ${formatTijdstip(batch.afgekeurd.op)}`}>{batch.afgekeurd.reden} Van deze batch is niets betaald. Alles gaat mee in een volgende.</Alert>}
      {vervallen.length > 0 && batch.afgekeurd === null && (
        <Alert kind="info" title={vervallen.length === 1 ? 'Eén betaling gaat niet mee' : `${String(vervallen.length)} betalingen gaan niet mee`}>
          Samen {formatBedrag(sum(vervallen.map(({ bedrag }) => bedrag)))}. Dat bleek nadat de batch was samengesteld: de subsidie is ingetrokken, de betaling is opgeschort of geweigerd, of de opleider stuurde een creditnota.
        </Alert>
      )}
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={BATCH_TOON[batch.status]}>{BATCH_LABEL[batch.status]}</StatusBadge> },
        { key: 'opgesteld', term: 'Opgesteld', value: `${formatTijdstip(batch.opgesteldOp)}, ${batch.opgesteldDoor}` },
        { key: 'eerste', term: 'Eerste goedkeuring', value: goedkeuringVan(batch, 0) },
        { key: 'tweede', term: 'Tweede goedkeuring', value: goedkeuringVan(batch, 1) },
        { key: 'bank', term: 'Bij de bank', value: batch.vrijgegevenOp === null ? 'Nog niet' : formatTijdstip(batch.vrijgegevenOp) },
        ...(batch.sha256 === null ? [] : [{ key: 'sha', term: 'Controlegetal van het bestand (SHA-256)', value: <code className="break-all">{batch.sha256}</code> }]),
      ]} />
      {isAllowed(medewerker, 'betaling.batch.goedkeuren') && <Goedkeuring batch={batch} medewerker={medewerker} />}
      {isAllowed(medewerker, 'betaling.batch.goedkeuren') && <Nee batch={batch} />}
      {batch.vrijgegevenOp !== null && <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/uwv/betalingen/${batch.msgId}/bestand`}>Betaalbestand downloaden</ButtonLink></ButtonGroup>}
      <Table caption="Betalingen in deze batch" columns={batch.vrijgegevenOp === null && vervallen.length === 0 ? columns : [...columns, STAND]} rows={batch.betalingen} rowKey={({ endToEndId }) => endToEndId} />
    </Stack>
  )
}

/** Saying no, for as long as there is no file: to one payment, or to all of it. */
function Nee({ batch: { msgId, status } }: { batch: BatchDetail }) {
  if (status !== 'opgesteld' && status !== 'goedgekeurd') return null
  return (
    <Details summary="Ik keur een betaling of de hele batch niet goed">
      <Stack>
        <WeigerBetalingFormulier msgId={msgId} />
        <KeurAfFormulier msgId={msgId} />
      </Stack>
    </Details>
  )
}

function goedkeuringVan({ goedkeuringen }: BatchDetail, index: number): string {
  const goedkeuring = goedkeuringen[index]
  return goedkeuring === undefined ? 'Nog niet' : `${goedkeuring.naam}, ${formatTijdstip(goedkeuring.op)}`
}

function Goedkeuring({ batch, medewerker }: { batch: BatchDetail; medewerker: Medewerker }) {
  if (batch.status !== 'opgesteld') return null
  if (batch.isDoorMijOpgesteld) return <Alert kind="info" title="U hebt deze batch samengesteld">Twee collega’s keuren haar goed.{batch.teamleiderNodig ? ' Een van hen is de teamleider financieel.' : ''}</Alert>
  if (batch.isDoorMijGoedgekeurd) return <Alert kind="info" title="U hebt deze batch goedgekeurd">{batch.teamleiderNodig ? 'De teamleider financieel' : 'Een collega'} moet ook goedkeuren. Daarna wordt het betaalbestand gemaakt.</Alert>
  if (batch.teamleiderNodig && batch.goedkeuringen.length > 0 && !medewerker.rollen.includes('teamleider-financieel'))
    return <Alert kind="info" title="De teamleider financieel is aan de beurt">Deze batch is groter dan twee financieel medewerkers samen mogen goedkeuren.</Alert>
  const gevolg = batch.goedkeuringen.length === 0
    ? `U bent de eerste. Na u moet nog ${batch.teamleiderNodig && !medewerker.rollen.includes('teamleider-financieel') ? 'de teamleider financieel' : 'een collega'} goedkeuren.`
    : 'U bent de tweede. Na uw goedkeuring wordt het betaalbestand gemaakt en gaat het naar de bank. Dat is niet terug te draaien.'
  return <KeurGoedFormulier msgId={batch.msgId} knop={`${formatBedrag(batch.totaal)} goedkeuren`} gevolg={gevolg} />
}

const columns: readonly Column<BatchDetail['betalingen'][number]>[] = [
  { key: 'opdracht', header: 'Kenmerk', rowHeader: true, cell: ({ endToEndId }) => <span className="whitespace-nowrap">{endToEndId}</span> },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
  { key: 'opleider', header: 'Aan', cell: ({ opleider }) => opleider },
  { key: 'rekening', header: 'Rekening', cell: ({ rekening }) => <span className="whitespace-nowrap">{rekening}</span> },
  { key: 'naam', header: 'Naamcontrole', cell: ({ aanvaard }) => (aanvaard === null ? 'Naam klopt' : `Door UWV aanvaard: ${aanvaard}`) },
  { key: 'factuur', header: 'Waarvoor', cell: ({ factuurnummer, isRente, vordering, terugstorting }) => (terugstorting !== null ? <>Terugstorting <Link className="whitespace-nowrap" href={`/uwv/bank/terugstortingen/${terugstorting.kenmerk}`}>{terugstorting.kenmerk}</Link></> : vordering !== null ? <>Terugbetaling op <Link className="whitespace-nowrap" href={`/uwv/vorderingen/${vordering}`}>{vordering}</Link></> : `${isRente ? 'Rente over factuur' : 'Factuur'} ${factuurnummer ?? ''}`) },
]

const STAND: Column<BatchDetail['betalingen'][number]> = { key: 'stand', header: 'Bij de bank', cell: ({ status }) => <StatusBadge tone={BETALING_TOON[status]}>{BETALING_LABEL[status]}</StatusBadge> }
