import type { Metadata } from 'next'
import { MaakFactuurFormulier } from '@/app/(opleider)/opleider/opdrachten/[ordernummer]/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { FACTUUR_FOUT, FACTUUR_LABEL, FACTUUR_TOON, INKOOPBERICHT_LABEL, SOORT_LABEL, UWV_ADRES, VERPLICHTING_LABEL, VERPLICHTING_TOON } from '@/lib/betaling/texts'
import { getOpdracht, type OpdrachtDetail } from '@/lib/betaling/views/opleider'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opdracht' }

type Props = { params: Promise<{ ordernummer: string }> }

/** One order: what to invoice, and the shortest way to do it. */
export default async function OpdrachtPage({ params }: Props) {
  const opleider = await requireOpleider('factuur.indienen')
  const opdracht = await getOpdracht(opleider, (await params).ordernummer)
  if (opdracht === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opdrachten', label: 'Opdrachten' }]} />
      <PageTitle kicker="Opdracht van UWV" lead={`${opdracht.opleiding}, voor ${opdracht.deelnemer}.`}>{opdracht.ordernummer}</PageTitle>
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={VERPLICHTING_TOON[opdracht.status]}>{VERPLICHTING_LABEL[opdracht.status]}</StatusBadge> },
        { key: 'bedrag', term: 'Bedrag, met btw', value: <Bedrag cent={opdracht.bedrag} /> },
        ...(opdracht.status === 'deels-gefactureerd' ? [{ key: 'rest', term: 'Nog te factureren', value: <Bedrag cent={opdracht.rest} /> }] : []),
        { key: 'start', term: 'Start van de opleiding', value: formatDatum(opdracht.startdatum) },
        { key: 'vanaf', term: 'Factuur sturen kan vanaf', value: formatDatum(opdracht.vanaf) },
        { key: 'rekening', term: 'Wij betalen op', value: opdracht.iban ?? 'Nog niet bekend' },
      ]} />
      <Factuur opdracht={opdracht} />
      <Facturen opdracht={opdracht} />
      <Berichten opdracht={opdracht} />
      {opdracht.isVerleend && <p><Link href={`/opleider/wijzigingen/${opdracht.kenmerk}`} icon="calendar-event">Datum, plaats of vorm wijzigen</Link></p>}
      {opdracht.isVerleend && <p><Link href={`/opleider/annuleringen/${opdracht.kenmerk}`} icon="x">Afzeggen voor deze deelnemer</Link></p>}
    </Stack>
  )
}

function Factuur({ opdracht }: { opdracht: OpdrachtDetail }) {
  if (opdracht.status !== 'open' && opdracht.status !== 'deels-gefactureerd') {
    return <Paragraph>U hoeft voor deze opdracht niets meer te sturen. Bekijk <Link href="/opleider/facturen">uw facturen</Link>.</Paragraph>
  }
  if (opdracht.iban === null) return <Alert kind="warning" title="Uw rekeningnummer ontbreekt">{FACTUUR_FOUT['STAP-REKENING-ONBEKEND']}</Alert>
  if (opdracht.isTeVroeg) {
    return <Alert kind="info" title="U kunt nog geen factuur sturen">Dat kan vanaf {formatDatum(opdracht.vanaf)}.</Alert>
  }
  return (
    <>
      <section className="stap-stapel" aria-labelledby="maken">
        <Heading level={2} id="maken">Maak de factuur van deze opdracht</Heading>
        <Paragraph>Wij vullen de factuur voor u in. U kunt hem daarna ook downloaden voor uw administratie. U mag ook in delen factureren, samen tot het bedrag van de opdracht.</Paragraph>
        <MaakFactuurFormulier ordernummer={opdracht.ordernummer} rest={formatBedrag(opdracht.rest).replace('€ ', '')} />
      </section>
      <Details summary="Ik stuur een e-factuur uit mijn boekhoudprogramma">
        <Prose>
          <p>Neem dit over in uw boekhoudprogramma. Stuur daarna het UBL-bestand bij <Link href="/opleider/facturen/nieuw">Factuur sturen</Link>.</p>
          <ul>
            <li>Ordernummer: {opdracht.ordernummer}</li>
            <li>Te betalen bedrag, met btw: hoogstens <Bedrag cent={opdracht.rest} /></li>
            <li>Omschrijving van de regel: {opdracht.regel}</li>
            <li>Klant: UWV, {UWV_ADRES.straat}, {UWV_ADRES.postcode} {UWV_ADRES.plaats}, KvK-nummer {opdracht.kvkUwv}</li>
            <li>Uw rekeningnummer: {opdracht.iban}</li>
            <li>Soort bestand: UBL 2.1 volgens NLCIUS (SI-UBL 2.0)</li>
          </ul>
        </Prose>
      </Details>
    </>
  )
}

/** What was invoiced on this order. */
function Facturen({ opdracht: { facturen } }: { opdracht: OpdrachtDetail }) {
  if (facturen.length === 0) return null
  return (
    <section className="stap-stapel" aria-labelledby="facturen">
      <Heading level={2} id="facturen">Facturen voor deze opdracht</Heading>
      <Table caption="Facturen voor deze opdracht" captionHidden columns={factuurKolommen} rows={facturen} rowKey={({ id }) => id} />
    </section>
  )
}

const factuurKolommen: readonly Column<OpdrachtDetail['facturen'][number]>[] = [
  { key: 'nummer', header: 'Nummer', rowHeader: true, cell: ({ id, factuurnummer }) => <Link className="whitespace-nowrap" href={`/opleider/facturen/${id}`}>{factuurnummer}</Link> },
  { key: 'soort', header: 'Soort', cell: ({ soort }) => SOORT_LABEL[soort] },
  { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge tone={FACTUUR_TOON[status]}>{FACTUUR_LABEL[status]}</StatusBadge> },
  { key: 'bedrag', header: 'Bedrag met btw', numeric: true, cell: ({ bedrag }) => <Bedrag cent={bedrag} /> },
]

/** The order as a file for the opleider's system, with every change of it. */
function Berichten({ opdracht: { ordernummer, berichten } }: { opdracht: OpdrachtDetail }) {
  if (berichten.length === 0) return null
  return (
    <Details summary="Ik wil de opdracht als bestand voor mijn systeem">
      <p>Dit zijn UBL-bestanden volgens Peppol BIS. Uw boekhoudprogramma kan ze inlezen. Zo ziet u ook wat er is veranderd.</p>
      <ul>
        {berichten.map(({ id, soort, op, sha256 }) => (
          <li key={id}>
            <Link href={`/opleider/opdrachten/${ordernummer}/berichten/${id}`} icon="download">{INKOOPBERICHT_LABEL[soort]} van {formatDatum(amsterdamDate(op))}</Link>
            <span className="text-s text-ink-soft block break-all">Controlegetal (SHA-256): {sha256}</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}
