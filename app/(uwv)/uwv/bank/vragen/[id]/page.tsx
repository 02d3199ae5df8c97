import type { Metadata } from 'next'
import { BesluitFormulier, HandelAfFormulier, VoorstelFormulier } from '@/app/(uwv)/uwv/bank/vragen/[id]/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { BESLUIT, RETOURCODE, VRAAG_TITEL, VRAAG_UITLEG } from '@/lib/bank/texts'
import { getVraag, type Voorstel, type Vraag } from '@/lib/bank/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Uit te zoeken' }

/** One thing the bank left us to find out, with what can be done about it. */
export default async function BankvraagPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const vraag = await getVraag(medewerker, (await params).id)
  if (vraag === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/bank', label: 'Bank' }]} />
      <PageTitle kicker="Uit te zoeken" lead={VRAAG_UITLEG[vraag.soort]}>{VRAAG_TITEL[vraag.soort]}</PageTitle>
      <SummaryList rows={rowsOf(vraag)} />
      {isAllowed(medewerker, 'bank.verwerken') && (vraag.voorstel === null ? <Handelingen vraag={vraag} /> : <Voorgesteld vraagId={vraag.id} voorstel={vraag.voorstel} />)}
    </Stack>
  )
}

function Handelingen({ vraag: { id, besluiten, betaling, batch, soort } }: { vraag: Vraag }) {
  const opnieuw = betaling?.kanOpnieuw === true && soort !== 'dubbel-afgeschreven' && soort !== 'afgewezen-na-uitvoering' ? 'Afhandelen en opnieuw betalen' : batch !== null && soort === 'afgewezen' ? `Afhandelen en alle ${batch.aantal.toLocaleString('nl-NL')} opnieuw betalen` : null
  return (
    <>
      {besluiten.length > 0 && (
        <section className="stap-stapel" aria-labelledby="geld">
          <Heading id="geld">Beslis over het geld</Heading>
          <BesluitFormulier vraagId={id} keuzes={besluiten.map((value) => ({ value, ...BESLUIT[value] }))} />
        </section>
      )}
      {besluiten.length > 0 && <Heading>Of leg alleen vast wat u afsprak</Heading>}
      <HandelAfFormulier vraagId={id} opnieuw={opnieuw} isBijzaak={besluiten.length > 0} />
    </>
  )
}

function Voorgesteld({ vraagId, voorstel: { besluit, delen, nietUitgevoerd, toelichting, door, isEigen } }: { vraagId: string; voorstel: Voorstel }) {
  return (
    <section className="stap-stapel" aria-labelledby="voorstel">
      <Heading id="voorstel">Voorstel</Heading>
      {isEigen && <Alert kind="info" title="Een collega beslist">Boven een bedrag beslissen twee mensen. U hebt dit voorgesteld, dus een ander voert het uit.</Alert>}
      <SummaryList rows={[
        { key: 'wat', term: 'Wat', value: BESLUIT[besluit].label },
        ...delen.map(({ kenmerk, bedrag }) => ({ key: kenmerk, term: 'Terugvordering', value: <><Link href={`/uwv/vorderingen/${kenmerk}`}>{kenmerk}</Link>, {formatBedrag(bedrag)}</> })),
        ...(nietUitgevoerd.length === 0 ? [] : [{ key: 'niet', term: 'Niet uitgevoerd door de bank', value: nietUitgevoerd.join(', ') }]),
        { key: 'door', term: 'Voorgesteld door', value: door },
        { key: 'waarom', term: 'Waarom', value: toelichting },
      ]} />
      <VoorstelFormulier vraagId={vraagId} isEigen={isEigen} />
    </section>
  )
}

function rowsOf({ bedrag, boekdatum, endToEndId, tegenpartij, omschrijving, code, betaling, batch, bericht }: Vraag) {
  return [
    ...(bedrag === null ? [] : [{ key: 'bedrag', term: 'Bedrag', value: <Bedrag cent={bedrag} /> }]),
    ...(batch === null || batch.aantal === 0 ? [] : [{ key: 'aantal', term: 'Betalingen', value: batch.aantal.toLocaleString('nl-NL') }]),
    ...(boekdatum === null ? [] : [{ key: 'datum', term: 'Boekdatum', value: formatDatum(boekdatum) }]),
    ...(endToEndId === null ? [] : [{ key: 'kenmerk', term: 'Kenmerk', value: endToEndId }]),
    ...(code === null ? [] : [{ key: 'code', term: 'Reden van de bank', value: RETOURCODE[code] === undefined ? code : `${code}: ${RETOURCODE[code]}` }]),
    ...(tegenpartij === null ? [] : [{ key: 'wie', term: 'Tegenpartij', value: tegenpartij }]),
    ...(omschrijving === null ? [] : [{ key: 'omschrijving', term: 'Omschrijving', value: <span className="break-words">{omschrijving}</span> }]),
    ...(betaling === null ? [] : [{ key: 'betaling', term: 'Onze betaling', value: <>{betaling.endToEndId} in <Link href={`/uwv/betalingen/${betaling.msgId}`}>{betaling.msgId}</Link></> }]),
    ...(betaling !== null || batch === null ? [] : [{ key: 'batch', term: 'Onze batch', value: <Link href={`/uwv/betalingen/${batch.msgId}`}>{batch.msgId}</Link> }]),
    { key: 'bericht', term: 'Bericht', value: <Link className="break-all" href={`/uwv/bank/${bericht.id}`}>{bericht.naam}</Link> },
  ]
}
